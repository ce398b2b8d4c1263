package coldpotato.bgp.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.unix.Buffer;
import io.netty.channel.unix.RawUnixChannelOption;
import io.netty.util.internal.CleanableDirectBuffer;
import java.nio.ByteBuffer;

/**
 * A look at the TTL in the kernel: packets that crossed a router never reach us (RFC 5881 section 5). UDP has no option for
 * that as TCP has, so a program of the kernel's packet filter is attached to the socket:
 *
 * <pre>
 * 0  ldb  [network header + 0]
 * 1  and  #0xf0                    version
 * 2  jeq  #0x40, 3, 5
 * 3  ldb  [network header + 8]     TTL of IPv4
 * 4  ja   6
 * 5  ldb  [network header + 7]     Hop Limit of IPv6
 * 6  jeq  #255, 7, 8
 * 7  ret  everything
 * 8  ret  nothing
 * </pre>
 */
final class BfdHopFilter {
    private static final int SOL_SOCKET = 1;
    private static final int SO_ATTACH_FILTER = 26;

    // linux/filter.h: offsets from here on count from the network header; codes of the instructions.
    private static final int NETWORK_HEADER = -0x100000;
    private static final int LOAD_OCTET = 0x30;
    private static final int AND = 0x54;
    private static final int JUMP = 0x05;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int RETURN = 0x06;

    /** struct sock_filter: code, jump if true, jump if false, operand. */
    private static final int[][] PROGRAM = {
        {LOAD_OCTET, 0, 0, NETWORK_HEADER},
        {AND, 0, 0, 0xf0},
        {JUMP_IF_EQUAL, 0, 2, 0x40},
        {LOAD_OCTET, 0, 0, NETWORK_HEADER + 8},
        {JUMP, 0, 0, 1},
        {LOAD_OCTET, 0, 0, NETWORK_HEADER + 7},
        {JUMP_IF_EQUAL, 0, 1, PeerSockets.TTL_SECURE},
        {RETURN, 0, 0, -1},
        {RETURN, 0, 0, 0},
    };

    private static final int INSTRUCTION_OCTETS = 8;
    private static final int POINTER_OCTETS = Buffer.addressSize();

    /** struct sock_fprog: the number of instructions, and after a gap where they are. */
    private static final int FPROG_OCTETS = 2 * POINTER_OCTETS;

    private static final ChannelOption<ByteBuffer> ATTACH =
            new RawUnixChannelOption("SO_ATTACH_FILTER", SOL_SOCKET, SO_ATTACH_FILTER, FPROG_OCTETS);

    private BfdHopFilter() {}

    /** True if this kernel takes such a program; containers and old kernels may not. */
    static boolean works() {
        EpollDatagramChannel channel = new EpollDatagramChannel(SocketProtocolFamily.INET);
        try {
            attach(channel);
            return true;
        } catch (ChannelException refused) {
            return false;
        } finally {
            channel.unsafe().closeForcibly();
        }
    }

    /** Attaches the filter to a socket that is not bound yet, so that nothing slips in before. */
    static void attach(Channel channel) {
        CleanableDirectBuffer program = Buffer.allocateDirectBufferWithNativeOrder(PROGRAM.length * INSTRUCTION_OCTETS);
        CleanableDirectBuffer fprog = Buffer.allocateDirectBufferWithNativeOrder(FPROG_OCTETS);
        try {
            write(program.buffer());
            point(fprog.buffer(), Buffer.memoryAddress(program.buffer()));
            channel.config().setOption(ATTACH, fprog.buffer());
        } finally {
            fprog.clean();
            program.clean();
        }
    }

    private static void write(ByteBuffer to) {
        for (int[] instruction : PROGRAM) {
            to.putShort((short) instruction[0])
                    .put((byte) instruction[1])
                    .put((byte) instruction[2])
                    .putInt(instruction[3]);
        }
    }

    private static void point(ByteBuffer fprog, long program) {
        fprog.putShort(0, (short) PROGRAM.length);
        if (POINTER_OCTETS == Long.BYTES) {
            fprog.putLong(POINTER_OCTETS, program);
        } else {
            fprog.putInt(POINTER_OCTETS, (int) program);
        }
    }
}
