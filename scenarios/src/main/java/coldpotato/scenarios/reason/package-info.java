/** Why packets take the way that they take, read from the tables of one instant; read {@link coldpotato.scenarios.reason.Choice} first. */
package coldpotato.scenarios.reason;
