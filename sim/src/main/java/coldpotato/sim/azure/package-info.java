/**
 * Compiles the ExpressRoute model into a plan of ordinary routers, links, sessions and policies; read {@link
 * coldpotato.sim.azure.AzureCompiler} first.
 */
package coldpotato.sim.azure;
