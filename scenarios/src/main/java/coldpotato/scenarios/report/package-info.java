/** What a run has to say, for people and for programs; read {@link coldpotato.scenarios.report.Table} first. */
package coldpotato.scenarios.report;
