package coldpotato.bgp.bfd;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Leaving out the packets of the steady state changes nothing else. */
class BfdSkippingTest {
    /** What is drawn for one run: the wire goes dead at one time, in one direction or both, and is mended later. */
    record Story(
            BfdTimers a,
            BfdTimers b,
            long delayToB,
            long delayToA,
            long seed,
            long cutNanos,
            long mendNanos,
            int deadDirections) {}

    @Provide
    Arbitrary<Story> stories() {
        Arbitrary<Long> delays = Arbitraries.longs().between(0, Durations.millis(700));
        Arbitrary<Long> times = Arbitraries.longs().between(0, Durations.seconds(20));
        return Combinators.combine(
                        timers(),
                        timers(),
                        delays,
                        delays,
                        Arbitraries.longs(),
                        times,
                        times,
                        Arbitraries.integers().between(1, 3))
                .as(Story::new);
    }

    private static Arbitrary<BfdTimers> timers() {
        Arbitrary<Long> intervals = Arbitraries.longs().between(50, 2000).map(Durations::millis);
        return Combinators.combine(intervals, intervals, Arbitraries.integers().between(1, 5))
                .as(BfdTimers::new);
    }

    private static ToyWire play(Story story, Function<ToyWire, Function<Long, ToyWire>> run) {
        ToyWire wire = new ToyWire(story.a, story.b, story.delayToB, story.delayToA, story.seed).start();
        run.apply(wire).apply(story.cutNanos);
        wire.setDead(0, (story.deadDirections & 1) != 0);
        wire.setDead(1, (story.deadDirections & 2) != 0);
        wire.runUntil(story.cutNanos + story.mendNanos);
        wire.setDead(0, false);
        wire.setDead(1, false);
        return run.apply(wire).apply(story.cutNanos + story.mendNanos + Durations.seconds(20));
    }

    @Test
    void aQuietDayCostsAHandfulOfPackets() {
        ToyWire wire = new ToyWire(BfdTimers.DEFAULT, BfdTimers.DEFAULT, 5_000_000, 7_000_000, 1).start();
        wire.runSkippingUntil(Durations.seconds(86_400));
        assertThat(wire.packets).isLessThan(20);
        assertThat(wire.a().packetsSent()).isGreaterThan(300_000);
        assertThat(wire.a().state()).isEqualTo(BfdState.UP);
    }

    @Property(tries = 1000)
    void everyLaterEventIsTheSameWithAndWithoutPackets(@ForAll("stories") Story story) {
        ToyWire withPackets = play(story, wire -> wire::runUntil);
        ToyWire without = play(story, wire -> wire::runSkippingUntil);
        assertThat(without.log()).isEqualTo(withPackets.log());
        assertThat(without.a().packetsSent()).isEqualTo(withPackets.a().packetsSent());
        assertThat(without.b().packetsSent()).isEqualTo(withPackets.b().packetsSent());
        assertThat(without.a().nextDeadlineNanos()).isEqualTo(withPackets.a().nextDeadlineNanos());
        assertThat(without.b().nextDeadlineNanos()).isEqualTo(withPackets.b().nextDeadlineNanos());
    }
}
