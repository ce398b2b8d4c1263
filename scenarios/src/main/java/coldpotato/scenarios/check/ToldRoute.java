package coldpotato.scenarios.check;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.net.Family;
import coldpotato.scenarios.check.RouteCheck.Sight;
import coldpotato.scenarios.file.Expectation.OfRoute;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** What a node announces on a session: its Adj-RIB-Out, after export policy; nothing while the session is down. */
final class ToldRoute implements RouteCheck.Route {
    private final OfRoute claim;
    private final String session;
    private final ClaimedAttributes attributes;

    ToldRoute(OfRoute claim, String session) {
        this.claim = claim;
        this.session = session;
        this.attributes = new ClaimedAttributes(claim);
    }

    @Override
    public String expected() {
        String what = claim.present() ? " announces " : " does not announce ";
        return claim.node() + what + claim.prefix() + " on " + session + attributes;
    }

    @Override
    public Sight at(SimulatedNetwork network, String node) {
        Optional<BgpSpeaker> speaker = network.speaker(node);
        Optional<PathAttributes> announced = speaker.flatMap(this::announced);
        return new Sight(
                announced
                        .map(each -> claim.present() && attributes.holdFor(each))
                        .orElse(!claim.present()),
                announced.map(ClaimedAttributes::text).orElse(claim.prefix() + " is not announced on " + session),
                speaker.flatMap(each -> each.exportVerdict(session, claim.prefix())).stream()
                        .map(verdict -> node + (verdict.told() ? " tells it" : " does not tell it") + " by rule: "
                                + verdict.rule())
                        .collect(ImmutableList.toImmutableList()));
    }

    private Optional<PathAttributes> announced(BgpSpeaker speaker) {
        AfiSafi family = claim.prefix().family() == Family.IPV4 ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST;
        return Optional.ofNullable(speaker.adjRibOut(session, family).get(claim.prefix()));
    }
}
