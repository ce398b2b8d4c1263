package coldpotato.sim.node;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpProtocol;

/**
 * A stateful firewall of a node. It keeps one state for both directions of a flow. Of TCP only what opens a connection makes state; of
 * UDP and ICMP every packet does that may pass. Not modelled: states that time out, and sequence numbers.
 */
public final class StatefulFirewall extends Middlebox {
    private final FirewallConfig config;

    StatefulFirewall(FirewallConfig config, FlowStates states) {
        super(config, states);
        this.config = config;
    }

    @Override
    public Ruling arriving(FlowKey key) {
        return Ruling.of(Verdict.PASSED, key);
    }

    @Override
    boolean translates(String inLink) {
        return false;
    }

    @Override
    public Ruling crossing(FlowKey key, String inLink, boolean opens) {
        return Ruling.of(verdict(key, inLink, opens), key);
    }

    private Verdict verdict(FlowKey key, String inLink, boolean opens) {
        if (states().passes(key)) {
            return Verdict.PASSED;
        }
        boolean mayOpen = opens || key.protocol() != IpProtocol.TCP;
        if (mayOpen && (config.opensFromOutside() || !config.boundary().isOutside(inLink))) {
            return Verdict.OPENED;
        }
        return opens ? Verdict.REFUSED : Verdict.NO_STATE;
    }

    @Override
    public void remember(FlowKey key, FlowKey after, String inLink) {
        states().keepUntouched(key);
    }
}
