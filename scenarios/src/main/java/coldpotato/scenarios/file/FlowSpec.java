package coldpotato.scenarios.file;

import coldpotato.sim.flow.FlowGroup;

/**
 * Flows whose fate is watched.
 *
 * @param group the flows: same ends, same service, a source port of its own for each
 * @param place where they are written
 */
public record FlowSpec(FlowGroup group, Place place) {

    /** As the user calls them. */
    public String name() {
        return group.name();
    }
}
