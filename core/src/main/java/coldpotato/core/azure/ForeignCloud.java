package coldpotato.core.azure;

import coldpotato.core.azure.Site.HostsReachRouters;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A network of another cloud, reached through a provider or by the customer's own routers
 * (expressroute-connect-azure-to-public-cloud.md).
 *
 * @param name unique
 * @param asn its AS
 * @param prefixes its address spaces, announced to whoever it is joined with
 * @param routers its edge routers, by name
 * @param maximumPrefix prefixes that it takes on one session before it closes that
 * @param fastConnect its end of an interconnect, if it is Oracle's
 */
public record ForeignCloud(
        String name,
        Asn asn,
        ImmutableSet<Prefix> prefixes,
        ImmutableMap<String, EdgeRouter> routers,
        OptionalInt maximumPrefix,
        Optional<FastConnect> fastConnect) {

    /**
     * Oracle's end of an interconnect (configure-azure-oci-networking.md).
     *
     * @param region Oracle's name of it, such as {@code Ashburn}
     * @param bandwidthMbps the same as the circuit's
     */
    public record FastConnect(String region, long bandwidthMbps) {}

    /** How it looks to its neighbours: hosts behind edge routers. */
    public Site asSite() {
        return new Site(
                name, asn, prefixes, ImmutableSet.of(), routers, HostsReachRouters.ECMP, true, ImmutableMap.of());
    }

    /** The same after Oracle's end was deleted. */
    public ForeignCloud withoutFastConnect() {
        return new ForeignCloud(name, asn, prefixes, routers, maximumPrefix, Optional.empty());
    }

    /** The same with other address spaces. */
    public ForeignCloud withPrefixes(ImmutableSet<Prefix> value) {
        return new ForeignCloud(name, asn, value, routers, maximumPrefix, fastConnect);
    }
}
