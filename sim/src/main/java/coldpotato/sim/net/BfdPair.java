package coldpotato.sim.net;

import coldpotato.bgp.bfd.BfdSession;
import coldpotato.core.time.Deadlines;
import coldpotato.sim.engine.Simulation;
import java.util.Optional;

/**
 * Two ends of a BFD session on one link, and what they leave out; the steps are those of the package {@code
 * coldpotato.bgp.bfd}.
 */
final class BfdPair implements LinkListener {
    private final IpNetwork network;
    private final Simulation simulation;
    private final Link link;
    private final Lane aToB;
    private final Lane bToA;
    /** From then on only what was sent after the last change is under way. */
    private long calmFromNanos;

    private boolean quiet;

    BfdPair(IpNetwork network, Link link, BfdEnd atA, BfdEnd atB, long calmFromNanos) {
        this.network = network;
        this.simulation = network.simulation();
        this.link = link;
        this.calmFromNanos = calmFromNanos;
        aToB = new Lane(atA, atB, Direction.A_TO_B);
        bToA = new Lane(atB, atA, Direction.B_TO_A);
        link.addListener(this);
    }

    boolean isOn(Link other) {
        return link == other;
    }

    boolean isQuiet() {
        return quiet;
    }

    /** Nothing can come of the packets from now on: they are left out. */
    void fallQuiet() {
        quiet = true;
        aToB.fallQuiet();
        bToA.fallQuiet();
    }

    /** Ends the quiet if one of the sessions ended or made way for another. */
    void endIfReplaced() {
        if (!(aToB.sameSender() && bToA.sameSender())) {
            wake();
        }
    }

    /** Something changes now: from this instant on packets are sent, and what would be under way is. */
    void wake() {
        if (quiet) {
            sendAgain();
        }
        disturbed();
    }

    private void sendAgain() {
        quiet = false;
        long cause = network.trace().cause();
        network.trace().because(0);
        aToB.catchUp(bToA.session);
        bToA.catchUp(aToB.session);
        aToB.putBackWhatIsUnderWay();
        bToA.putBackWhatIsUnderWay();
        network.trace().because(cause);
        aToB.from.deadlineMoved();
        bToA.from.deadlineMoved();
    }

    void dissolve() {
        wake();
        link.removeListener(this);
    }

    @Override
    public void linkChanged(Link changed) {
        wake();
        aToB.delayNanos = link.delayNanos(Direction.A_TO_B);
        bToA.delayNanos = link.delayNanos(Direction.B_TO_A);
        disturbed();
    }

    private void disturbed() {
        long longest = Math.max(aToB.delayNanos, bToA.delayNanos);
        calmFromNanos = Math.max(calmFromNanos, simulation.nowNanos() + longest);
    }

    boolean packetsChangeNothing() {
        long now = simulation.nowNanos();
        long roundTrip = aToB.delayNanos + bToA.delayNanos;
        return link.deliversAll(Direction.A_TO_B)
                && link.deliversAll(Direction.B_TO_A)
                && isSteady(aToB.from.session(), now - roundTrip)
                && isSteady(bToA.from.session(), now - roundTrip)
                && now >= calmFromNanos + Math.max(aToB.intervalNanos(), bToA.intervalNanos());
    }

    /** True if the session runs and has been in steady state since then at least. */
    static boolean isSteady(Optional<BfdSession> session, long sinceNanos) {
        // A session that is not steady is so since NONE, the largest of all times.
        return session.isPresent() && session.get().steadySinceNanos() <= sinceNanos;
    }

    /** One direction: the packets of one end. */
    private final class Lane {
        final BfdEnd from;
        final BfdEnd to;
        long delayNanos;
        BfdSession session;

        Lane(BfdEnd from, BfdEnd to, Direction direction) {
            this.from = from;
            this.to = to;
            this.delayNanos = link.delayNanos(direction);
        }

        /** After a change it takes so long until a packet is sent, and the gap that the change made ends. */
        long intervalNanos() {
            return from.session().orElseThrow().transmitIntervalNanos();
        }

        boolean sameSender() {
            return from.session().filter(now -> now == session).isPresent();
        }

        void fallQuiet() {
            session = from.session().orElseThrow();
            session.leaveOut();
            from.deadlineMoved();
        }

        /** What was sent and would have arrived by now, has. */
        void catchUp(BfdSession receiver) {
            long last = session.fastForward(simulation.nowNanos() - delayNanos);
            if (last != Deadlines.NONE) {
                receiver.heardAt(last + delayNanos);
            }
        }

        /** What was sent and would not have arrived yet, is under way. */
        void putBackWhatIsUnderWay() {
            while (session.nextDeadlineNanos() <= simulation.nowNanos()) {
                long sentAt = session.nextDeadlineNanos();
                network.inThePast(new Past(to.node(), sentAt + delayNanos), () -> session.deadlineReached(sentAt));
            }
        }
    }
}
