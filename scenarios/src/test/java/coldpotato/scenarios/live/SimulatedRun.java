package coldpotato.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import coldpotato.scenarios.file.ReadResult;
import coldpotato.scenarios.file.ScenarioReader;
import coldpotato.scenarios.run.Console;
import coldpotato.scenarios.run.Rehearsal;
import coldpotato.scenarios.run.RunChoices;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A rehearsal in virtual time that stands still whenever nobody lets time pass. */
public final class SimulatedRun implements Rehearsed {
    private final Rehearsal rehearsal;
    private boolean stopped;

    /** @param at how far it has come, in nanoseconds of the run */
    public SimulatedRun(Path file, String at) {
        ReadResult read = ScenarioReader.read(file, ImmutableList.of(), ImmutableList.of());
        assertThat(read.mistakes()).isEmpty();
        rehearsal = new Rehearsal(read.scenario().orElseThrow(), RunChoices.USUAL);
        rehearsal.upTo(Durations.parse(at));
    }

    /** Lets time pass. */
    public void pass(String time) {
        rehearsal.console().network().runUntil(rehearsal.console().network().nowNanos() + Durations.parse(time));
    }

    public boolean isStopped() {
        return stopped;
    }

    @Override
    public Console console() {
        return rehearsal.console();
    }

    @Override
    public <T> T between(Supplier<T> deed) {
        return deed.get();
    }

    @Override
    public <T> T whileStill(Supplier<T> look) {
        return look.get();
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
