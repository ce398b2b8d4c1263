package coldpotato.sim.net;

import coldpotato.bgp.bfd.BfdDiagnostic;
import coldpotato.bgp.bfd.BfdSession;
import coldpotato.bgp.bfd.BfdSink;
import coldpotato.bgp.bfd.BfdState;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Deadlines;
import coldpotato.core.time.Luck;
import coldpotato.sim.engine.Simulation;
import coldpotato.sim.engine.Wakeup;
import java.util.List;
import java.util.Optional;

/** A host that runs nothing but one BFD session, with or without leaving packets out. */
final class BfdHost implements IpStackUser, BfdEnd, BfdSink {
    private final String node;
    private final IpAddress local;
    private final IpAddress remote;
    private final Simulation simulation;
    private final IpStack stack;
    private final Optional<BfdQuiet> quiet;
    private final List<String> log;
    private final Wakeup wakeup;
    private final Luck jitter;
    private Optional<BfdSession> session = Optional.empty();
    private int sessions;
    private long stream;
    private int streams;

    BfdHost(BfdLab lab, String node, IpAddress local, IpAddress remote) {
        this.node = node;
        this.local = local;
        this.remote = remote;
        this.log = lab.log;
        this.quiet = lab.quiet;
        simulation = lab.simulation;
        stack = lab.network.addStack(node, this);
        wakeup = simulation.wakeup(node, this::deadlineReached);
        jitter = Luck.of(lab.seed, node, "bfd");
        quiet.ifPresent(each -> each.add(this));
    }

    void start(BfdTimers timers) {
        session = Optional.of(new BfdSession(++sessions, timers, jitter, this));
        session.get().start(simulation.nowNanos());
        afterInput();
    }

    /** Forgets the session without a word, as a speaker does whose BGP session ends. */
    void end() {
        session = Optional.empty();
        afterInput();
    }

    void fail() {
        stack.switchOff();
        streams = 0;
        end();
    }

    void recover(BfdTimers timers) {
        stack.switchOn();
        start(timers);
    }

    IpStack stack() {
        return stack;
    }

    /** Sends an octet on the stream, if there is one. */
    void trySend() {
        if (streams > 0) {
            stack.send(stream, new byte[] {1});
        }
    }

    long packetsSent() {
        return session.map(BfdSession::packetsSent).orElse(0L);
    }

    Optional<BfdState> state() {
        return session.map(BfdSession::state);
    }

    private void deadlineReached(long nowNanos) {
        session.ifPresent(each -> each.deadlineReached(nowNanos));
        afterInput();
    }

    private void afterInput() {
        quiet.ifPresent(each -> each.look(node));
        deadlineMoved();
    }

    private void note(long nowNanos, String what) {
        log.add(nowNanos + " " + node + " " + what);
    }

    @Override
    public String node() {
        return node;
    }

    @Override
    public IpAddress local() {
        return local;
    }

    @Override
    public IpAddress remote() {
        return remote;
    }

    @Override
    public Optional<BfdSession> session() {
        return session;
    }

    @Override
    public void deadlineMoved() {
        wakeup.moveTo(session.map(BfdSession::nextDeadlineNanos).orElse(Deadlines.NONE));
    }

    @Override
    public void send(byte[] packet) {
        stack.sendDatagram(local, remote, packet);
    }

    @Override
    public void stateChanged(long nowNanos, BfdState from, BfdState to, BfdDiagnostic diagnostic) {
        note(nowNanos, from + " to " + to + ": " + diagnostic);
    }

    @Override
    public void datagram(long nowNanos, IpAddress to, IpAddress from, byte[] packet) {
        session.ifPresent(each -> each.received(nowNanos, packet));
        afterInput();
    }

    @Override
    public void received(long nowNanos, long connection, byte[] bytes) {
        note(nowNanos, "received " + bytes[0]);
        afterInput();
    }

    @Override
    public void connected(long nowNanos, long connection) {
        note(nowNanos, "connected");
        stream = connection;
        streams = 1;
    }

    @Override
    public void connectFailed(long nowNanos, long connection) {
        note(nowNanos, "refused");
    }

    @Override
    public void accepted(long nowNanos, long connection, IpAddress to, IpAddress from) {
        note(nowNanos, "accepted");
        stream = connection;
        streams = 1;
    }

    @Override
    public void closed(long nowNanos, long connection) {
        note(nowNanos, "closed");
        streams = 0;
    }

    @Override
    public void writable(long nowNanos, long connection) {
        note(nowNanos, "writable");
    }
}
