package coldpotato.sim.node;

import coldpotato.core.net.FlowKey;

/**
 * A stateful firewall of a node. It keeps one state for both directions of a flow. Not modelled: states that time out, and TCP's own
 * states: whatever opens a flow makes a state, and the state stays until the firewall loses it.
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
    public Ruling crossing(FlowKey key, String inLink, boolean opens) {
        return Ruling.of(verdict(key, inLink, opens), key);
    }

    private Verdict verdict(FlowKey key, String inLink, boolean opens) {
        if (states().passes(key)) {
            return Verdict.PASSED;
        }
        if (!opens) {
            return Verdict.NO_STATE;
        }
        return config.boundary().isOutside(inLink) && !config.opensFromOutside() ? Verdict.REFUSED : Verdict.OPENED;
    }

    @Override
    public void remember(FlowKey key, FlowKey after, String inLink) {
        states().keepUntouched(key);
    }
}
