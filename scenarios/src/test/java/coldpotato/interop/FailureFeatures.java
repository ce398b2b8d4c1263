package coldpotato.interop;

import static coldpotato.interop.Circuit.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

/** How sessions end, and what is left of them. */
interface FailureFeatures extends Tried {
    /** Routes whose UPDATEs are several times what the sockets' buffers hold. */
    int TABLE = 20_000;

    int FLAPS = 20;
    int CUTS = 3;
    Duration SOON = Duration.ofSeconds(1);
    long MEBIBYTES_MORE = 64;

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

    /**
     * The daemon does not read while its MSEE hears a table come and go twenty times, of which the sockets hold a fraction;
     * that takes seconds, not the minute that nobody wants to wait for. Afterwards both have one table.
     */
    @Tries(Feature.STOPS_READING)
    default void aDaemonThatStopsReadingCostsNoMemory(Lab lab) {
        Circuit circuit = new Circuit(lab);
        circuit.smallBuffers();
        Msee msee = circuit.start(MseeFile.of(PRIMARY).set("hold-time", "180s").gateway());
        Bird gateway = circuit.startGateway(OwnRoute.manyApart(TABLE));
        Daemon ce = circuit.start(product(), PRIMARY.withHoldSeconds(180));
        awaitCount(ce, TABLE);
        ce.process().freeze();
        long before = msee.process().residentMebibytes();
        for (int i = 0; i < FLAPS; i++) {
            gateway.withdrawAll();
            awaitTold(gateway, 0);
            gateway.announceAll();
            awaitTold(gateway, TABLE);
        }
        assertThat(msee.process().residentMebibytes() - before).isLessThan(MEBIBYTES_MORE);
        ce.process().thaw();
        awaitCount(ce, TABLE);
        assertThat(msee.downs(PRIMARY)).isZero();
    }

    /** NOTIFICATION 8 itself cannot arrive where the bytes before it do not. */
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
                daemon.getClass().getSimpleName() + " has heard " + count + " routes",
                () -> daemon.isEstablished(PRIMARY) && daemon.countHeard(PRIMARY) == count,
                () -> daemon.report(PRIMARY));
    }

    private static void awaitTold(Bird gateway, int count) {
        Patience.until(
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
