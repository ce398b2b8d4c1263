package coldpotato.sim.flow;

import java.util.Locale;

/** The two directions of a flow. */
public enum FlowDirection {
    /** From the one who opened it. */
    FORWARD,
    /** Back to the one who opened it. */
    REVERSE;

    /** The name as it stands in traces and reports. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
