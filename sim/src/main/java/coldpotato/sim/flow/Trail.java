package coldpotato.sim.flow;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;

/**
 * The walk of a packet, and everything of nodes and links that it depended on: as long as none of that changes, packets of the same
 * flow go this way. Equal ways are equal objects' worth of comparing, so the hash is kept.
 */
final class Trail {

    /**
     * A look into a forwarding table.
     *
     * @param node whose
     * @param destination what was looked up
     * @param prefix of the longest match, empty if there was none
     * @param links that the entry names
     */
    record Lookup(String node, IpAddress destination, Optional<Prefix> prefix, ImmutableSet<String> links) {

        /** True if a change of an entry of this prefix may lead to another one: of the match itself, or of a longer one. */
        boolean isConcernedBy(Prefix changed) {
            return changed.length() >= prefix.map(Prefix::length).orElse(0) && changed.contains(destination);
        }
    }

    private final Walk walk;
    private final ImmutableSet<String> nodes;
    private final ImmutableList<Lookup> lookups;
    private final int hash;

    /** @param nodes that it came to, or would have come to */
    Trail(Walk walk, ImmutableSet<String> nodes, ImmutableList<Lookup> lookups) {
        this.walk = walk;
        this.nodes = nodes;
        this.lookups = lookups;
        hash = 31 * (31 * walk.hashCode() + nodes.hashCode()) + lookups.hashCode();
    }

    Walk walk() {
        return walk;
    }

    /** True if what happens to a whole node may change it. */
    boolean passes(String node) {
        return nodes.contains(node);
    }

    /** True if what happens to a link may change it. */
    boolean uses(String link) {
        for (Walk.Hop hop : walk.hops()) {
            if (hop.link().equals(link)) {
                return true;
            }
        }
        return false;
    }

    /** True if it depends on whether an interface of a node is up. */
    boolean asks(String node, String link) {
        for (Lookup lookup : lookups) {
            if (lookup.node().equals(node) && lookup.links().contains(link)) {
                return true;
            }
        }
        return uses(link);
    }

    /** True if changes of forwarding entries of a node may change it. */
    boolean isConcernedBy(String node, List<Prefix> changed) {
        if (!nodes.contains(node)) {
            return false;
        }
        for (Lookup lookup : lookups) {
            if (lookup.node().equals(node) && changed.stream().anyMatch(lookup::isConcernedBy)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Trail way
                        && hash == way.hash
                        && walk.equals(way.walk)
                        && nodes.equals(way.nodes)
                        && lookups.equals(way.lookups);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return walk.toString();
    }
}
