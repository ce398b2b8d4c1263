package coldpotato.scenarios.run;

import coldpotato.scenarios.file.Action;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;

/** The failures that are on a network now, in the order in which they began. */
final class Faults {
    private final SimulatedNetwork network;
    private final List<Fault> faults = new ArrayList<>();

    Faults(SimulatedNetwork network) {
        this.network = network;
    }

    /**
     * Takes note of one; it replaces another of the same entry.
     *
     * @param darkUntilNanos when the nodes have power again that the failing group holds beside its links
     */
    void add(String entry, Action.Fail fail, long darkUntilNanos) {
        ImmutableSet<String> dark = network.names().nodes(fail.element());
        faults.removeIf(fault -> fault.entry().equals(entry));
        faults.add(new Fault(entry, fail, network.nowNanos(), dark, darkUntilNanos));
    }

    /** Takes note that links are repaired; gives the nodes that get power back before its time. */
    ImmutableList<String> repaired(String element) {
        List<Fault> gone = faults.stream()
                .filter(fault -> fault.element().equals(element) || fault.dark().isEmpty() && !isOnLinks(fault))
                .toList();
        faults.removeAll(gone);
        return gone.stream()
                .filter(fault -> fault.darkUntilNanos() > network.nowNanos())
                .flatMap(fault -> fault.dark().stream())
                .filter(node -> faults.stream().noneMatch(other -> other.dark().contains(node)))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private boolean isOnLinks(Fault fault) {
        return network.names().links(fault.element()).stream()
                .anyMatch(link -> network.network().links().link(link).isUnder(fault.entry()));
    }

    ImmutableList<Fault> inForce() {
        return ImmutableList.copyOf(faults);
    }
}
