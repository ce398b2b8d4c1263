package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.LinkPlanBuilder;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * BGP between two neighbours: a session for each family.
 *
 * @param name of the sessions, but for their family; that of the link if they are bound to it
 * @param bound true if they end with the link; false if packets between the neighbours find their own way
 * @param a one end
 * @param b the other end
 * @param families that have a session
 * @param enabled of these, the ones whose session is not switched off
 * @param closed why the others are
 * @param basis of the sessions
 */
record Sessions(
        String name,
        boolean bound,
        Side a,
        Side b,
        ImmutableSet<AfiSafi> families,
        ImmutableSet<AfiSafi> enabled,
        String closed,
        Basis basis) {
    private static final String SWITCHED_OFF = "it is switched off";

    /** Between the ends of a link. */
    static Sessions on(String link, Side a, Side b, ImmutableSet<AfiSafi> families, Basis basis) {
        return new Sessions(link, true, a, b, families, families, SWITCHED_OFF, basis);
    }

    /** Between addresses that routing leads to. */
    static Sessions routed(String name, Side a, Side b, ImmutableSet<AfiSafi> families, Basis basis) {
        return new Sessions(name, false, a, b, families, families, SWITCHED_OFF, basis);
    }

    /** The same with the sessions of all other families switched off. */
    Sessions enabled(ImmutableSet<AfiSafi> some) {
        return enabled(some, SWITCHED_OFF);
    }

    /** The same with the sessions of all other families closed for a reason. */
    Sessions enabled(ImmutableSet<AfiSafi> some, String otherwise) {
        return new Sessions(name, bound, a, b, families, some, otherwise, basis);
    }

    /** Begins the link that the sessions are bound to, and whose settings they rest on, too. */
    LinkPlanBuilder link() {
        return link(basis);
    }

    /** Begins the link that the sessions are bound to; how it carries packets is nothing to them. */
    LinkPlanBuilder link(Basis of) {
        return LinkPlan.builder(name, a.end(), b.end(), of::provenance);
    }

    ImmutableList<SessionPlan> plans() {
        return families.stream().map(this::plan).collect(ImmutableList.toImmutableList());
    }

    private SessionPlan plan(AfiSafi family) {
        String session = Names.session(name, family);
        return new SessionPlan(
                session,
                a.node(),
                peer(session, a, b, family),
                b.node(),
                peer(session, b, a, family),
                enabled.contains(family) ? Optional.empty() : Optional.of(closed),
                basis.provenance());
    }

    private PeerConfig peer(String session, Side self, Side other, AfiSafi family) {
        return self.settings()
                .apply(
                        PeerConfig.builder(session, self.own(family), self.remote(family))
                                .asns(self.asn(), other.asn())
                                .interfaceName(bound ? Optional.of(name) : Optional.empty()),
                        family)
                .build();
    }
}
