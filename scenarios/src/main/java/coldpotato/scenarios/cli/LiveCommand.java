package coldpotato.scenarios.cli;

import coldpotato.bgp.netty.SocketProblem;
import coldpotato.core.azure.EdgeRouter;
import coldpotato.core.net.Prefix;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.live.ControlServer;
import coldpotato.scenarios.live.LiveChoices;
import coldpotato.scenarios.live.LiveControl;
import coldpotato.scenarios.live.LiveRun;
import coldpotato.scenarios.report.Unanswerable;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.scenarios.run.RunChoices;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code live}: a scenario on real TCP, in real time. */
@Command(
        name = "live",
        header = {
            "Runs a scenario over real TCP connections, in real time, and judges it as run does.",
            "",
            "  coldpotato live scenarios/catalog/02-*.yaml",
            "",
        },
        footer = {
            "",
            "Ctrl-C, or coldpotato ctl stop, ends the run early: what can be judged by then is. Exit codes: 0 all expectations",
            "that were judged hold, 1 some failed, 2 bad input, or this machine does not have the addresses, 4 routing did not",
            "settle and no expectation says so."
        })
final class LiveCommand implements Callable<Integer> {
    private static final Prefix ALL_LOOPBACK = Prefix.parse("127.0.0.0/8");

    /** Where the addresses of routers come from. */
    enum Addresses {
        LOOPBACK,
        OWN
    }

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Coldpotato root;

    @Parameters(arity = "1", paramLabel = "FILE", description = "A scenario file.")
    private Path file;

    @Option(
            names = "--addresses",
            paramLabel = "loopback|own",
            defaultValue = "loopback",
            description =
                    "loopback: each router gets an address of 127.0.0.0/8, which needs no privileges; own: those of"
                            + " the file, and port 179. Default: ${DEFAULT-VALUE}.")
    private Addresses addresses;

    @Option(
            names = "--loopback",
            paramLabel = "BLOCK",
            defaultValue = "127.77.0.0/16",
            description = "Where addresses of loopback are taken from. Default: ${DEFAULT-VALUE}.")
    private String block;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "1790",
            description = "Where routers listen on loopback. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--bfd-port",
            paramLabel = "N",
            defaultValue = "3784",
            description = "Where routers take BFD packets. Default: ${DEFAULT-VALUE}, to which real routers send them.")
    private int bfdPort;

    @Option(
            names = "--external",
            paramLabel = "ROUTER",
            description = "A real router takes the place of this edge router, as if the file said external: on. May be"
                    + " repeated.")
    private List<String> external = new ArrayList<>();

    @Option(
            names = "--stay",
            description = "Do not end with the scenario, but when somebody says so: Ctrl-C, or coldpotato ctl stop.")
    private boolean stay;

    @Option(
            names = "--socket",
            paramLabel = "PATH",
            description = "Where coldpotato ctl reaches this run. Default: " + CtlCommand.USUAL_SOCKET)
    private Path socket;

    @Option(names = "--no-ctl", description = "Listen to nobody.")
    private boolean silent;

    @Mixin
    private RunReports reports;

    @Override
    public Integer call() throws IOException {
        LiveChoices live = choices();
        EarlyEnd end = new EarlyEnd();
        int exitCode = ExitCode.INTERNAL_ERROR;
        try {
            exitCode = reports.report(
                    root.terminal(), List.of(file), (path, scenario, choices) -> run(scenario, choices, live, end));
        } finally {
            end.reported(root.terminal(), exitCode);
        }
        return exitCode;
    }

    private LiveChoices choices() {
        checkPlace();
        checkPort("--port", port);
        checkPort("--bfd-port", bfdPort);
        return new LiveChoices(
                addresses == Addresses.OWN ? Optional.empty() : Optional.of(loopback()),
                port,
                bfdPort,
                ImmutableSet.copyOf(external),
                stay);
    }

    /** What only loopback has a use for. */
    private void checkPlace() {
        if (addresses == Addresses.OWN) {
            Stream.of("--loopback", "--port")
                    .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                    .findFirst()
                    .ifPresent(option -> {
                        throw BadInput.of(option + ": with --addresses own routers have the addresses of the file and"
                                + " port 179; leave one of the two out");
                    });
        }
    }

    private static void checkPort(String option, int value) {
        if (value < 1 || value > 65535) {
            throw BadInput.of(option + ": " + value + " is no port; say 1 to 65535");
        }
    }

    private Prefix loopback() {
        return Prefix.tryParse(block)
                .filter(ALL_LOOPBACK::contains)
                .orElseThrow(() ->
                        BadInput.of("--loopback: \"" + block + "\" is no part of 127.0.0.0/8, such as 127.77.0.0/16"));
    }

    private RehearsalResult run(Scenario scenario, RunChoices choices, LiveChoices live, EarlyEnd end) {
        checkExternal(scenario);
        LiveRun run = new LiveRun(scenario, choices, live, this::tell);
        end.of(run);
        return silent ? rehearse(run) : rehearseAnswering(run);
    }

    private RehearsalResult rehearse(LiveRun run) {
        try {
            return run.run();
        } catch (SocketProblem problem) {
            throw problem;
        } catch (RuntimeException | Error mistake) {
            throw new InternalMistake(file, run.rehearsal().whereabouts(), mistake);
        }
    }

    private RehearsalResult rehearseAnswering(LiveRun run) {
        try (ControlServer server = ControlServer.open(CtlCommand.socket(socket), new LiveControl(run))) {
            tell("coldpotato ctl" + (socket == null ? "" : " --socket " + socket) + " reaches this run at "
                    + server.path());
            return rehearse(run);
        }
    }

    private void checkExternal(Scenario scenario) {
        List<String> known =
                scenario.network().edgeRouters().map(EdgeRouter::name).toList();
        external.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Unanswerable.unknown("edge router", name, known);
        });
    }

    /** While it runs, for whoever waits; what was asked for comes at the end. */
    private void tell(String line) {
        if (!reports.isQuiet()) {
            root.terminal().err().print(line + "\n");
            root.terminal().err().flush();
        }
    }
}
