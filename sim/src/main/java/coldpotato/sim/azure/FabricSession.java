package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.sim.plan.Provenance;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * BGP between two nodes that Azure's fabric joins already: a session for each family, named after the link.
 *
 * @param link name of the link
 * @param a one end
 * @param b the other end
 * @param families that have a session
 * @param provenance of the sessions
 */
record FabricSession(String link, Side a, Side b, ImmutableSet<AfiSafi> families, Provenance provenance) {

    void addTo(Compilation compilation) {
        for (AfiSafi family : families) {
            String session = Names.session(link, family);
            compilation.add(new SessionPlan(
                    session,
                    a.node(),
                    peer(session, a, b, family),
                    b.node(),
                    peer(session, b, a, family),
                    true,
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
