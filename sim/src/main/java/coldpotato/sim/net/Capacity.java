package coldpotato.sim.net;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How much a link carries in each direction. Links that are segments of one wire name the same wire and share its capacity;
 * they have their ends in the same order.
 *
 * @param wire what is shared; a link that shares with nobody names itself
 * @param bitsPerSecond in each direction, more than 0
 */
public record Capacity(String wire, long bitsPerSecond) {
    public Capacity {
        checkArgument(bitsPerSecond > 0, "%s carries nothing", wire);
    }
}
