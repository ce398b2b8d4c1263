/** A scenario made to happen, from its start to its verdicts; read {@link coldpotato.scenarios.run.Rehearsal} first. */
package coldpotato.scenarios.run;
