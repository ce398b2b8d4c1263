package coldpotato.bgp.speaker;

import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.RibChange;
import java.util.stream.Collectors;

/** A change of the best path as the trace shows it. */
final class BestPathText {
    private BestPathText() {}

    static String[] fields(RibChange change) {
        return new String[] {
            "prefix", change.prefix().toString(),
            "before", change.before().multipath().stream().map(BestPathText::of).collect(Collectors.joining(", ")),
            "after", change.after().multipath().stream().map(BestPathText::of).collect(Collectors.joining(", "))
        };
    }

    private static String of(Path path) {
        return path.source() + " [" + path.attributes().asPath() + "]";
    }
}
