/**
 * Expectations judged on the trace, the tables and the histories of the flows, and the reasons told in words; read {@link
 * coldpotato.scenarios.check.Judge} first.
 */
package coldpotato.scenarios.check;
