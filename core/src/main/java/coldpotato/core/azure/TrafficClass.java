package coldpotato.core.azure;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;

/**
 * Classes of traffic with the DSCP marks that Microsoft sends and honours, on Microsoft peering only (expressroute-qos.md). Queueing is the customer's
 * choice: {@link CircuitTerms#queues}.
 */
public enum TrafficClass {
    /** EF. */
    VOICE("voice", 46),
    /** AF41: video and screen sharing. */
    VIDEO("video", 34),
    /** AF21. */
    APP_SHARING("app-sharing", 18),
    /** AF11. */
    FILE_TRANSFER("file-transfer", 10),
    /** CS0: everything else. */
    BEST_EFFORT("best-effort", 0);

    private final String text;
    private final int dscp;

    TrafficClass(String text, int dscp) {
        this.text = text;
        this.dscp = dscp;
    }

    /** As files have it. */
    public String text() {
        return text;
    }

    /** Its mark, 0 to 63. */
    public int dscp() {
        return dscp;
    }

    /** The marks that stay what they are on a peering; what carries another one arrives with 0. */
    public static ImmutableSet<Integer> keptOn(PeeringKind kind) {
        return switch (kind) {
            case PRIVATE -> ImmutableSet.of(BEST_EFFORT.dscp);
            case MICROSOFT -> Arrays.stream(values()).map(TrafficClass::dscp).collect(ImmutableSet.toImmutableSet());
        };
    }
}
