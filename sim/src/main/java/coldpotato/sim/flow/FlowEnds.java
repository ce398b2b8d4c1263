package coldpotato.sim.flow;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What the two ends of a flow do by themselves.
 *
 * @param reopenAfterNanos how long a flow may be out, in either direction, until its ends give it up and open it anew, or
 *     {@link #NEVER}
 */
public record FlowEnds(long reopenAfterNanos) {
    /** Flows are never opened anew. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Ends that wait for ever. */
    public static final FlowEnds PATIENT = new FlowEnds(NEVER);

    public FlowEnds {
        checkArgument(reopenAfterNanos > 0, "flows are opened anew after %s ns", reopenAfterNanos);
    }

    boolean givesUp() {
        return reopenAfterNanos != NEVER;
    }
}
