package coldpotato.scenarios.cli;

import ch.qos.logback.classic.Level;
import coldpotato.bgp.netty.SocketProblem;
import coldpotato.bgp.netty.Sockets;
import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import coldpotato.scenarios.cli.Orders.Order;
import coldpotato.scenarios.file.SpeakerFile;
import coldpotato.scenarios.file.SpeakerReader;
import coldpotato.scenarios.file.SpeakerResult;
import coldpotato.scenarios.live.ControlProblem;
import coldpotato.scenarios.live.ControlSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code speaker}: one BGP speaker in the foreground, on real TCP. */
@Command(
        name = "speaker",
        header = {
            "Runs one BGP speaker in the foreground: it peers with real routers and installs no routes.",
            "",
            "  coldpotato speaker scenarios/speakers/microsoft-edge.yaml",
            "",
        },
        footer = {
            "",
            "SIGHUP reads the file again; sessions whose settings did not change stay up. SIGTERM and Ctrl-C end every",
            "session with a Cease. Exit codes: 0 ended by a signal, 2 bad input."
        })
final class SpeakerCommand implements Callable<Integer> {
    /** How often readers of the trace file see what is new. */
    private static final long FLUSH_MILLIS = 1000;

    /** When it is told who does not come up. */
    private static final int FLUSHES_UNTIL_TOLD = 15;

    @ParentCommand
    private Coldpotato root;

    @Parameters(arity = "1", paramLabel = "FILE", description = "The speaker's file, in YAML or JSON.")
    private Path path;

    @Option(
            names = "--trace",
            paramLabel = "OUT.jsonl",
            description = "Write everything that happens, one JSON object in a line; with --verbose BGP messages too.")
    private Path traceFile;

    @Option(
            names = "--socket",
            paramLabel = "PATH",
            description = "Answer coldpotato ctl --socket PATH show ... there; only the user who started it can ask.")
    private Path socket;

    @Option(
            names = {"-q", "--quiet"},
            description = "Tell of warnings only.")
    private boolean quiet;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        SpeakerFile file = read();
        Orders orders = new Orders();
        Optional<TraceStream> trace = trace(file.name());
        try (Sockets sockets = Sockets.open()) {
            RunningSpeaker speaker = new RunningSpeaker(
                    path, file, sockets, trace.map(TraceSink.class::cast).orElse(TraceSink.NONE));
            start(speaker, sockets, orders);
            return serve(speaker, orders, trace);
        } finally {
            trace.ifPresent(TraceStream::close);
        }
    }

    private SpeakerFile read() {
        SpeakerResult result = SpeakerReader.read(path);
        return result.speaker().orElseThrow(() -> BadInput.of(result.mistakes()));
    }

    private Optional<TraceStream> trace(String speaker) throws IOException {
        if (traceFile == null) {
            return Optional.empty();
        }
        OutputFile output = new OutputFile("--trace", traceFile);
        output.check();
        output.checkApartFrom("the speaker's file", path);
        Set<TraceKind> messages = EnumSet.of(TraceKind.MESSAGE_SENT, TraceKind.MESSAGE_RECEIVED);
        return Optional.of(new TraceStream(
                traceFile,
                speaker,
                common.verbose() ? EnumSet.allOf(TraceKind.class) : EnumSet.complementOf(EnumSet.copyOf(messages)),
                why -> LoggerFactory.getLogger(SpeakerCommand.class)
                        .error("--trace {}: {}; nothing more is written there", traceFile, why)));
    }

    private void start(RunningSpeaker speaker, Sockets sockets, Orders orders) {
        orders.takeSignals();
        LogLines.tell(quiet ? Level.WARN : common.verbose() ? Level.DEBUG : Level.INFO);
        try {
            speaker.start(Optional.ofNullable(socket).map(ControlSocket::new));
        } catch (SocketProblem problem) {
            throw BadInput.of(problem.getMessage());
        } catch (ControlProblem problem) {
            throw BadInput.of("--socket: " + problem.getMessage());
        }
        sockets.missing()
                .forEach(what -> LoggerFactory.getLogger(SpeakerCommand.class).warn("{}", what));
        speaker.host().failure().thenAccept(bug -> orders.give(Order.FAIL));
    }

    /** However it ends, peers are told that it does. */
    private int serve(RunningSpeaker speaker, Orders orders, Optional<TraceStream> trace) {
        try {
            return end(speaker, obeyUntilTheLast(speaker, orders, trace));
        } finally {
            speaker.stop();
        }
    }

    /** The order that ends it. */
    private Order obeyUntilTheLast(RunningSpeaker speaker, Orders orders, Optional<TraceStream> trace) {
        Rereading file = new Rereading(path, orders);
        for (int flushes = 0; ; flushes++) {
            Optional<Order> order = orders.await(FLUSH_MILLIS);
            if (order.isPresent() && isEnd(order.get())) {
                return order.get();
            }
            order.ifPresent(given -> reload(given, file, speaker));
            trace.ifPresent(TraceStream::flush);
            speaker.tellWhoseBfdIsLate();
            if (flushes == FLUSHES_UNTIL_TOLD) {
                speaker.tellWhoIsMissing();
            }
        }
    }

    private static boolean isEnd(Order order) {
        return switch (order) {
            case STOP, FAIL -> true;
            case RELOAD, TAKE_OVER -> false;
        };
    }

    private static void reload(Order order, Rereading file, RunningSpeaker speaker) {
        if (order == Order.RELOAD) {
            file.begin();
        } else {
            file.result().ifPresent(speaker::reload);
        }
    }

    private static int end(RunningSpeaker speaker, Order order) {
        if (order == Order.FAIL) {
            throw new IllegalStateException(speaker.host().failure().join());
        }
        return ExitCode.HOLDS;
    }
}
