package coldpotato.sim.net;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.bfd.BfdState;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.core.time.Durations;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BfdQuietTest {
    /** What is done to the lab after a while. */
    enum Deed {
        CUT,
        CUT_ONE_WAY,
        LOSE,
        LOSE_MUCH_ONE_WAY,
        SLOW,
        SLOWER_THAN_DETECTION,
        REPAIR,
        END_SESSION,
        START_SESSION,
        POWER_OFF,
        POWER_ON,
        UNROUTE,
        ROUTE,
        SEND_TCP
    }

    record Step(long afterNanos, Deed deed, boolean left, BfdTimers timers) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Long> after = Arbitraries.oneOf(
                Arbitraries.longs().between(0, Durations.seconds(2)),
                Arbitraries.longs().between(0, Durations.seconds(100)));
        return Combinators.combine(after, Arbitraries.of(Deed.values()), Arbitraries.of(true, false), timers())
                .as(Step::new)
                .list()
                .ofMaxSize(14);
    }

    private static Arbitrary<BfdTimers> timers() {
        Arbitrary<Long> interval = Arbitraries.of(50L, 300L, 1000L).map(Durations::millis);
        return Combinators.combine(interval, interval, Arbitraries.of(1, 3)).as(BfdTimers::new);
    }

    @Property(tries = 300)
    void everythingElseIsAsIfAllPacketsHadBeenSent(@ForAll("steps") List<Step> steps, @ForAll long seed) {
        assertSameWithoutPackets(steps, seed);
    }

    /** The gap that a short interruption leaves ends a session, or not, only when the packets after it are due. */
    @Property(tries = 200)
    void doesNotFallQuietInTheGapOfAnInterruption(
            @ForAll @LongRange(min = 600_000_000, max = 760_000_000) long gapNanos, @ForAll long seed) {
        Step before = new Step(Durations.seconds(60), Deed.CUT, true, BfdTimers.DEFAULT);
        Step after = new Step(gapNanos, Deed.REPAIR, true, BfdTimers.DEFAULT);
        assertSameWithoutPackets(List.of(before, after), seed);
    }

    private static void assertSameWithoutPackets(List<Step> steps, long seed) {
        BfdLab full = run(steps, seed, false);
        BfdLab skipping = run(steps, seed, true);

        assertThat(skipping.log).isEqualTo(full.log);
        assertThat(skipping.left.packetsSent()).isEqualTo(full.left.packetsSent());
        assertThat(skipping.right.packetsSent()).isEqualTo(full.right.packetsSent());
    }

    @Test
    void aQuietDayCostsNextToNothing() {
        BfdLab lab = started(true);
        lab.simulation.runUntil(Durations.seconds(86_400));

        assertThat(lab.simulation.events()).isLessThan(400);
        lab.quiet.orElseThrow().wakeAll();
        assertThat(lab.left.packetsSent()).isBetween(288_000L, 384_000L);
        assertThat(lab.left.state()).contains(BfdState.UP);
    }

    @Test
    void detectsASilentCutInTheMiddleOfTheDay() {
        BfdLab lab = started(true);
        lab.simulation.runUntil(Durations.seconds(50_000));
        lab.link.fail("cut", LinkFault.silent());
        lab.simulation.runUntil(Durations.seconds(50_001));

        assertThat(lab.left.state()).contains(BfdState.DOWN);
        assertThat(lab.right.state()).contains(BfdState.DOWN);
    }

    private static BfdLab started(boolean leavingOut) {
        BfdLab lab = new BfdLab(1, leavingOut);
        lab.left.start(BfdTimers.DEFAULT);
        lab.right.start(BfdTimers.DEFAULT);
        return lab;
    }

    private static BfdLab run(List<Step> steps, long seed, boolean leavingOut) {
        BfdLab lab = new BfdLab(seed, leavingOut);
        lab.right.stack().listen(Wire.toLeft(java.util.Optional.empty()));
        lab.left.start(BfdTimers.DEFAULT);
        lab.right.start(BfdTimers.DEFAULT);
        lab.left.stack().connect(1, Wire.toRight(java.util.Optional.empty()));
        for (Step step : steps) {
            lab.simulation.runUntil(lab.simulation.nowNanos() + step.afterNanos());
            perform(lab, step);
        }
        lab.simulation.runUntil(lab.simulation.nowNanos() + Durations.seconds(60));
        lab.quiet.ifPresent(BfdQuiet::wakeAll);
        return lab;
    }

    private static void perform(BfdLab lab, Step step) {
        Direction direction = step.left() ? Direction.A_TO_B : Direction.B_TO_A;
        BfdHost host = lab.host(step.left());
        switch (step.deed()) {
            case CUT -> lab.link.fail("fault", LinkFault.silent());
            case CUT_ONE_WAY -> lab.link.fail("fault", LinkFault.silent().only(direction));
            case LOSE -> lab.link.fail("fault", LinkFault.loss(0.3));
            case LOSE_MUCH_ONE_WAY -> lab.link.fail("fault", LinkFault.loss(0.7).only(direction));
            case SLOW -> lab.link.fail("slow", LinkFault.slow(Durations.millis(333)));
            case SLOWER_THAN_DETECTION -> lab.link.fail("slow", LinkFault.slow(Durations.seconds(4)));
            case REPAIR -> {
                lab.link.repair("fault");
                lab.link.repair("slow");
            }
            case END_SESSION -> host.end();
            case START_SESSION -> host.start(step.timers());
            case POWER_OFF -> host.fail();
            case POWER_ON -> host.recover(step.timers());
            case UNROUTE -> lab.route(false);
            case ROUTE -> lab.route(true);
            case SEND_TCP -> host.trySend();
        }
    }
}
