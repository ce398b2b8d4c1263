package coldpotato.scenarios.check;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.fsm.FsmState;
import coldpotato.bgp.rib.AdjRibIn;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.core.time.Durations;
import coldpotato.scenarios.file.Expectation.OfSession;
import coldpotato.scenarios.file.Times;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.math.LongMath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges a BGP session. Its state, hold time and prefixes are looked at, at both ends, while the run goes on; when it goes down
 * or comes up is read from the trace by {@link SessionEvents}.
 */
final class SessionCheck implements Check {
    private final OfSession claim;
    private final Period period;
    private final Times times;
    private final Watch watch;

    SessionCheck(OfSession claim, Period period, Times times) {
        this.claim = claim;
        this.period = period;
        this.times = times;
        this.watch = new Watch(period, isOfTables(claim));
    }

    private static boolean isOfTables(OfSession claim) {
        return claim.state().isPresent()
                || claim.stays().isPresent()
                || claim.holdNanos().isPresent()
                || claim.keepaliveNanos().isPresent()
                || claim.node().isPresent()
                || claim.received().isPresent();
    }

    @Override
    public String expected() {
        List<String> parts = new ArrayList<>();
        claim.state().ifPresent(state -> parts.add(state.rfcName()));
        claim.stays().ifPresent(up -> parts.add("stays " + upOrDown(up)));
        claim.down().ifPresent(down -> parts.add("down " + down));
        claim.up().ifPresent(up -> parts.add("up " + up));
        claim.because().ifPresent(reason -> parts.add("because of " + reason));
        claim.holdNanos().ifPresent(hold -> parts.add("hold time " + hold));
        claim.keepaliveNanos().ifPresent(keepalive -> parts.add("KEEPALIVE every " + keepalive));
        claim.neighbour().ifPresent(address -> parts.add("neighbour " + address));
        claim.neighbourAs().ifPresent(as -> parts.add("AS " + as));
        claim.received()
                .ifPresent(count -> parts.add(
                        count + " prefixes received at " + claim.receiver().orElse("")));
        return claim.session() + claim.node().map(node -> " at " + node).orElse("") + ": " + String.join(", ", parts);
    }

    private static String upOrDown(boolean up) {
        return up ? "up" : "down";
    }

    @Override
    public ImmutableSortedSet<Long> stopsNanos() {
        return watch.stopsNanos();
    }

    @Override
    public boolean attends(long nanos) {
        return watch.attends(nanos);
    }

    @Override
    public long decidedNanos() {
        return watch.isNeeded()
                ? Long.MAX_VALUE
                : Stream.of(claim.down(), claim.up())
                        .flatMap(Optional::stream)
                        .mapToLong(within -> LongMath.saturatedAdd(
                                times.nanos(within.after()), within.range().maxNanos()))
                        .max()
                        .orElse(Long.MAX_VALUE);
    }

    @Override
    public void look(SimulatedNetwork network) {
        List<String> wrong = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (String node : ends(network)) {
            Optional<PeerView> view = view(network, node);
            String state = view.map(peer -> peer.state().rfcName())
                    .orElse("no session, the node is down or it is not configured");
            seen.add(node + " " + state + particulars(network, node, view));
            if (!isAsClaimed(network, node, view)) {
                wrong.add(node);
            }
        }
        watch.saw(network.nowNanos(), wrong.isEmpty() && !seen.isEmpty(), String.join(", ", seen));
    }

    private List<String> ends(SimulatedNetwork network) {
        return SessionEvents.ends(network, claim.session()).stream()
                .filter(end -> claim.node().map(end::equals).orElse(true))
                .toList();
    }

    private Optional<PeerView> view(SimulatedNetwork network, String node) {
        return network.speaker(node).stream()
                .flatMap(speaker -> speaker.peers().stream())
                .filter(peer -> peer.config().name().equals(claim.session()))
                .findFirst();
    }

    private boolean isAsClaimed(SimulatedNetwork network, String node, Optional<PeerView> view) {
        FsmState state = view.map(PeerView::state).orElse(FsmState.IDLE);
        boolean up = state == FsmState.ESTABLISHED;
        return claim.state().map(state::equals).orElse(true)
                && claim.stays().map(stays -> stays == up).orElse(true)
                && claim.holdNanos()
                        .map(hold -> !up || hold.contains(holdNanos(view)))
                        .orElse(true)
                && claim.keepaliveNanos()
                        .map(keepalive -> !up || keepalive.contains(keepaliveNanos(view)))
                        .orElse(true)
                && isOfNeighbour(view)
                && (claim.received().isEmpty()
                        || !isReceiver(node)
                        || claim.received().get().contains(received(network, node)));
    }

    private boolean isOfNeighbour(Optional<PeerView> view) {
        return claim.neighbour()
                        .map(address -> view.filter(
                                        peer -> peer.config().remoteAddress().equals(address))
                                .isPresent())
                        .orElse(true)
                && claim.neighbourAs()
                        .map(as -> view.filter(peer ->
                                        Integer.toUnsignedLong(peer.config().remoteAs()) == as.value())
                                .isPresent())
                        .orElse(true);
    }

    private boolean isReceiver(String node) {
        return claim.receiver().filter(node::equals).isPresent();
    }

    private String particulars(SimulatedNetwork network, String node, Optional<PeerView> view) {
        String hold = claim.holdNanos().isPresent() && holdNanos(view) >= 0
                ? " with hold time " + Durations.format(holdNanos(view))
                : "";
        String keepalive = claim.keepaliveNanos().isPresent() && keepaliveNanos(view) >= 0
                ? " with KEEPALIVE every " + Durations.format(keepaliveNanos(view))
                : "";
        String neighbour = claim.node()
                .flatMap(any -> view)
                .map(peer -> " with neighbour " + peer.config().remoteAddress() + " of AS "
                        + Integer.toUnsignedString(peer.config().remoteAs()))
                .orElse("");
        String count = isReceiver(node) ? " with " + received(network, node) + " prefixes received" : "";
        return hold + keepalive + neighbour + count;
    }

    private static long holdNanos(Optional<PeerView> view) {
        return view.flatMap(PeerView::negotiation)
                .map(agreed -> Durations.seconds(agreed.holdTimeSeconds()))
                .orElse(-1L);
    }

    private static long keepaliveNanos(Optional<PeerView> view) {
        return view.filter(peer -> peer.negotiation().isPresent())
                .map(peer -> peer.config().timers().keepaliveNanos(holdNanos(view)))
                .orElse(-1L);
    }

    private long received(SimulatedNetwork network, String node) {
        long count = 0;
        for (AfiSafi family : AfiSafi.values()) {
            count += network.speaker(node)
                    .flatMap(speaker -> speaker.adjRibIn(claim.session(), family))
                    .map(AdjRibIn::receivedCount)
                    .orElse(0);
        }
        return count;
    }

    @Override
    public Finding finding(RunRecord run) {
        run.subjects().add(claim.session());
        SessionEvents events = new SessionEvents(run, claim.session());
        List<Finding> findings = new ArrayList<>();
        claim.down()
                .map(down -> events.down(down, times.nanos(down.after()), claim.because()))
                .ifPresent(findings::add);
        claim.up().map(up -> events.up(up, times.nanos(up.after()))).ifPresent(findings::add);
        if (watch.isNeeded()) {
            findings.add(watch.finding(() -> events.story(period)));
        }
        return Finding.all(findings);
    }
}
