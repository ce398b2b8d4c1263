package coldpotato.sim.node;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import java.util.Optional;

/**
 * Source NAT of a node. What opens a flow across it in its direction gets an address of the pool, all flows of one host the
 * same one, and keeps its port where that is free; answers to the pool are translated back before they are routed. Those to
 * flows that were opened from outside leave by the link that the flow came by, if it is this node's and up, whatever the
 * routing table says: an edge that translates what comes in keeps its sessions. A flow opened against its direction passes as
 * it is, and so do its answers. Packets in its direction that belong to no flow it knows, and packets to the pool that answer
 * none, are dropped. Not modelled: state that times out, pools that run out of ports, and servers published in a pool
 * (destination NAT).
 */
public final class SourceNat extends Middlebox {
    private static final int PORT_FIRST = 1024;
    private static final int PORTS = 65536 - PORT_FIRST;

    private final SourceNatConfig config;

    SourceNat(SourceNatConfig config, FlowStates states) {
        super(config, states);
        this.config = config;
    }

    /** A packet to the pool becomes the answer that somebody waits for. */
    @Override
    public Ruling arriving(FlowKey key) {
        return config.pool().contains(key.destination())
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
    public Ruling crossing(FlowKey key, String inLink, boolean opens) {
        boolean translates = config.boundary().isOutside(inLink) == config.inbound()
                && key.source().family() == config.pool().family();
        if (!translates || states().passesBack(key)) {
            return Ruling.of(Verdict.PASSED, key);
        }
        Optional<FlowKey> known = states().translated(key);
        if (known.isPresent() || !opens) {
            return known.map(after -> Ruling.of(Verdict.PASSED, after))
                    .orElseGet(() -> Ruling.of(Verdict.NO_STATE, key));
        }
        return Ruling.of(Verdict.OPENED, fresh(key));
    }

    private FlowKey fresh(FlowKey key) {
        IpAddress address = address(key.source());
        for (int step = 0; step < PORTS; step++) {
            int port =
                    key.sourcePort() == 0 ? 0 : PORT_FIRST + Math.floorMod(key.sourcePort() - PORT_FIRST + step, PORTS);
            FlowKey fresh = new FlowKey(key.protocol(), address, port, key.destination(), key.destinationPort());
            if (states().answer(fresh.reversed()).isEmpty()) {
                return fresh;
            }
        }
        return new FlowKey(key.protocol(), address, key.sourcePort(), key.destination(), key.destinationPort());
    }

    private IpAddress address(IpAddress source) {
        int bits = Math.min(config.pool().family().bits() - config.pool().length(), Integer.SIZE - 2);
        return config.pool().addressAt(Math.floorMod(source.high() * 31 + source.low(), 1L << bits));
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
