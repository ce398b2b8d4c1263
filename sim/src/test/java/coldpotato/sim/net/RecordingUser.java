package coldpotato.sim.net;

import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceSink;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a stack tells it. */
final class RecordingUser implements IpStackUser {
    final String name;
    final List<String> log = new ArrayList<>();
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final List<Long> arrivals = new ArrayList<>();
    final List<Long> causes = new ArrayList<>();
    private final TraceSink trace;

    RecordingUser(String name, TraceSink trace) {
        this.name = name;
        this.trace = trace;
    }

    @Override
    public void connected(long nowNanos, long connection) {
        note(nowNanos, "connected " + connection);
    }

    @Override
    public void connectFailed(long nowNanos, long connection) {
        note(nowNanos, "refused " + connection);
    }

    @Override
    public void accepted(long nowNanos, long connection, IpAddress local, IpAddress remote) {
        note(nowNanos, "accepted " + connection + " from " + remote);
    }

    @Override
    public void received(long nowNanos, long connection, byte[] received) {
        bytes.writeBytes(received);
        arrivals.add(nowNanos);
        causes.add(trace.cause());
    }

    @Override
    public void closed(long nowNanos, long connection) {
        note(nowNanos, "closed " + connection);
    }

    @Override
    public void writable(long nowNanos, long connection) {
        note(nowNanos, "writable " + connection);
    }

    @Override
    public void datagram(long nowNanos, IpAddress local, IpAddress remote, byte[] packet) {
        note(nowNanos, "datagram of " + packet.length + " from " + remote);
    }

    private void note(long nowNanos, String what) {
        log.add(Durations.format(nowNanos) + " " + what);
    }
}
