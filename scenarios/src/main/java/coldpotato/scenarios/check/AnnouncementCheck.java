package coldpotato.scenarios.check;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.net.Family;
import coldpotato.scenarios.file.Expectation.OfRoute;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what a node announces on a session: its Adj-RIB-Out, after export policy; nothing while the session is down. */
final class AnnouncementCheck implements Check {
    private final OfRoute claim;
    private final String session;
    private final Watch watch;
    private ImmutableList<String> rules = ImmutableList.of();

    AnnouncementCheck(OfRoute claim, Period period) {
        this.claim = claim;
        this.session = claim.told().orElseThrow();
        this.watch = new Watch(period, true);
    }

    @Override
    public String expected() {
        String what = claim.present() ? " announces " : " does not announce ";
        return claim.node() + what + claim.prefix() + " on " + session + RouteCheck.attributes(claim);
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
            Optional<BgpSpeaker> speaker = network.speaker(node);
            Optional<PathAttributes> announced = speaker.flatMap(this::announced);
            right &= announced
                    .map(attributes -> claim.present() && RouteCheck.hasAttributes(claim, attributes))
                    .orElse(!claim.present());
            seen.add(node + ": "
                    + announced.map(RouteCheck::text).orElse(claim.prefix() + " is not announced on " + session));
            speaker.flatMap(each -> each.exportVerdict(session, claim.prefix()))
                    .ifPresent(verdict -> decided.add(node + (verdict.told() ? " tells it" : " does not tell it")
                            + " by rule: " + verdict.rule()));
        }
        rules = decided.build();
        watch.saw(network.nowNanos(), right, String.join("; ", seen));
    }

    private Optional<PathAttributes> announced(BgpSpeaker speaker) {
        AfiSafi family = claim.prefix().family() == Family.IPV4 ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST;
        return Optional.ofNullable(speaker.adjRibOut(session, family).get(claim.prefix()));
    }

    @Override
    public Finding finding(RunRecord run) {
        run.subjects().add(claim.node());
        if (!claim.present() || !watch.isRight()) {
            run.blameWhatIsDown(watch.atNanos());
        }
        return watch.finding(() -> rules);
    }
}
