package coldpotato.sim.node;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.sim.node.TakenPorts.Endpoint;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Source NAT of a node. What opens a flow across it in its direction gets an address of the pool, all flows of one host the
 * same one, and keeps its port where that is free; answers to the pool are translated back before they are routed. Those to
 * flows that were opened from outside leave by the link that the flow came by, if it is this node's and up, whatever the
 * routing table says: an edge that translates what comes in keeps its sessions. A flow opened against its direction passes as
 * it is, and so do its answers. Packets in its direction that belong to no flow it knows, packets to the pool that answer
 * none, and those that would open a flow when every port of the pool is taken, are dropped. Not modelled: state that times out.
 */
public final class SourceNat extends Middlebox {
    private final SourceNatConfig config;

    SourceNat(SourceNatConfig config, Cluster cluster) {
        super(config, cluster);
        this.config = config;
    }

    /** A packet to the pool becomes the answer that somebody waits for. */
    @Override
    public Ruling arriving(FlowKey key) {
        return config.works() && config.pool().contains(key.destination())
                ? states().answer(key)
                        .map(answer -> new Ruling(Verdict.PASSED, answer.key(), answer.link()))
                        .orElseGet(() -> Ruling.of(Verdict.NO_STATE, key))
                : Ruling.of(Verdict.PASSED, key);
    }

    /** What has arrived stays what it is. */
    @Override
    public boolean isCrossed(String inLink, String outLink) {
        return !outLink.isEmpty() && super.isCrossed(inLink, outLink);
    }

    @Override
    boolean translates(String inLink) {
        return config.boundary().isOutside(inLink) == config.inbound();
    }

    @Override
    public Ruling crossing(FlowKey key, String inLink, boolean opens) {
        boolean concerns =
                translates(inLink) && key.source().family() == config.pool().family();
        if (!concerns) {
            return Ruling.of(opens && !states().passes(key) ? Verdict.OPENED : Verdict.PASSED, key);
        }
        if (!config.works()) {
            return Ruling.of(Verdict.STOPPED, key);
        }
        if (states().passesBack(key)) {
            return Ruling.of(Verdict.PASSED, key);
        }
        Optional<FlowKey> known = states().translated(key);
        if (known.isPresent() || !opens) {
            return known.map(after -> Ruling.of(Verdict.PASSED, after))
                    .orElseGet(() -> Ruling.of(Verdict.NO_STATE, key));
        }
        return fresh(key)
                .map(after -> Ruling.of(Verdict.OPENED, after))
                .orElseGet(() -> Ruling.of(Verdict.EXHAUSTED, key));
    }

    /** The flow under an address and a port of the pool: those that its sender has, or fresh ones; empty if none is left. */
    private Optional<FlowKey> fresh(FlowKey key) {
        Endpoint inside = Endpoint.sourceOf(key);
        return states().ports()
                .of(inside, config.pool())
                .or(() -> fresh(inside))
                .map(outside -> new FlowKey(
                        key.protocol(), outside.address(), outside.port(), key.destination(), key.destinationPort()));
    }

    /** All flows of one host have the same address while that has ports left (RFC 4787 section 4.1, paired pooling). */
    private Optional<Endpoint> fresh(Endpoint inside) {
        long start = inside.address().high() * 31 + inside.address().low();
        for (long step = 0; step < addresses(); step++) {
            IpAddress address = config.pool().addressAt(Math.floorMod(start + step, addresses()));
            if (!config.reserved().contains(address)) {
                OptionalInt port = states().ports()
                        .free(
                                inside.protocol(),
                                address,
                                inside.port(),
                                SourceNatConfig.PORT_FIRST,
                                config.portsPerAddress());
                if (port.isPresent()) {
                    return Optional.of(new Endpoint(inside.protocol(), address, port.getAsInt()));
                }
            }
        }
        return Optional.empty();
    }

    private long addresses() {
        return 1L << Math.min(config.pool().family().bits() - config.pool().length(), Integer.SIZE - 2);
    }

    @Override
    public void remember(FlowKey key, FlowKey after, String inLink) {
        if (key.equals(after)) {
            states().keepUntouched(key);
        } else {
            states().keepTranslated(key, after, config.inbound() ? Optional.of(inLink) : Optional.empty());
        }
    }
}
