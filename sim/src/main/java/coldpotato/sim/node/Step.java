package coldpotato.sim.node;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.sim.net.Link;
import java.util.Optional;

/**
 * What a router does with a packet now.
 *
 * @param kind which of the things that can happen
 * @param entry the forwarding entry that said so, empty if none matched
 * @param out the interface's link and the neighbour there, if it is sent on
 */
public record Step(Kind kind, Optional<FibEntry> entry, Optional<Out> out) {

    /** What can happen to a packet on a router. */
    public enum Kind {
        /** It leaves by a link. */
        FORWARDED,
        /** It has arrived. */
        DELIVERED,
        /** A null route takes it. */
        DISCARDED,
        /** No entry matches. */
        NO_ROUTE,
        /** An entry matches, but every link of it is known to be down, and no other entry is programmed yet. */
        NO_INTERFACE,
        /** The router is not running. */
        NODE_DOWN
    }

    /**
     * Where a packet leaves.
     *
     * @param link by which link
     * @param nextHop to which neighbour on it
     */
    public record Out(Link link, NextHop nextHop) {}

    static Step of(Kind kind, Optional<FibEntry> entry) {
        return new Step(kind, entry, Optional.empty());
    }

    /** @throws IllegalStateException unless the packet is sent on */
    public Out exit() {
        checkState(out.isPresent(), "the packet stays: %s", kind);
        return out.get();
    }
}
