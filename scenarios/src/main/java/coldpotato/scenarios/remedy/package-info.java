/**
 * What would mend flows that come back another way than they go: changes made from the tables, rehearsed, and kept if they help;
 * read {@link coldpotato.scenarios.remedy.Advice} first.
 */
package coldpotato.scenarios.remedy;
