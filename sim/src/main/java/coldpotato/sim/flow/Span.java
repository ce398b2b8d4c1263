package coldpotato.sim.flow;

/**
 * A time in which nothing changed for a flow in one direction; lasts until the next span of the flow begins.
 *
 * @param fromNanos the first instant
 * @param walk the way of its packets
 * @param cause number of the trace event that brought it about, 0 for the flow's beginning
 */
public record Span(long fromNanos, Walk walk, long cause) {}
