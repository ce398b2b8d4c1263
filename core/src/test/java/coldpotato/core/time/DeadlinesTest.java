package coldpotato.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    enum Timer {
        HOLD,
        KEEPALIVE,
        CONNECT_RETRY
    }

    private final Deadlines<Timer> deadlines = new Deadlines<>(Timer.class);

    private List<Timer> takeAllDue(long nowNanos) {
        List<Timer> taken = new ArrayList<>();
        for (Optional<Timer> timer = deadlines.takeDue(nowNanos);
                timer.isPresent();
                timer = deadlines.takeDue(nowNanos)) {
            taken.add(timer.get());
        }
        return taken;
    }

    @Test
    void nothingIsArmedAtFirst() {
        assertThat(deadlines.nextNanos()).isEqualTo(Deadlines.NONE);
        assertThat(deadlines.takeDue(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void aDeadlineIsDueAtItsVeryTimeAndNotBefore() {
        deadlines.arm(Timer.HOLD, 100);
        assertThat(deadlines.takeDue(99)).isEmpty();
        assertThat(deadlines.takeDue(100)).contains(Timer.HOLD);
        assertThat(deadlines.isArmed(Timer.HOLD)).isFalse();
    }

    @Test
    void armingAnewForgetsTheOldDeadline() {
        deadlines.arm(Timer.HOLD, 100);
        deadlines.arm(Timer.HOLD, 200);
        assertThat(deadlines.takeDue(150)).isEmpty();
        assertThat(deadlines.deadlineNanos(Timer.HOLD)).isEqualTo(200);
    }

    @Test
    void aCancelledTimerDoesNotFire() {
        deadlines.arm(Timer.HOLD, 100);
        deadlines.arm(Timer.KEEPALIVE, 100);
        deadlines.cancel(Timer.HOLD);
        assertThat(takeAllDue(100)).containsExactly(Timer.KEEPALIVE);
        deadlines.arm(Timer.HOLD, 100);
        deadlines.cancelAll();
        assertThat(deadlines.nextNanos()).isEqualTo(Deadlines.NONE);
    }

    @Property
    void timersFallDueInOrderOfTimeThenOfTheEnum(@ForAll @Size(3) List<@LongRange(max = 3) Long> times) {
        for (Timer timer : Timer.values()) {
            deadlines.arm(timer, times.get(timer.ordinal()));
        }
        List<Timer> expected = new ArrayList<>(List.of(Timer.values()));
        expected.sort(Comparator.comparingLong(timer -> times.get(timer.ordinal())));
        assertThat(deadlines.nextNanos()).isEqualTo(times.get(expected.get(0).ordinal()));
        assertThat(takeAllDue(3)).isEqualTo(expected);
    }
}
