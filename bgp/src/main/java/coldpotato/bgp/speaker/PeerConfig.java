package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicySession;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * One neighbour as configured.
 *
 * @param name the session's name in the plan, unique on this router
 * @param localAddress our end
 * @param remoteAddress the neighbour's end
 * @param remoteAs the AS that the neighbour must show in its OPEN, unsigned
 * @param localAs the AS that we show to this neighbour (local-as where it is not the router's own), unsigned
 * @param families what is offered in the OPEN
 * @param passive true to wait for the neighbour to connect
 * @param timers hold, keepalive and the rest
 * @param importPolicy what is done to routes that arrive
 * @param exportPolicy what is done to routes that leave
 * @param routeReflectorClient true to reflect to and from this neighbour (RFC 4456)
 * @param nextHopSelf true to put our address into routes passed on to this iBGP neighbour
 * @param allowAsIn how often our own AS may stand in a received path
 * @param asOverride true to replace the neighbour's AS in paths sent to it by ours
 * @param privateAsOnReceipt what happens to private AS numbers in received paths
 * @param privateAsOnExport what happens to private AS numbers in sent paths
 * @param enforceFirstAs true to refuse eBGP routes whose path does not begin with the neighbour's AS
 * @param prefixLimit tear-down on too many prefixes
 * @param bfd fast failure detection bound to the session (RFC 5882)
 * @param password TCP MD5 key (RFC 2385); never printed
 * @param weight the opaque tag given to routes of this neighbour, looked at by the weight stage only
 * @param group what the session belongs to, such as one of several providers, for limits on the number of groups in a multipath set
 * @param offPath true for a neighbour that is never on the way of packets, such as a route server: what it says is passed on,
 *     but not put into the routing table
 * @param loopbackNextHops true to take next hops such as 127.0.0.1: right where the stream itself runs over loopback
 * @param interfaceName the connected interface whose loss ends the session at once; empty for multihop sessions
 */
public record PeerConfig(
        String name,
        IpAddress localAddress,
        IpAddress remoteAddress,
        int remoteAs,
        int localAs,
        ImmutableSet<AfiSafi> families,
        boolean passive,
        SessionTimers timers,
        Policy importPolicy,
        Policy exportPolicy,
        boolean routeReflectorClient,
        boolean nextHopSelf,
        int allowAsIn,
        boolean asOverride,
        PrivateAsRemoval privateAsOnReceipt,
        PrivateAsRemoval privateAsOnExport,
        boolean enforceFirstAs,
        Optional<PrefixLimit> prefixLimit,
        Optional<BfdTimers> bfd,
        Optional<String> password,
        long weight,
        String group,
        boolean offPath,
        boolean loopbackNextHops,
        Optional<String> interfaceName) {

    /** A neighbour with the usual settings. */
    public static PeerConfigBuilder builder(String name, IpAddress localAddress, IpAddress remoteAddress) {
        return new PeerConfigBuilder(name, localAddress, remoteAddress);
    }

    /** A builder that starts from these settings. */
    public PeerConfigBuilder toBuilder() {
        return new PeerConfigBuilder(this);
    }

    /** The session as policies see it. */
    PolicySession policySession() {
        return new PolicySession(localAs, remoteAs, localAddress, remoteAddress);
    }

    public boolean isIbgp() {
        return remoteAs == localAs;
    }

    /**
     * True if going from these settings to others needs the session to be reset. Policies, weight, prefix limit and BFD change at
     * once; timers count from the next session on, as on most routers.
     */
    public boolean needsReset(PeerConfig other) {
        return !withoutSoft().equals(other.withoutSoft());
    }

    private PeerConfig withoutSoft() {
        return toBuilder()
                .importPolicy(Policy.ACCEPT_ALL)
                .exportPolicy(Policy.ACCEPT_ALL)
                .prefixLimit(Optional.empty())
                .timers(SessionTimers.DEFAULT)
                .bfd(Optional.empty())
                .weight(0)
                .build();
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return name + " " + localAddress + " AS " + Integer.toUnsignedString(localAs) + " to " + remoteAddress + " AS "
                + Integer.toUnsignedString(remoteAs);
    }
}
