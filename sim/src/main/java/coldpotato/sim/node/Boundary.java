package coldpotato.sim.node;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * Where a middlebox stands on its node: some links are on its one side, everything else of the node on its other.
 *
 * @param links names of the links on its one side. Empty if it has no sides, and all that comes in by a link and leaves by one
 *     crosses it
 * @param inside true if these are on its inside, false if they are on its outside
 */
public record Boundary(Optional<ImmutableSet<String>> links, boolean inside) {
    /** Crossed by everything that passes the node. */
    public static final Boundary EVERYTHING = new Boundary(Optional.empty(), true);

    /** Between these links, which are outside, and the rest of the node. */
    public static Boundary of(ImmutableSet<String> links) {
        return new Boundary(Optional.of(links), false);
    }

    /** Between these links, which are inside, and the rest of the node. */
    public static Boundary around(ImmutableSet<String> links) {
        return new Boundary(Optional.of(links), true);
    }

    /** True if a packet between these links (an empty name is the node itself) crosses from one side to the other. */
    boolean isCrossed(String inLink, String outLink) {
        return links.map(some -> some.contains(inLink) != some.contains(outLink))
                .orElseGet(() -> !inLink.isEmpty() && !outLink.isEmpty());
    }

    /** True for a link on the outside. */
    boolean isOutside(String link) {
        return links.map(some -> some.contains(link) != inside).orElse(false);
    }
}
