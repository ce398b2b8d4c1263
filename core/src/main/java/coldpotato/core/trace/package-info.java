/** What happened, and because of what; read {@link coldpotato.core.trace.TraceEvent} first. */
package coldpotato.core.trace;
