package coldpotato.interop;

import static coldpotato.interop.Circuit.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;

/** How sessions end, and what is left of them. */
interface FailureFeatures extends Tried {
    /** Routes whose UPDATEs are several times what the sockets' buffers hold. */
    int TABLE = 20_000;

    int FLAPS = 5;
    long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** What a table may take to arrive on a busy machine. */
    long TABLE_NANOS = 2 * MINUTE_NANOS;

    int CUTS = 3;
    Duration SOON = Duration.ofSeconds(1);
    long MEBIBYTES_MORE = 16;

    /** The best of three, since a busy machine may be late with anything; detection takes 0.6 s. */
    @Tries(Feature.BFD)
    default void bfdEndsTheSessionInUnderASecond(Lab lab) {
        Circuit circuit = new Circuit(lab);
        Msee msee = circuit.start(MseeFile.of()
                .set("hold-time", "180s")
                .set("idle-hold", "1s")
                .peer(PRIMARY, "bfd: {interval: 200ms, multiplier: 3}"));
        Daemon ce = circuit.start(product(), PRIMARY.withHoldSeconds(180).withBfd());
        Duration best = Duration.ofMinutes(1);
        for (int i = 0; i < CUTS && best.compareTo(SOON) >= 0; i++) {
            ce.awaitEstablished(PRIMARY);
            Patience.until("BFD is up", () -> ce.bfdIsUp(PRIMARY), () -> ce.report(PRIMARY));
            msee.awaitBfdUp(PRIMARY);
            Instant cut = Instant.now();
            circuit.silence();
            ce.awaitDown(PRIMARY);
            best = Duration.between(cut, msee.awaitDown(PRIMARY, "bfd"));
            circuit.mend();
        }
        assertThat(best).isLessThan(SOON);
    }

    @Tries(Feature.HOLD_TIMER)
    default void theHoldTimerEndsASilentSessionAtBothEnds(Lab lab) {
        Circuit circuit = new Circuit(lab);
        Msee msee = circuit.start(MseeFile.of(PRIMARY));
        Daemon ce = circuit.start(product(), PRIMARY.withHoldSeconds(3));
        ce.awaitEstablished(PRIMARY);
        circuit.silence();
        ce.awaitDown(PRIMARY);
        msee.awaitDown(PRIMARY, "hold timer");
        circuit.mend();
        ce.awaitEstablished(PRIMARY);
    }

    @Tries(Feature.ITS_SHUTDOWN)
    default void theTextOfItsShutdownIsLogged(Lab lab) {
        Circuit circuit = new Circuit(lab);
        Msee msee = circuit.start(MseeFile.of(PRIMARY));
        Daemon ce = circuit.start(product(), PRIMARY);
        ce.awaitEstablished(PRIMARY);
        ce.shutDown(PRIMARY, "tonight we change the fibre");
        msee.awaitDown(PRIMARY, "Administrative Shutdown");
        msee.awaitSaying("tonight we change the fibre");
        ce.bringUp(PRIMARY);
        ce.awaitEstablished(PRIMARY);
    }

    /** Of what its MSEE hears meanwhile the sockets hold a fraction; afterwards both have one table. It starts first. */
    @Order(1)
    @Tries(Feature.STOPS_READING)
    default void aDaemonThatStopsReadingCostsNoMemory(Lab lab) {
        Circuit circuit = new Circuit(lab);
        circuit.smallBuffers();
        Msee msee = circuit.start(MseeFile.of(PRIMARY).set("hold-time", "180s").gateway());
        Bird gateway = circuit.startGateway(OwnRoute.manyApart(TABLE));
        Daemon ce = circuit.start(product(), PRIMARY.withHoldSeconds(180));
        awaitCount(ce, TABLE);
        ce.process().freeze();
        long frozen = System.nanoTime();
        long before = msee.liveMebibytes();
        for (int i = 0; i < FLAPS; i++) {
            gateway.withdrawAll();
            awaitTold(gateway, 0);
            gateway.announceAll();
            awaitTold(gateway, TABLE);
        }
        awaitMinuteSince(frozen);
        assertThat(msee.liveMebibytes() - before).isLessThan(MEBIBYTES_MORE);
        ce.process().thaw();
        awaitCount(ce, TABLE);
        assertThat(msee.downs(PRIMARY)).isZero();
    }

    /** NOTIFICATION 8 itself arrives only at who reads again at once: see {@link SlowPeerTest}. */
    @Tries(Feature.SEND_HOLD)
    default void aDaemonThatReadsNothingForTooLongLosesItsSession(Lab lab) {
        Circuit circuit = new Circuit(lab);
        circuit.smallBuffers();
        Msee msee = circuit.start(MseeFile.of(PRIMARY)
                .set("hold-time", "180s")
                .set("keepalive", "2s")
                .set("send-hold", "6s")
                .gateway());
        Daemon ce = circuit.start(product(), PRIMARY.withHoldSeconds(180));
        ce.awaitEstablished(PRIMARY);
        ce.process().freeze();
        circuit.startGateway(OwnRoute.manyApart(TABLE));
        msee.awaitDown(PRIMARY, "send hold timer");
        ce.process().thaw();
        awaitCount(ce, TABLE);
        msee.awaitUp(PRIMARY);
    }

    private static void awaitCount(Daemon daemon, int count) {
        Patience.until(
                TABLE_NANOS,
                daemon.getClass().getSimpleName() + " has heard " + count + " routes",
                () -> daemon.isEstablished(PRIMARY) && daemon.countHeard(PRIMARY) == count,
                () -> daemon.report(PRIMARY));
    }

    private static void awaitMinuteSince(long nanos) {
        Patience.until(TABLE_NANOS, "a minute is over", () -> System.nanoTime() - nanos > MINUTE_NANOS, () -> "");
    }

    private static void awaitTold(Bird gateway, int count) {
        Patience.until(
                TABLE_NANOS,
                count + " routes are told",
                () -> gateway.countTold(Circuit.FROM_GATEWAY) == count,
                () -> gateway.status(Circuit.FROM_GATEWAY));
    }

    @Tries(Feature.OUR_SHUTDOWN)
    default void theDaemonIsToldThatWeShutDown(Lab lab) {
        Circuit circuit = new Circuit(lab);
        Msee msee = circuit.start(MseeFile.of(PRIMARY));
        Daemon ce = circuit.start(product(), PRIMARY);
        ce.awaitEstablished(PRIMARY);
        msee.stop();
        ce.awaitHearing(Cease.SHUTDOWN);
        ce.process().awaitSaying("\"stopped by its operator\"");
        assertThat(ce.isEstablished(PRIMARY)).isFalse();
    }
}
