package coldpotato.scenarios.cli;

import coldpotato.scenarios.live.ControlAnswer;
import coldpotato.scenarios.live.ControlClient;
import coldpotato.scenarios.live.ControlRequest;
import coldpotato.scenarios.live.ControlSocket;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * {@code ctl}: talks to a run under way. What values mean, the run says: the same words as in the timeline, read by the same
 * reader.
 */
@Command(
        name = "ctl",
        header = {
            "Does things to a live run, and shows how it stands.",
            "",
            "  coldpotato ctl fail er-ams.primary --how silent",
            "  coldpotato ctl show bgp summary --node ce1",
            "  coldpotato ctl repair",
            "",
        },
        synopsisSubcommandLabel = "COMMAND")
final class CtlCommand implements Runnable {
    /** In words. */
    static final String USUAL_SOCKET = "live.sock in $$XDG_RUNTIME_DIR/coldpotato or /tmp/coldpotato-UID.";

    private static final String START =
            "start a run with coldpotato live FILE, or say --socket PATH if it listens elsewhere";

    @ParentCommand
    private Coldpotato root;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--socket",
            paramLabel = "PATH",
            scope = ScopeType.INHERIT,
            description = "Where the run listens. Default: " + USUAL_SOCKET)
    private Path socket;

    @Mixin
    private CommonOptions common;

    @Command(
            name = "fail",
            header = {"A link or a group of links fails, as with fail in a timeline.", ""})
    int fail(
            @Parameters(paramLabel = "NAME", description = "Such as er-ams.primary.") String name,
            @Option(
                            names = "--how",
                            paramLabel = "loud|silent",
                            description =
                                    "loud: the light goes out; silent: frames vanish and nobody is told. Default: loud.")
                    String how,
            @Option(
                            names = "--direction",
                            paramLabel = "both|to-site|to-azure",
                            description = "Which way is lost; one way alone is silent. Default: both.")
                    String direction,
            @Option(
                            names = "--loss",
                            paramLabel = "PERCENT",
                            description = "Share of the frames that is lost. Default: 100%%.")
                    String loss,
            @Mixin CommonOptions help) {
        return ask(with(with(with(ControlRequest.of("fail", name), "how", how), "direction", direction), "loss", loss));
    }

    @Command(
            name = "repair",
            header = {"Every failure is taken off a link or a group; without a name, off everything.", ""})
    int repair(
            @Parameters(arity = "0..1", paramLabel = "NAME", description = "Such as er-ams.primary.") String name,
            @Mixin CommonOptions help) {
        return ask(name == null ? ControlRequest.of("repair") : ControlRequest.of("repair", name));
    }

    @Command(
            name = "reset-session",
            header = {"An administrator closes a BGP session, which may come back at once.", ""})
    int resetSession(
            @Parameters(paramLabel = "NAME", description = "Such as er-ams.primary.private.ipv4.") String name,
            @Mixin CommonOptions help) {
        return ask(ControlRequest.of("reset-session", name));
    }

    @Command(
            name = "reboot",
            header = {"A node, or each of a group, loses its power for a time.", ""})
    int reboot(
            @Parameters(paramLabel = "NAME", description = "Such as ce1.") String name,
            @Option(names = "--takes", paramLabel = "TIME", description = "For how long. Default: 2m.") String takes,
            @Mixin CommonOptions help) {
        return ask(with(ControlRequest.of("reboot", name), "takes", takes));
    }

    @Command(
            name = "show",
            header = {"Shows a table of a router as it is now; see coldpotato show.", ""})
    int show(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "WHAT",
                            description =
                                    "bgp summary, bgp, bgp PREFIX, routes, fib, sessions, flows, or what Azure shows, see coldpotato"
                                            + " show --help; of a coldpotato speaker"
                                            + " bgp summary, bgp, bgp PREFIX or neighbors.")
                    List<String> what,
            @Option(
                            names = "--node",
                            paramLabel = "N",
                            description = "Of which router; flows and sessions are shown of all.")
                    String node,
            @Option(names = "--json", description = "For programs.") boolean json,
            @Mixin CommonOptions help) {
        String[] words = String.join(" ", what).split(" ");
        return ask(json(with(ControlRequest.of("show", words), "node", node), json));
    }

    @Command(
            name = "status",
            header =
                    "Tells the time of the run, the sessions that are down, the failures in force, and what comes next.")
    int status(@Option(names = "--json", description = "For programs.") boolean json, @Mixin CommonOptions help) {
        return ask(json(ControlRequest.of("status"), json));
    }

    @Command(
            name = "stop",
            header = {"Ends the run, which then says what it found.", ""})
    int stop(@Mixin CommonOptions help) {
        return ask(ControlRequest.of("stop"));
    }

    private static ControlRequest with(ControlRequest request, String option, String value) {
        return value == null ? request : request.with(option, value);
    }

    private static ControlRequest json(ControlRequest request, boolean json) {
        return json ? request.with("json", "") : request;
    }

    /** The socket of this path, or the usual one for null. */
    static ControlSocket socket(Path path) {
        return path == null ? ControlSocket.usual("live", System::getenv) : new ControlSocket(path);
    }

    private int ask(ControlRequest request) {
        ControlAnswer answer = new ControlClient(socket(socket), START).ask(request);
        return switch (answer.outcome()) {
            case DONE -> {
                root.terminal().out().print(answer.text());
                yield ExitCode.HOLDS;
            }
            case REFUSED -> {
                answer.text().lines().forEach(line -> root.terminal().err().print("coldpotato: " + line + "\n"));
                yield ExitCode.BAD_INPUT;
            }
            case FAILED ->
                throw new IllegalStateException("in the run: " + answer.text().strip());
        };
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
