/** Durations in text, virtual timestamps and deadlines; read {@link coldpotato.core.time.Durations} first. */
package coldpotato.core.time;
