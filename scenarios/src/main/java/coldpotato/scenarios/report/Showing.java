package coldpotato.scenarios.report;

import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;

/** What follows the word {@code show}: a table of routers, or one of Azure's own checks. */
public sealed interface Showing permits NodeTable, PortalTable {

    /**
     * Finds it by its words.
     *
     * @param name of what it is asked of, empty for all
     * @throws Unanswerable if there is none, or it needs a name
     */
    static Showing of(String words, Optional<String> name) {
        if (PortalTable.known().contains(words)) {
            return new PortalTable(words, name);
        }
        if (!NodeTable.knows(words)) {
            throw Unanswerable.unknown("table", words, Sets.union(NodeTable.known(), PortalTable.known()));
        }
        return NodeTable.of(words, name);
    }

    /**
     * Reads it from a network that stands still.
     *
     * @param external routers whose tables others have
     * @throws Unanswerable if it cannot be asked of what has that name
     */
    Printable show(SimulatedNetwork network, ImmutableSet<String> external, String scenario, RunTimes times);
}
