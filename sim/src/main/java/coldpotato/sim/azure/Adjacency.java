package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.sim.net.Capacity;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.Provenance;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * Two neighbours on one link, with a BGP session for each family, named after the link.
 *
 * @param link name of the link
 * @param a one end
 * @param b the other end
 * @param delayNanos one way
 * @param carrierSeen true if each end sees the other's loss of light
 * @param families that have a session
 * @param enabled of these, the ones whose session is not switched off
 * @param capacity how much the link carries in each direction; empty for as much as anybody sends
 * @param open false if a port of the link is administratively down
 * @param keptMarks DSCP marks that stay what they are on the link; empty if all do
 * @param provenance of the link and of the sessions
 */
record Adjacency(
        String link,
        Side a,
        Side b,
        long delayNanos,
        boolean carrierSeen,
        ImmutableSet<AfiSafi> families,
        ImmutableSet<AfiSafi> enabled,
        Optional<Capacity> capacity,
        boolean open,
        Optional<ImmutableSet<Integer>> keptMarks,
        Provenance provenance) {

    /** Over such a link, whose sessions are switched on or off together. */
    Adjacency(
            String link,
            Side a,
            Side b,
            long delayNanos,
            boolean carrierSeen,
            ImmutableSet<AfiSafi> families,
            boolean enabled,
            Provenance provenance) {
        this(link, a, b, delayNanos, carrierSeen, families, enabled ? families : ImmutableSet.of(), provenance);
    }

    /** Over a link that carries as much as anybody sends, some of whose sessions are switched off. */
    Adjacency(
            String link,
            Side a,
            Side b,
            long delayNanos,
            boolean carrierSeen,
            ImmutableSet<AfiSafi> families,
            ImmutableSet<AfiSafi> enabled,
            Provenance provenance) {
        this(
                link,
                a,
                b,
                delayNanos,
                carrierSeen,
                families,
                enabled,
                Optional.empty(),
                true,
                Optional.empty(),
                provenance);
    }

    /** The same over a link that carries no more than this. */
    Adjacency carrying(Capacity most) {
        return carrying(Optional.of(most));
    }

    /** The same over a link that carries no more than this, if there is a limit. */
    Adjacency carrying(Optional<Capacity> most) {
        return new Adjacency(link, a, b, delayNanos, carrierSeen, families, enabled, most, open, keptMarks, provenance);
    }

    /** The same over a link that resets all DSCP marks but these. */
    Adjacency keeping(ImmutableSet<Integer> marks) {
        return new Adjacency(
                link, a, b, delayNanos, carrierSeen, families, enabled, capacity, open, Optional.of(marks), provenance);
    }

    /** The same over a link whose ports are open, or not. */
    Adjacency open(boolean value) {
        return new Adjacency(
                link, a, b, delayNanos, carrierSeen, families, enabled, capacity, value, keptMarks, provenance);
    }

    void addTo(Compilation compilation) {
        compilation.add(new LinkPlan(link, a.end(), b.end(), delayNanos, carrierSeen, capacity, open, provenance)
                .keeping(keptMarks));
        addSessionsTo(compilation);
    }

    /** For a link that is in the plan already. */
    void addSessionsTo(Compilation compilation) {
        for (AfiSafi family : families) {
            String session = Names.session(link, family);
            compilation.add(new SessionPlan(
                    session,
                    a.node(),
                    peer(session, a, b, family),
                    b.node(),
                    peer(session, b, a, family),
                    enabled.contains(family),
                    provenance));
        }
    }

    private PeerConfig peer(String session, Side self, Side other, AfiSafi family) {
        return self.settings()
                .apply(
                        PeerConfig.builder(session, self.own(family), self.remote(family))
                                .asns(self.asn(), other.asn())
                                .interfaceName(Optional.of(link)),
                        family)
                .build();
    }
}
