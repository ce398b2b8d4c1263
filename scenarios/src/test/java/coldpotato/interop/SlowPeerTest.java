package coldpotato.interop;

import static coldpotato.interop.Circuit.FROM_GATEWAY;
import static coldpotato.interop.Circuit.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A peer that stops reading, then reads again all that was kept for it, and counts. */
@Tag("bird")
@Execution(ExecutionMode.CONCURRENT)
@NeedsNamespaces(products = Product.BIRD)
class SlowPeerTest {
    /** From AS 65010, hold time 180 s, 4-octet AS numbers; and the KEEPALIVE that makes the session. */
    private static final String OPEN = "ff".repeat(16) + "0025" + "01" + "04" + "fdf2" + "00b4" + "c0a86481" + "08"
            + "0206" + "41040000fdf2" + "ff".repeat(16) + "0013" + "04";

    private static final int TABLE = 20_000;
    private static final int FLAPS = 20;

    /** What one UPDATE with one of these routes has at least. */
    private static final long UPDATE_OCTETS = 50;

    /** What our speaker keeps for a stream at most; and the kernels, with small buffers. */
    private static final long UNSENT_OCTETS = 1 << 20;

    private static final long KERNEL_OCTETS = 1 << 19;
    private static final long MEBIBYTES_MORE = 16;

    private Foreground peer;
    private Msee msee;

    @Test
    void whatChangesUnseenIsNotKeptForIt(Lab lab) {
        Circuit circuit = connect(lab, file());
        Bird gateway = circuit.startGateway(OwnRoute.manyApart(TABLE));
        peer.freeze();
        flap(gateway);
        long before = settledMebibytes(gateway);
        for (int i = 0; i < FLAPS; i++) {
            flap(gateway);
        }
        assertThat(settledMebibytes(gateway) - before).isLessThan(MEBIBYTES_MORE);
        msee.process().signal("TERM");
        peer.thaw();
        Heard heard = RawPeer.awaitEnd(peer);
        assertThat(heard.notification()).startsWith("06 02 ");
        assertThat(heard.octets()).isLessThan(FLAPS * TABLE * UPDATE_OCTETS / 4);
    }

    /** Soon enough is within the five seconds that a closed connection has to deliver its last octets. */
    @Test
    void hearsWhyItsSessionEndedIfItReadsAgainSoonEnough(Lab lab) {
        Circuit circuit = connect(lab, file().set("keepalive", "2s").set("send-hold", "6s"));
        peer.freeze();
        circuit.startGateway(OwnRoute.manyApart(4 * TABLE));
        msee.awaitDown(PRIMARY, "send hold timer");
        peer.thaw();
        Heard heard = RawPeer.awaitEnd(peer);
        assertThat(heard.notification()).isEqualTo("08 00 ");
        assertThat(heard.octets()).isLessThan(UNSENT_OCTETS + KERNEL_OCTETS);
    }

    private Circuit connect(Lab lab, MseeFile file) {
        Circuit circuit = new Circuit(lab);
        circuit.smallBuffers();
        msee = circuit.start(file);
        msee.awaitListening();
        peer = RawPeer.start(lab, circuit.edgeSpace(), PRIMARY.local(), PRIMARY.remote(), OPEN);
        msee.awaitUp(PRIMARY);
        return circuit;
    }

    private static MseeFile file() {
        return MseeFile.of().listening(PRIMARY).set("hold-time", "180s").gateway();
    }

    private static void flap(Bird gateway) {
        awaitTold(gateway, TABLE);
        gateway.withdrawAll();
        awaitTold(gateway, 0);
        gateway.announceAll();
    }

    /** With the whole table: what our process keeps when it has worked off what it was told. */
    private long settledMebibytes(Bird gateway) {
        awaitTold(gateway, TABLE);
        AtomicLong last = new AtomicLong();
        Patience.until(
                "our memory stands still",
                () -> {
                    long now = msee.liveMebibytes();
                    return Math.abs(now - last.getAndSet(now)) <= 1;
                },
                () -> last + " MiB");
        return last.get();
    }

    private static void awaitTold(Bird gateway, int count) {
        Patience.until(
                count + " routes are told",
                () -> gateway.countTold(FROM_GATEWAY) == count,
                () -> gateway.status(FROM_GATEWAY));
    }
}
