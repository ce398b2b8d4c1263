package coldpotato.sim.net;

import coldpotato.core.net.FlowKey;
import coldpotato.sim.engine.Event;
import coldpotato.sim.engine.Simulation;
import coldpotato.sim.engine.Wakeup;
import java.util.List;

/** One end of a TCP connection (RFC 9293): the handshake, the end, and between them a sender and a receiver. */
final class TcpConnection {
    /** A SYN that was answered but never confirmed is given up after so many repetitions, as common stacks do. */
    static final int ANSWER_RETRIES_MAX = 5;
    /** A closed connection whose last bytes nobody acknowledges is given up after so many repetitions. */
    static final int CLOSING_RETRIES_MAX = 8;
    /** An open one is never given up: the protocol above has its own timers. */
    static final int OPEN_RETRIES_MAX = Integer.MAX_VALUE;

    private enum State {
        /** We sent a SYN. */
        OPENING,
        /** We answered a SYN; the user knows nothing yet. */
        ANSWERING,
        OPEN,
        /** The user closed it; what was sent is still being delivered. */
        CLOSING,
        GONE
    }

    private final IpStack stack;
    private final PeerAddresses peer;
    private final FlowKey outgoing;
    private final FlowKey incoming;
    private final TcpSender sender;
    private final TcpReceiver receiver = new TcpReceiver();
    private State state;
    private long number = -1;
    private long lastArrivalNanos;

    TcpConnection(IpStack stack, PeerAddresses peer, FlowKey outgoing) {
        this.stack = stack;
        this.peer = peer;
        this.outgoing = outgoing;
        this.incoming = outgoing.reversed();
        this.sender = new TcpSender(this);
    }

    PeerAddresses peer() {
        return peer;
    }

    FlowKey incoming() {
        return incoming;
    }

    long number() {
        return number;
    }

    void number(long newNumber) {
        number = newNumber;
    }

    void open() {
        state = State.OPENING;
        sender.send(Segment.Kind.SYN, Segment.EMPTY);
    }

    /** A SYN arrived that may come in. */
    void answer() {
        state = State.ANSWERING;
        receiver.synchronised();
        sender.send(Segment.Kind.SYN_ACK, Segment.EMPTY);
    }

    void send(byte[] bytes) {
        sender.send(Segment.Kind.DATA, bytes);
    }

    boolean isWritable() {
        return state == State.OPEN && sender.isWritable();
    }

    void close(boolean abort) {
        if (state == State.OPEN && !abort) {
            state = State.CLOSING;
            sender.send(Segment.Kind.FIN, Segment.EMPTY);
            return;
        }
        if (state == State.OPEN) {
            sendNow(Segment.Kind.RST);
        }
        vanish();
    }

    /** It is over, without a word to anybody. */
    void vanish() {
        state = State.GONE;
        sender.stop();
        stack.forget(this);
    }

    boolean isGone() {
        return state == State.GONE;
    }

    void arrived(Segment segment) {
        if (segment.kind() == Segment.Kind.RST) {
            reset();
            return;
        }
        sender.acknowledged(segment.acknowledged());
        if (state == State.GONE) {
            return;
        }
        if (state == State.ANSWERING && segment.acknowledged() > 0) {
            state = State.OPEN;
            stack.accepted(this);
        }
        switch (segment.kind()) {
            case SYN_ACK -> answered();
            case DATA, FIN -> take(segment);
            // The peer repeats its SYN because our answer was lost; the answer is repeated by its own timer.
            case SYN, ACK, RST -> {}
        }
    }

    void willBeAcknowledged(long sequence, long atNanos, long sentAtNanos) {
        sender.willBeAcknowledged(sequence, atNanos, sentAtNanos);
    }

    int retriesMax() {
        return switch (state) {
            case ANSWERING -> ANSWER_RETRIES_MAX;
            case CLOSING -> CLOSING_RETRIES_MAX;
            case OPENING, OPEN, GONE -> OPEN_RETRIES_MAX;
        };
    }

    void transmit(Outbound what) {
        transmit(what.kind, what.sequence, what.payload, what.cause);
    }

    void tellWritable() {
        if (state == State.OPEN) {
            stack.user().writable(nowNanos(), number);
        }
    }

    long nowNanos() {
        return simulation().nowNanos();
    }

    long cause() {
        return stack.network().trace().cause();
    }

    Wakeup wakeup(Event event) {
        return simulation().wakeup(stack.node(), event);
    }

    void schedule(long atNanos, Event event) {
        simulation().schedule(atNanos, stack.node(), event);
    }

    private void answered() {
        // Also when the answer comes again: then our confirmation was lost.
        boolean first = state == State.OPENING;
        if (first) {
            state = State.OPEN;
            receiver.synchronised();
        }
        sendNow(Segment.Kind.ACK);
        if (first) {
            stack.user().connected(nowNanos(), number);
        }
    }

    private void take(Segment segment) {
        List<Segment> ready = receiver.arrived(segment);
        stack.network().acknowledge(stack.node(), segment, receiver.nextSequence(), peer.linksMax());
        for (Segment next : ready) {
            stack.network().trace().because(next.cause());
            deliver(next);
        }
    }

    private void deliver(Segment segment) {
        boolean fin = segment.kind() == Segment.Kind.FIN;
        if (state == State.OPEN && !fin) {
            stack.user().received(nowNanos(), number, segment.payload());
        } else if (fin) {
            reset();
        }
    }

    /** The peer ended it. */
    private void reset() {
        State before = state;
        vanish();
        switch (before) {
            case OPENING -> stack.user().connectFailed(nowNanos(), number);
            case OPEN -> stack.user().closed(nowNanos(), number);
            case ANSWERING, CLOSING, GONE -> {}
        }
    }

    private void sendNow(Segment.Kind kind) {
        transmit(kind, sender.nextSequence(), Segment.EMPTY, cause());
    }

    private void transmit(Segment.Kind kind, long sequence, byte[] payload, long cause) {
        Segment segment = new Segment(
                outgoing, kind, sequence, receiver.nextSequence(), payload, peer.password(), nowNanos(), cause);
        long arrival = stack.network().send(stack.node(), segment, peer.linksMax(), lastArrivalNanos);
        lastArrivalNanos = Math.max(lastArrivalNanos, arrival);
    }

    private Simulation simulation() {
        return stack.network().simulation();
    }
}
