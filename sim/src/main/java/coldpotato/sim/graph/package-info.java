/**
 * Other sources of plans than the ExpressRoute model: policy gadgets, small iBGP networks and graphs of ASes, read from text;
 * read {@link coldpotato.sim.graph.GraphPlan} first.
 */
package coldpotato.sim.graph;
