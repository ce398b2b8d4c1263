package coldpotato.sim.node;

import coldpotato.core.net.FirewallTerms;
import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpProtocol;

/**
 * A stateful firewall of a node. It keeps one state for both directions of a flow. Of TCP only what opens a connection makes
 * state, unless it picks connections up; of UDP and ICMP every packet does that may pass. Not modelled: sequence numbers, by
 * which firewalls tell a connection from an older one that they remember.
 */
public final class StatefulFirewall extends Middlebox {
    private final FirewallConfig config;

    StatefulFirewall(FirewallConfig config, Cluster cluster) {
        super(config, cluster);
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
        return Ruling.of(
                cluster()
                        .serving(key)
                        .map(states -> verdict(states, key, inLink, opens))
                        .orElse(Verdict.DOWN),
                key);
    }

    private Verdict verdict(FlowStates states, FlowKey key, String inLink, boolean opens) {
        if (states.passes(key)) {
            return Verdict.PASSED;
        }
        FirewallTerms terms = config.terms();
        boolean mayOpen = opens || terms.picksUp() || key.protocol() != IpProtocol.TCP;
        if (mayOpen && terms.admits(key, config.boundary().isOutside(inLink))) {
            return Verdict.OPENED;
        }
        return opens ? Verdict.REFUSED : Verdict.NO_STATE;
    }

    @Override
    public String refusal(FlowKey key, String inLink) {
        return config.terms()
                .deciding(key, config.boundary().isOutside(inLink))
                .map(rule -> "against rule " + rule.name())
                .orElse("from outside");
    }

    @Override
    public void remember(FlowKey key, FlowKey after, String inLink) {
        cluster().serving(key).ifPresent(states -> states.keepUntouched(key));
    }
}
