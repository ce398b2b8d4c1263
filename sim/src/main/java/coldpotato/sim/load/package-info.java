/**
 * What becomes of traffic that is more than fits: limits divided among those who send; read {@link coldpotato.sim.load.Sharing}
 * first.
 */
package coldpotato.sim.load;
