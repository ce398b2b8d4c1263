package coldpotato.scenarios.live;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of the control socket that answers: one request per connection, one connection at a time, on a thread of its own. A
 * client that is slow, silent or talks nonsense costs other clients some seconds, and nobody else anything.
 */
public final class ControlServer implements AutoCloseable {
    /** How long a request may take to arrive. */
    static final long REQUEST_NANOS_MAX = TimeUnit.SECONDS.toNanos(5);

    /** How long a client may take to read its answer. */
    static final long ANSWER_NANOS_MAX = TimeUnit.SECONDS.toNanos(30);

    /** How long it waits with the next client when it could not take one. */
    private static final long ACCEPT_AGAIN_MILLIS = 200;

    /** How long {@link #close} lets the present conversation go on. */
    private static final long LAST_WORDS_MILLIS_MAX = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    private final Path path;
    private final Object identity;
    private final ServerSocketChannel server;
    private final Function<ControlRequest, ControlAnswer> answers;
    private final Thread thread;

    private ControlServer(ControlSocket socket, Function<ControlRequest, ControlAnswer> answers) {
        this.path = socket.path();
        this.answers = answers;
        this.server = socket.listen();
        this.identity = identity();
        this.thread = new Thread(this::serve, "coldpotato-ctl");
        thread.setDaemon(true);
    }

    /**
     * Listens from now on.
     *
     * @param answers called on the server's thread, for one request at a time
     * @throws ControlProblem if the socket cannot be made, or is somebody else's
     */
    public static ControlServer open(ControlSocket socket, Function<ControlRequest, ControlAnswer> answers) {
        ControlServer server = new ControlServer(socket, answers);
        server.thread.start();
        return server;
    }

    /** Where it listens. */
    public Path path() {
        return path;
    }

    private void serve() {
        while (server.isOpen()) {
            try {
                converse(server.accept());
            } catch (IOException e) {
                LOG.debug("nobody can be answered over the control socket for now: {}", e.toString());
                waitUntilItMayWork();
            }
        }
    }

    /** As when the process has no file descriptors left. */
    private void waitUntilItMayWork() {
        if (server.isOpen()) {
            Uninterruptibles.sleepUninterruptibly(ACCEPT_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void converse(SocketChannel channel) {
        try (channel;
                ControlConnection connection = new ControlConnection(channel)) {
            converse(connection);
        } catch (IOException | ControlProblem e) {
            LOG.debug("a conversation over the control socket ended early: {}", e.toString());
        }
    }

    private void converse(ControlConnection connection) throws IOException {
        ControlAnswer answer;
        try {
            answer = answer(connection.receiveRequest(REQUEST_NANOS_MAX));
        } catch (ControlProblem problem) {
            answer = ControlAnswer.refused(problem.getMessage());
        }
        connection.send(answer, ANSWER_NANOS_MAX);
    }

    private ControlAnswer answer(ControlRequest request) {
        try {
            return answers.apply(request);
        } catch (ControlProblem problem) {
            return ControlAnswer.refused(problem.getMessage());
        } catch (RuntimeException | Error mistake) {
            LOG.error("the request \"{}\" met a mistake of ours", request, mistake);
            return ControlAnswer.failed(mistake);
        }
    }

    /** Takes no more requests, lets the present one have its answer, and removes the socket if it is still this one's. */
    @Override
    public void close() {
        try {
            server.close();
            if (Thread.currentThread() != thread) {
                thread.join(LAST_WORDS_MILLIS_MAX);
                thread.interrupt();
            }
            if (identity.equals(identity())) {
                Files.deleteIfExists(path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What tells this socket from another that has taken its path. */
    private Object identity() {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
        } catch (NoSuchFileException e) {
            return "none";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
