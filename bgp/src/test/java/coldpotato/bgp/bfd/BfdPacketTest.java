package coldpotato.bgp.bfd;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.BaseEncoding;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BfdPacketTest {
    private static final BfdPacket UP_WITH_POLL =
            new BfdPacket(3, BfdState.UP, true, false, false, false, 3, 0x0a0b0c0d, 0x01020304, 300_000, 300_000, 0);

    private static final byte[] UP_WITH_POLL_BYTES = bytes(
            "23" // version 1, diagnostic 3
                    + "e0" // Up, Poll
                    + "03" // Detect Mult
                    + "18" // length
                    + "0a0b0c0d" // My Discriminator
                    + "01020304" // Your Discriminator
                    + "000493e0" // Desired Min TX: 300 ms
                    + "000493e0" // Required Min RX: 300 ms
                    + "00000000"); // no echo

    private static byte[] bytes(String hex) {
        return BaseEncoding.base16().lowerCase().decode(hex);
    }

    @Test
    void hasTheLayoutOfTheRfc() {
        assertThat(UP_WITH_POLL.encode()).isEqualTo(UP_WITH_POLL_BYTES);
        assertThat(BfdPacket.decode(UP_WITH_POLL_BYTES)).isEqualTo(UP_WITH_POLL);
    }

    /** One byte of a good packet is changed. */
    @ParameterizedTest
    @CsvSource({
        "0, 0x43, VERSION",
        "2, 0x00, DETECT_MULT_ZERO",
        "3, 0x17, LENGTH_TOO_SMALL",
        "3, 0x19, LENGTH_BEYOND_PAYLOAD",
        "1, 0xe1, MULTIPOINT",
        "1, 0xe4, LENGTH_TOO_SMALL",
    })
    void discardsWhatTheRfcDiscards(int at, String value, BfdDiscard reason) {
        byte[] bytes = UP_WITH_POLL_BYTES.clone();
        bytes[at] = (byte) (int) Integer.decode(value);
        assertThat(BfdPacket.decode(bytes)).isEqualTo(reason);
    }

    @Test
    void discardsWhatIsTooShort() {
        assertThat(BfdPacket.decode(Arrays.copyOf(UP_WITH_POLL_BYTES, 23))).isEqualTo(BfdDiscard.TOO_SHORT);
        assertThat(BfdPacket.decode(new byte[0])).isEqualTo(BfdDiscard.TOO_SHORT);
    }

    @Test
    void discardsAnAuthenticatedPacket() {
        byte[] bytes = Arrays.copyOf(UP_WITH_POLL_BYTES, 26);
        bytes[1] = (byte) 0xe4;
        bytes[3] = 26;
        assertThat(BfdPacket.decode(bytes)).isEqualTo(BfdDiscard.AUTHENTICATION);
    }

    @Test
    void discardsAPacketWithoutDiscriminators() {
        byte[] withoutMine = UP_WITH_POLL_BYTES.clone();
        Arrays.fill(withoutMine, 4, 8, (byte) 0);
        assertThat(BfdPacket.decode(withoutMine)).isEqualTo(BfdDiscard.MY_DISCRIMINATOR_ZERO);
        byte[] withoutYours = UP_WITH_POLL_BYTES.clone();
        Arrays.fill(withoutYours, 8, 12, (byte) 0);
        assertThat(BfdPacket.decode(withoutYours)).isEqualTo(BfdDiscard.YOUR_DISCRIMINATOR_ZERO);
    }

    @Provide
    Arbitrary<BfdPacket> packets() {
        Arbitrary<Long> micros = Arbitraries.longs().between(0, 0xffff_ffffL);
        Arbitrary<Integer> discriminators = Arbitraries.integers().filter(value -> value != 0);
        Arbitrary<BfdPacket> withFlags = Combinators.combine(
                        Arbitraries.integers().between(0, 31),
                        Arbitraries.of(BfdState.class),
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(1, 255),
                        discriminators,
                        discriminators,
                        micros,
                        micros)
                .as((diagnostic, state, flags, mult, mine, yours, tx, rx) -> new BfdPacket(
                        diagnostic,
                        state,
                        (flags & 8) != 0,
                        (flags & 4) != 0,
                        (flags & 2) != 0,
                        (flags & 1) != 0,
                        mult,
                        mine,
                        yours,
                        tx,
                        rx,
                        tx));
        return withFlags;
    }

    @Property
    void whatIsEncodedIsDecodedAgain(@ForAll("packets") BfdPacket packet) {
        assertThat(BfdPacket.decode(packet.encode())).isEqualTo(packet);
    }

    @Property
    void anyBytesEndInAPacketOrADiscard(@ForAll byte[] bytes) {
        assertThat(BfdPacket.decode(bytes)).isNotNull();
    }

    /** Random bytes rarely pass the first check, so a good packet is damaged. */
    @Property
    void aDamagedPacketEndsInAPacketOrADiscard(
            @ForAll("packets") BfdPacket packet, @ForAll byte at, @ForAll byte value) {
        byte[] bytes = packet.encode();
        bytes[Math.floorMod(at, bytes.length)] = value;
        assertThat(BfdPacket.decode(bytes)).isNotNull();
    }
}
