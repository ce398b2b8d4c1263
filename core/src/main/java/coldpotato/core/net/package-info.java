/** Addresses, prefixes, AS numbers, communities and flow keys as immutable values; read {@link coldpotato.core.net.Prefix} first. */
package coldpotato.core.net;
