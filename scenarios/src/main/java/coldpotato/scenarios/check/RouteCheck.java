package coldpotato.scenarios.check;

import coldpotato.scenarios.file.Expectation.OfRoute;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Judges a route of each node that a name stands for: the one in its tables, or the one that it tells a neighbour. */
final class RouteCheck implements Check {
    private final OfRoute claim;
    private final Route route;
    private final Watch watch;
    private ImmutableList<String> why = ImmutableList.of();

    /** Where the route is looked for. */
    interface Route {

        /** What is expected, in words. */
        String expected();

        /** How it looks at a node now. */
        Sight at(SimulatedNetwork network, String node);

        /** What made it what it was when it was looked at, as far as that is known. */
        default Stream<String> causes(RunRecord run, long atNanos) {
            return Stream.of();
        }
    }

    /**
     * What there is to see of the route at one node.
     *
     * @param right true if it is as claimed
     * @param seen in words
     * @param why what decided it
     */
    record Sight(boolean right, String seen, ImmutableList<String> why) {}

    RouteCheck(OfRoute claim, Period period) {
        this.claim = claim;
        this.route = claim.told()
                .<Route>map(session -> new ToldRoute(claim, session))
                .orElseGet(() -> new BestRoute(claim));
        this.watch = new Watch(period, true);
    }

    @Override
    public String expected() {
        return route.expected();
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
        if (watch.hasFailed()) {
            return;
        }
        boolean right = true;
        List<String> seen = new ArrayList<>();
        ImmutableList.Builder<String> decided = ImmutableList.builder();
        for (String node : network.names().nodes(claim.node())) {
            Sight sight = route.at(network, node);
            right &= sight.right();
            seen.add(node + ": " + sight.seen());
            decided.addAll(sight.why());
        }
        why = decided.build();
        watch.saw(network.nowNanos(), right, String.join("; ", seen));
    }

    @Override
    public Finding finding(RunRecord run) {
        run.subjects().add(claim.node());
        if (!claim.present() || !watch.isRight()) {
            run.blameWhatIsDown(watch.atNanos());
        }
        return watch.finding(() -> Stream.concat(why.stream(), route.causes(run, watch.atNanos()))
                .collect(ImmutableList.toImmutableList()));
    }
}
