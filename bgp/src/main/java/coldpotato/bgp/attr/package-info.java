/** What a route carries (RFC 4271 section 5, RFC 1997, RFC 4456, RFC 8092); read {@link coldpotato.bgp.attr.PathAttributes} first. */
package coldpotato.bgp.attr;
