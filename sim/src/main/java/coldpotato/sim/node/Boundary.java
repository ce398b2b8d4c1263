package coldpotato.sim.node;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * Where a middlebox stands on its node.
 *
 * @param outside names of the links on its outside; everything else of the node is inside. Empty if there is no inside, and all
 *     that comes in by a link and leaves by one crosses it
 */
public record Boundary(Optional<ImmutableSet<String>> outside) {
    /** Crossed by everything that passes the node. */
    public static final Boundary EVERYTHING = new Boundary(Optional.empty());

    /** Between these links and the rest of the node. */
    public static Boundary of(ImmutableSet<String> links) {
        return new Boundary(Optional.of(links));
    }

    /** True if a packet between these links (an empty name is the node itself) crosses from one side to the other. */
    boolean isCrossed(String inLink, String outLink) {
        return outside.map(links -> links.contains(inLink) != links.contains(outLink))
                .orElseGet(() -> !inLink.isEmpty() && !outLink.isEmpty());
    }

    /** True for a link on the outside. */
    boolean isOutside(String link) {
        return outside.map(links -> links.contains(link)).orElse(false);
    }
}
