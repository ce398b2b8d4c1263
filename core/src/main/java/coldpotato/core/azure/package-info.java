/**
 * The ExpressRoute world as records with their validity rules and the operations that change them, and every documented
 * constant with its source; nothing here runs. Read {@link coldpotato.core.azure.HybridNetwork} first.
 */
package coldpotato.core.azure;
