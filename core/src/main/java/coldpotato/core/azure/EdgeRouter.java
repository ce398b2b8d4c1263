package coldpotato.core.azure;

import coldpotato.core.net.EcmpHashing;

/**
 * A customer edge router (CE).
 *
 * @param name unique in the network
 * @param multipath how many equal BGP paths it uses side by side, 1 for none
 * @param ecmpHashing how it picks one of several next hops for a flow
 * @param fibDelayNanos from a change of its routing table to the forwarding entry
 * @param external true if a real router takes its place when the network runs live
 */
public record EdgeRouter(String name, int multipath, EcmpHashing ecmpHashing, long fibDelayNanos, boolean external) {

    /** A router of our own, whose flows stay where they are when others have to move. */
    public EdgeRouter(String name, int multipath, long fibDelayNanos) {
        this(name, multipath, EcmpHashing.RESILIENT, fibDelayNanos, false);
    }
}
