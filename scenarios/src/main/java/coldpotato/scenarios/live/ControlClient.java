package coldpotato.scenarios.live;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** The end of the control socket that asks. */
public final class ControlClient {
    private static final long REQUEST_NANOS_MAX = TimeUnit.SECONDS.toNanos(10);

    /** How long an answer may take: large tables on a busy machine take their time. */
    private static final long ANSWER_NANOS_MAX = TimeUnit.SECONDS.toNanos(120);

    private final ControlSocket socket;
    private final String start;

    /** @param start what to do so that somebody listens there, for the message if nobody does */
    public ControlClient(ControlSocket socket, String start) {
        this.socket = socket;
        this.start = start;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws ControlProblem if nobody answers
     */
    public ControlAnswer ask(ControlRequest request) {
        try (ControlConnection connection = new ControlConnection(socket.connect(start))) {
            connection.send(request, REQUEST_NANOS_MAX);
            return connection.receiveAnswer(ANSWER_NANOS_MAX);
        } catch (SocketTimeoutException e) {
            throw new ControlProblem("whoever listens at " + socket.path() + " does not answer", e);
        } catch (IOException e) {
            throw new ControlProblem("whoever listened at " + socket.path() + " went away without an answer", e);
        }
    }
}
