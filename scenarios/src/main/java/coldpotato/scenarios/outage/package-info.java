/**
 * Outages of flows: from when to when, what became of the packets, and what the time went by with. Read {@link
 * coldpotato.scenarios.outage.OutageLedger} first.
 */
package coldpotato.scenarios.outage;
