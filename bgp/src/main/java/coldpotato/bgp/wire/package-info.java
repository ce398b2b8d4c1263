/**
 * Bytes to BGP messages and back (RFC 4271 section 4, RFC 7606); read {@link coldpotato.bgp.wire.BgpMessage} first, then
 * {@link coldpotato.bgp.wire.AttributeType}.
 *
 * <p>Not modelled: confederations (RFC 5065; their segments are tolerated from internal peers), IPv4 routes over IPv6 next
 * hops (RFC 8950), labelled, VPN and other families (checked for shape and left out), outbound route filters (RFC 5291).
 */
package coldpotato.bgp.wire;
