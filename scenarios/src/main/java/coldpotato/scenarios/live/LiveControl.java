package coldpotato.scenarios.live;

import coldpotato.scenarios.check.TimeText;
import coldpotato.scenarios.file.ActionReader;
import coldpotato.scenarios.file.Mistake;
import coldpotato.scenarios.file.ReadAction;
import coldpotato.scenarios.report.RunStatus;
import coldpotato.scenarios.report.RunTimes;
import coldpotato.scenarios.report.Showing;
import coldpotato.scenarios.report.Unanswerable;
import coldpotato.scenarios.run.Act;
import coldpotato.scenarios.run.Console;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers what is asked of a live run over its control socket: does things to it, and shows how it stands. */
public final class LiveControl implements Function<ControlRequest, ControlAnswer> {
    private static final String NODE = "node";

    private final Rehearsed run;

    public LiveControl(Rehearsed run) {
        this.run = run;
    }

    @Override
    public ControlAnswer apply(ControlRequest request) {
        try {
            return switch (request.command()) {
                case "fail", "reset-session", "reboot" -> carryOut(request);
                case "repair" -> request.arguments().isEmpty() ? repairAll() : carryOut(request);
                case "show" -> show(request);
                case "status" -> run.whileStill(() -> ControlAnswer.shown(request, new RunStatus(run.console())));
                case "stop" -> stop();
                default -> ControlAnswer.refused("a live run does not know what \"" + request.command() + "\" is");
            };
        } catch (Unanswerable problem) {
            return ControlAnswer.refused(problem.getMessage());
        }
    }

    private ControlAnswer carryOut(ControlRequest request) {
        if (request.arguments().size() != 1) {
            return ControlAnswer.refused(request.command() + " needs one name");
        }
        ReadAction wanted =
                ActionReader.read(request.command(), request.arguments().get(0), request.options());
        return run.between(() -> {
            ImmutableList<Mistake> mistakes = run.console().mistakes(wanted);
            return mistakes.isEmpty()
                    ? done(ImmutableList.of(
                            run.console().carryOut(wanted.action().orElseThrow())))
                    : ControlAnswer.refused(Joiner.on("\n").join(mistakes));
        });
    }

    private ControlAnswer repairAll() {
        ImmutableList<Act> acts = run.between(() -> run.console().repairAll());
        return acts.isEmpty() ? ControlAnswer.done("there is nothing to repair\n") : done(acts);
    }

    private static ControlAnswer done(ImmutableList<Act> acts) {
        return ControlAnswer.done(acts.stream()
                .map(act -> TimeText.of(act.atNanos()) + "  " + act.entry() + "  " + act.text() + "\n")
                .collect(Collectors.joining()));
    }

    private ControlAnswer show(ControlRequest request) {
        Showing table = Showing.of(
                Joiner.on(' ').join(request.arguments()),
                Optional.ofNullable(request.options().get(NODE)));
        return run.whileStill(() -> {
            Console console = run.console();
            RunTimes times = new RunTimes(console.scenario().times().events());
            return ControlAnswer.shown(
                    request,
                    table.show(
                            console.network(),
                            console.external(),
                            console.scenario().name(),
                            times));
        });
    }

    private ControlAnswer stop() {
        run.stop();
        return ControlAnswer.done("the run ends now; it says what it found where it was started\n");
    }
}
