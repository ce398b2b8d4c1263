package coldpotato.sim.net;

/** Is told, as an event of its own at the node, that the node sees its interface on a link go down or come up. */
@FunctionalInterface
public interface CarrierListener {
    void carrierChanged(long nowNanos, String node, Link link, boolean up);
}
