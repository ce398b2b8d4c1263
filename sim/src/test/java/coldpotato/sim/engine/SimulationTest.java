package coldpotato.sim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private final Simulation simulation = new Simulation();
    private final List<String> log = new ArrayList<>();

    private Event note(String what) {
        return now -> log.add(what + "@" + now);
    }

    @Test
    void ordersByTimeThenNodeThenPerNodeCount() {
        simulation.schedule(20, "a", note("late"));
        simulation.schedule(10, "b", note("b1"));
        simulation.schedule(10, "a", note("a1"));
        simulation.schedule(10, "b", note("b2"));
        simulation.schedule(10, "a", note("a2"));

        assertThat(simulation.runUntil(20)).isEqualTo(new RunResult(java.util.Optional.empty(), 20, 5));
        assertThat(log).containsExactly("a1@10", "a2@10", "b1@10", "b2@10", "late@20");
    }

    @Test
    void aNewNodeChangesNobodyElsesOrder() {
        simulation.schedule(10, "c", note("c"));
        simulation.schedule(10, "b", note("new"));
        simulation.schedule(10, "a", note("a"));
        simulation.runUntil(10);

        assertThat(log).containsExactly("a@10", "new@10", "c@10");
    }

    @Test
    void runsEverythingDueAtTheEndIncludingWhatIsScheduledThere() {
        simulation.schedule(10, "a", now -> simulation.schedule(now, "a", note("same instant")));
        simulation.schedule(11, "a", note("later"));
        simulation.runUntil(10);

        assertThat(log).containsExactly("same instant@10");
        assertThat(simulation.nowNanos()).isEqualTo(10);
        assertThat(simulation.nextEventNanos()).isEqualTo(11);
    }

    @Test
    void wakesUpAfterTheNodesOrdinaryEventsHoweverOftenItWasMoved() {
        Wakeup wakeup = simulation.wakeup("a", note("wake"));
        wakeup.moveTo(10);
        wakeup.moveTo(5);
        wakeup.moveTo(10);
        simulation.schedule(10, "a", note("event"));
        simulation.schedule(10, "b", note("other node"));
        simulation.runUntil(10);

        assertThat(log).containsExactly("event@10", "wake@10", "other node@10");
        assertThat(wakeup.isSet()).isFalse();
    }

    @Test
    void doesNotWakeUpOnceCancelled() {
        Wakeup wakeup = simulation.wakeup("a", note("wake"));
        wakeup.moveTo(5);
        wakeup.cancel();
        wakeup.moveTo(7);
        wakeup.moveTo(Long.MAX_VALUE);
        simulation.runUntil(10);

        assertThat(log).isEmpty();
        assertThat(simulation.pending()).isZero();
    }

    @Test
    void refusesWhatHasPassed() {
        simulation.runUntil(10);

        assertThatThrownBy(() -> simulation.schedule(9, "a", note("past")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> simulation.runUntil(9)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endsWithAResultWhenTimeStandsStill() {
        Simulation limited = new Simulation(new RunLimits(1000, 100, 1000));
        limited.schedule(5, "a", new Event() {
            @Override
            public void happen(long now) {
                limited.schedule(now, "a", this);
            }
        });

        RunResult result = limited.runUntil(10);
        assertThat(result.limit()).contains(Limit.EVENTS_PER_INSTANT);
        assertThat(result.timeNanos()).isEqualTo(5);
        assertThat(limited.runUntil(20)).isEqualTo(result);
    }

    @Test
    void endsWithAResultAfterTooManyEvents() {
        Simulation limited = new Simulation(new RunLimits(7, 100, 1000));
        limited.schedule(0, "a", new Event() {
            @Override
            public void happen(long now) {
                limited.schedule(now + 1, "a", this);
            }
        });

        RunResult result = limited.runUntil(100);
        assertThat(result.limit()).contains(Limit.EVENTS);
        assertThat(result.events()).isEqualTo(7);
        assertThat(result.complete()).isFalse();
    }

    @Test
    void endsWithAResultWhenTooMuchWaits() {
        Simulation limited = new Simulation(new RunLimits(1000, 1000, 2));
        for (int i = 0; i < 3; i++) {
            limited.schedule(i, "a", note("waits"));
        }

        assertThat(limited.runUntil(100).limit()).contains(Limit.PENDING);
        assertThat(log).isEmpty();
    }
}
