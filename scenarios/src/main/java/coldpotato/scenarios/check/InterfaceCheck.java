package coldpotato.scenarios.check;

import coldpotato.scenarios.file.Expectation.InterfaceAddress;
import coldpotato.scenarios.file.Expectation.OfInterface;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Judges a node's ends of links: the addresses of the running router, and the tag that it is configured for. */
final class InterfaceCheck implements Check {
    private final OfInterface claim;
    private final Watch watch;

    InterfaceCheck(OfInterface claim, Period period) {
        this.claim = claim;
        this.watch = new Watch(period, true);
    }

    @Override
    public String expected() {
        List<String> parts = new ArrayList<>();
        claim.addresses().forEach(address -> parts.add(address.toString()));
        claim.vlan().ifPresent(vlan -> parts.add("VLAN " + vlan));
        return claim.node() + " on " + claim.link() + ": " + String.join(", ", parts);
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
    public void look(SimulatedNetwork network) {
        List<End> ends = network.names().links(claim.link()).stream()
                .flatMap(link -> ends(network, link))
                .toList();
        String seen = ends.isEmpty()
                ? claim.node() + " has no interface there"
                : String.join("; ", ends.stream().map(End::toString).toList());
        watch.saw(network.nowNanos(), !ends.isEmpty() && ends.stream().allMatch(this::isAsClaimed), seen);
    }

    /** A node's end of a link as it is. */
    private record End(String link, ImmutableSet<InterfaceAddress> addresses, int vlan) {
        @Override
        public String toString() {
            return link + " has "
                    + String.join(", ", addresses.stream().map(Object::toString).toList()) + ", VLAN " + vlan;
        }
    }

    private Stream<End> ends(SimulatedNetwork network, String link) {
        LinkPlan plan = network.plan().links().get(link);
        return Stream.of(plan.a(), plan.b())
                .filter(end -> network.names().nodes(claim.node()).contains(end.node()))
                .map(end -> new End(link, addresses(network, end.node(), link), end.vlan()));
    }

    private static ImmutableSet<InterfaceAddress> addresses(SimulatedNetwork network, String node, String link) {
        return network.router(node).onLink(link).addresses().stream()
                .map(address -> new InterfaceAddress(address.address(), address.length()))
                .collect(ImmutableSet.toImmutableSet());
    }

    private boolean isAsClaimed(End end) {
        return (claim.addresses().isEmpty() || claim.addresses().equals(end.addresses))
                && claim.vlan().map(vlan -> vlan == end.vlan).orElse(true);
    }

    @Override
    public Finding finding(RunRecord run) {
        run.subjects().add(claim.link());
        return watch.finding(ImmutableList::of);
    }
}
