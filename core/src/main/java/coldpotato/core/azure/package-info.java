/**
 * The ExpressRoute world as records with their validity rules, and every documented constant with its source; no
 * behaviour. Read {@link coldpotato.core.azure.HybridNetwork} first.
 */
package coldpotato.core.azure;
