package coldpotato.bgp.bfd;

import static com.google.common.base.Preconditions.checkArgument;

import java.nio.ByteBuffer;

/**
 * A BFD control packet without authentication (RFC 5880 section 4.1).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * |Vers |  Diag   |Sta|P|F|C|A|D|M|  Detect Mult  |    Length     |
 * |                       My Discriminator                        |
 * |                      Your Discriminator                       |
 * |                    Desired Min TX Interval                    |
 * |                   Required Min RX Interval                    |
 * |                 Required Min Echo RX Interval                 |
 * </pre>
 *
 * @param diagnostic 0 to 31; {@link BfdDiagnostic} names those in use
 * @param state the sender's state
 * @param poll P: the sender wants its new timers to be confirmed
 * @param fin F: the answer to a poll
 * @param controlPlaneIndependent C: the sender's BFD survives its control plane
 * @param demand D: the sender wants no periodic packets while both are Up
 * @param detectMult 1 to 255
 * @param myDiscriminator the sender's number for the session, not 0
 * @param yourDiscriminator the receiver's number for the session, or 0 if the sender does not know it
 * @param desiredMinTxMicros the least interval at which the sender would like to send, 32 bits
 * @param requiredMinRxMicros the least interval at which the sender can receive, 32 bits; 0 for none at all
 * @param requiredMinEchoRxMicros the same for echo packets, 32 bits; 0 for none
 */
public record BfdPacket(
        int diagnostic,
        BfdState state,
        boolean poll,
        boolean fin,
        boolean controlPlaneIndependent,
        boolean demand,
        int detectMult,
        int myDiscriminator,
        int yourDiscriminator,
        long desiredMinTxMicros,
        long requiredMinRxMicros,
        long requiredMinEchoRxMicros)
        implements BfdDecoded {
    /** The length of a packet without authentication. */
    public static final int LENGTH = 24;

    private static final int LENGTH_MIN_AUTHENTICATED = 26;
    private static final int VERSION = 1;
    private static final int POLL = 0x20;
    private static final int FINAL = 0x10;
    private static final int CONTROL_PLANE_INDEPENDENT = 0x08;
    private static final int AUTHENTICATED = 0x04;
    private static final int DEMAND = 0x02;
    private static final int MULTIPOINT = 0x01;
    private static final long MICROS_MAX = 0xffff_ffffL;

    private static final BfdState[] STATES = BfdState.values();

    /** @throws IllegalArgumentException if a field does not fit */
    public BfdPacket {
        checkArgument(diagnostic >= 0 && diagnostic <= 31, "a diagnostic has 5 bits: %s", diagnostic);
        checkArgument(detectMult >= 1 && detectMult <= 255, "Detect Mult is 1 to 255: %s", detectMult);
        checkArgument(myDiscriminator != 0, "My Discriminator is not 0");
        checkMicros(desiredMinTxMicros);
        checkMicros(requiredMinRxMicros);
        checkMicros(requiredMinEchoRxMicros);
    }

    private static void checkMicros(long micros) {
        checkArgument(micros >= 0 && micros <= MICROS_MAX, "an interval has 32 bits of microseconds: %s", micros);
    }

    /**
     * Reads a packet. Never throws for the content: checks that need no session (section 6.8.6) end in a discard. Bytes
     * after the packet's own length are ignored.
     */
    public static BfdDecoded decode(byte[] bytes) {
        if (bytes.length < LENGTH) {
            return BfdDiscard.TOO_SHORT;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int first = in.get();
        int flags = in.get();
        int detectMult = Byte.toUnsignedInt(in.get());
        int length = Byte.toUnsignedInt(in.get());
        boolean authenticated = (flags & AUTHENTICATED) != 0;
        if ((first & 0xff) >> 5 != VERSION) {
            return BfdDiscard.VERSION;
        }
        if (length < (authenticated ? LENGTH_MIN_AUTHENTICATED : LENGTH)) {
            return BfdDiscard.LENGTH_TOO_SMALL;
        }
        if (length > bytes.length) {
            return BfdDiscard.LENGTH_BEYOND_PAYLOAD;
        }
        if (detectMult == 0) {
            return BfdDiscard.DETECT_MULT_ZERO;
        }
        if ((flags & MULTIPOINT) != 0) {
            return BfdDiscard.MULTIPOINT;
        }
        return decode(first & 31, flags, detectMult, in);
    }

    private static BfdDecoded decode(int diagnostic, int flags, int detectMult, ByteBuffer in) {
        BfdState state = STATES[(flags & 0xff) >> 6];
        int myDiscriminator = in.getInt();
        int yourDiscriminator = in.getInt();
        if (myDiscriminator == 0) {
            return BfdDiscard.MY_DISCRIMINATOR_ZERO;
        }
        if (yourDiscriminator == 0 && (state == BfdState.INIT || state == BfdState.UP)) {
            return BfdDiscard.YOUR_DISCRIMINATOR_ZERO;
        }
        if ((flags & AUTHENTICATED) != 0) {
            return BfdDiscard.AUTHENTICATION;
        }
        return new BfdPacket(
                diagnostic,
                state,
                (flags & POLL) != 0,
                (flags & FINAL) != 0,
                (flags & CONTROL_PLANE_INDEPENDENT) != 0,
                (flags & DEMAND) != 0,
                detectMult,
                myDiscriminator,
                yourDiscriminator,
                Integer.toUnsignedLong(in.getInt()),
                Integer.toUnsignedLong(in.getInt()),
                Integer.toUnsignedLong(in.getInt()));
    }

    /** The packet as bytes, {@link #LENGTH} of them. */
    public byte[] encode() {
        int flags = state.ordinal() << 6
                | (poll ? POLL : 0)
                | (fin ? FINAL : 0)
                | (controlPlaneIndependent ? CONTROL_PLANE_INDEPENDENT : 0)
                | (demand ? DEMAND : 0);
        return ByteBuffer.allocate(LENGTH)
                .put((byte) (VERSION << 5 | diagnostic))
                .put((byte) flags)
                .put((byte) detectMult)
                .put((byte) LENGTH)
                .putInt(myDiscriminator)
                .putInt(yourDiscriminator)
                .putInt((int) desiredMinTxMicros)
                .putInt((int) requiredMinRxMicros)
                .putInt((int) requiredMinEchoRxMicros)
                .array();
    }
}
