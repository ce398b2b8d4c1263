package coldpotato.bgp.wire;

import coldpotato.bgp.attr.AfiSafi;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;

/**
 * What two OPENs agree on.
 *
 * @param context how messages are read and written from now on
 * @param holdTimeSeconds the smaller of the two; 0 for no hold and keepalive timers (RFC 4271 section 4.2)
 * @param routeRefresh true if routes may be asked for again (RFC 2918)
 */
public record Negotiation(CodecContext context, int holdTimeSeconds, boolean routeRefresh) {

    /**
     * Agrees on what both sides offer.
     *
     * @param enforceFirstAs true if paths from an external peer must begin with its AS
     */
    public static Negotiation of(OpenMessage sent, OpenMessage received, boolean enforceFirstAs) {
        boolean external = sent.as() != received.as();
        CodecContext context = new CodecContext(
                sent.offersFourOctetAs() && received.offersFourOctetAs(),
                sent.offersExtendedMessages() && received.offersExtendedMessages(),
                external ? PeerType.EXTERNAL : PeerType.INTERNAL,
                ImmutableSet.copyOf(Sets.intersection(sent.families(), received.families())),
                ImmutableSet.of(),
                external && enforceFirstAs ? received.as() : 0,
                false);
        return new Negotiation(
                context,
                Math.min(sent.holdTimeSeconds(), received.holdTimeSeconds()),
                sent.offersRouteRefresh() && received.offersRouteRefresh());
    }

    /** The same, with next hops on this machine accepted or not. */
    public Negotiation withLoopbackNextHops(boolean accepted) {
        return accepted ? new Negotiation(context.acceptingLoopbackNextHops(), holdTimeSeconds, routeRefresh) : this;
    }

    public ImmutableSet<AfiSafi> families() {
        return context.families();
    }
}
