/**
 * The ExpressRoute world as records, and every documented constant with its source; nothing here runs. What it rests on is in
 * {@code grounds}, what is said against a model in {@code rules}, what is done to one in {@code operations}. Read {@link
 * coldpotato.core.azure.HybridNetwork} first.
 */
package coldpotato.core.azure;
