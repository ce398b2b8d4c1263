package coldpotato.sim.plan;

import coldpotato.sim.flow.Walk;

/** What becomes of the DSCP marks of packets (RFC 2474): some links reset all but a few to 0. */
public final class DscpMarks {
    private DscpMarks() {}

    /**
     * The mark with which packets arrive.
     *
     * @param walk the way they go
     * @param dscp the mark with which they were sent
     */
    public static int arriving(NetworkPlan plan, Walk walk, int dscp) {
        boolean kept = walk.links().stream()
                .filter(plan.links()::containsKey)
                .map(link -> plan.links().get(link).keptMarks())
                .allMatch(marks -> marks.map(some -> some.contains(dscp)).orElse(true));
        return kept ? dscp : 0;
    }
}
