package coldpotato.sim.flow;

import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.load.Shares;
import coldpotato.sim.load.Sharing;
import coldpotato.sim.net.Link;
import coldpotato.sim.node.Network;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What flows send into links, and what fits. Nothing waits in queues: what is more than a limit carries is dropped, and no load on
 * the next link, or not sent at all by senders who slow down; {@link Sharing} divides what there is.
 *
 * <p>Senders who slow down and get nothing through are no load, nor are answers to what never arrived; see {@link Turnout}.
 *
 * <p>Only what changed is worked out again: the traffic of groups that were walked again and, through limits that may be full,
 * that of all others whose shares hang together with it.
 */
final class Loading {
    /** The traffic of a group in a direction. */
    private record Origin(String group, FlowDirection direction) {}

    private final Network network;
    private final LoadHistory history;
    private final Map<Origin, Map<Walk, Traffic>> traffic = new LinkedHashMap<>();
    private final Meetings meetings = new Meetings();
    private final Set<GroupFlows> changedGroups = new LinkedHashSet<>();
    private final Set<String> changedLinks = new LinkedHashSet<>();
    private ImmutableList<String> told = ImmutableList.of();

    Loading(Network network, LoadHistory history) {
        this.network = network;
        this.history = history;
    }

    /** Flows of a group may go another way at the end of this instant. */
    void changed(GroupFlows flows) {
        changedGroups.add(flows);
    }

    /** A link carries more or less, or loses more or less, at the end of this instant. */
    void changed(Link link) {
        changedLinks.add(link.name());
    }

    /** Works out what has changed; once at the end of an instant. */
    void settle(long nowNanos, TraceSink trace) {
        Set<Traffic> fresh = new LinkedHashSet<>();
        Set<Traffic> gone = new LinkedHashSet<>();
        for (GroupFlows flows : changedGroups) {
            for (FlowDirection direction : FlowDirection.values()) {
                refresh(flows, direction, fresh, gone);
            }
        }
        meetings.on(changedLinks).stream()
                .filter(old -> !gone.contains(old) && !fresh.contains(old))
                .forEach(old -> renew(old, fresh, gone));
        changedGroups.clear();
        changedLinks.clear();
        if (!fresh.isEmpty() || !gone.isEmpty()) {
            divide(nowNanos, fresh, gone);
            tell(nowNanos, trace);
        }
    }

    /** Replaces what goes another way now. */
    private void refresh(GroupFlows flows, FlowDirection direction, Set<Traffic> fresh, Set<Traffic> gone) {
        Map<Walk, Traffic> present =
                traffic.computeIfAbsent(new Origin(flows.group().name(), direction), any -> new LinkedHashMap<>());
        Map<Walk, Turnout> ways = flows.turnout(direction);
        List<Traffic> before = List.copyOf(present.values());
        for (Traffic old : before) {
            if (!old.turnout.equals(ways.get(old.way.walk()))) {
                present.remove(old.way.walk());
                gone.add(old);
            }
        }
        ways.forEach((walk, turnout) -> {
            if (!present.containsKey(walk)) {
                Traffic added = new Traffic(network, flows.group(), direction, walk, turnout);
                present.put(walk, added);
                fresh.add(added);
            }
        });
    }

    /** The same traffic over links that are no longer what they were. */
    private void renew(Traffic old, Set<Traffic> fresh, Set<Traffic> gone) {
        Traffic added = old.again(network);
        traffic.get(new Origin(old.way.group(), old.way.direction())).put(old.way.walk(), added);
        gone.add(old);
        fresh.add(added);
    }

    private void divide(long nowNanos, Set<Traffic> fresh, Set<Traffic> gone) {
        gone.forEach(meetings::remove);
        fresh.forEach(meetings::add);
        Set<Traffic> together = meetings.together(fresh, gone);
        List<Traffic> divided = List.copyOf(together);
        Shares shares = Sharing.of(divided.stream().map(each -> each.stream).toList());
        for (int i = 0; i < divided.size(); i++) {
            Traffic each = divided.get(i);
            each.gets(shares, i);
            history.put(nowNanos, each.way, each.fate);
        }
        history.settled(nowNanos, shares.isSettled());
        together.addAll(gone);
        meetings.sum(together, nowNanos, history);
    }

    private void tell(long nowNanos, TraceSink trace) {
        Loads now = history.at(nowNanos);
        ImmutableList<String> texts = Stream.concat(
                        now.bottlenecks().stream().map(Filling::toString),
                        now.isSettled() ? Stream.of() : Stream.of("what fits is not found exactly"))
                .collect(ImmutableList.toImmutableList());
        if (!texts.equals(told)) {
            told = texts;
            String text = texts.isEmpty() ? "everything fits" : String.join("; ", texts);
            trace.record(nowNanos, "flows", TraceKind.LOAD_CHANGED, "now", text);
        }
    }
}
