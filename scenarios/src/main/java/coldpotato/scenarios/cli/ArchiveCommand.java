package coldpotato.scenarios.cli;

import ch.qos.logback.classic.Level;
import coldpotato.bgp.netty.Sockets;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.core.trace.TraceSink;
import coldpotato.scenarios.file.SpeakerReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code archive}: does a little of what the other commands do, so that the launcher can keep the classes for a quick start of
 * all of them. Not for people.
 */
@Command(name = "archive", hidden = true, header = "Loads the classes that the launcher keeps for a quick start.")
final class ArchiveCommand implements Callable<Integer> {
    private static final String FIRST = "127.0.0.1";
    private static final String SECOND = "127.0.0.2";
    private static final int TRIES_MAX = 200;
    private static final long TRY_MILLIS = 25;

    @Parameters(arity = "1", paramLabel = "FILE", description = "A scenario file.")
    private Path scenario;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        int exitCode = Coldpotato.execute(Terminal.plain(nowhere, nowhere), "run", scenario.toString());
        LogLines.tell(Level.OFF);
        Path folder = Files.createTempDirectory("coldpotato");
        Path first = folder.resolve("first.json");
        Path second = folder.resolve("second.json");
        try (Sockets sockets = Sockets.open()) {
            int port = freePort();
            Files.writeString(first, speaker(FIRST, SECOND, port));
            Files.writeString(second, speaker(SECOND, FIRST, port));
            converse(started(first, sockets), started(second, sockets));
        } finally {
            Files.deleteIfExists(first);
            Files.deleteIfExists(second);
            Files.delete(folder);
        }
        return exitCode;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName(FIRST))) {
            return probe.getLocalPort();
        }
    }

    private static String speaker(String own, String other, int port) {
        return String.format(
                "{asn: 65000, router-id: %s, listen: '%s:%d', originate: {prefix: 10.0.0.0/8},"
                        + " policies: {tag: [{match: {prefix: 10.0.0.0/8}, set: {med: 1}, then: accept}]},"
                        + " peers: {address: %s, port: %d, asn: 65000, import: all, export: tag, connect-retry: 100ms}}",
                own, own, port, other, port);
    }

    private static RunningSpeaker started(Path file, Sockets sockets) {
        RunningSpeaker speaker =
                new RunningSpeaker(file, SpeakerReader.read(file).speaker().orElseThrow(), sockets, TraceSink.NONE);
        speaker.start(Optional.empty());
        return speaker;
    }

    private static void converse(RunningSpeaker first, RunningSpeaker second) throws InterruptedException {
        for (int tries = 0; tries < TRIES_MAX && !isUp(first); tries++) {
            Thread.sleep(TRY_MILLIS);
        }
        second.stop();
        first.stop();
    }

    private static boolean isUp(RunningSpeaker speaker) {
        return speaker.host().ask(BgpSpeaker::peers).stream().allMatch(PeerView::isEstablished);
    }
}
