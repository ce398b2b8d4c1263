/** What is said of outages, to the nanosecond; read {@link coldpotato.scenarios.outage.OutageLedgerTest} first. */
package coldpotato.scenarios.outage;
