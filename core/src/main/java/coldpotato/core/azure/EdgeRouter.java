package coldpotato.core.azure;

/**
 * A customer edge router (CE).
 *
 * @param name unique in the network
 * @param multipath how many equal BGP paths it uses side by side, 1 for none
 * @param fibDelayNanos from a change of its routing table to the forwarding entry
 * @param external true if a real router takes its place when the network runs live
 */
public record EdgeRouter(String name, int multipath, long fibDelayNanos, boolean external) {

    /** A router of our own. */
    public EdgeRouter(String name, int multipath, long fibDelayNanos) {
        this(name, multipath, fibDelayNanos, false);
    }
}
