package coldpotato.sim.node;

import static coldpotato.sim.node.DestinationNatConfig.ANY_PORT;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.sim.node.DestinationNatConfig.Rule;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Destination NAT of a node: packets to a published address become packets to the server behind it before they are routed, and
 * what the server sends out across it appears to come from the published address. It is static: a rule and no state, so nothing
 * is lost when a way changes or the node restarts, and any edge with the same rule does the same. An edge without it lets the
 * server's answers out under the server's own address, where nobody waits for them. Packets to a published address for which no
 * rule has the port are for nobody. Not modelled: one address for many servers that take turns.
 */
public final class DestinationNat extends Middlebox {
    private final DestinationNatConfig config;

    DestinationNat(DestinationNatConfig config, Cluster cluster) {
        super(config, cluster);
        this.config = config;
    }

    @Override
    public Ruling arriving(FlowKey key) {
        return Ruling.of(Verdict.PASSED, config.works() ? toServer(key).orElse(key) : key);
    }

    @Override
    public boolean isCrossed(String inLink, String outLink) {
        return !outLink.isEmpty() && super.isCrossed(inLink, outLink);
    }

    @Override
    boolean translates(String inLink) {
        return !config.boundary().isOutside(inLink);
    }

    @Override
    public Ruling crossing(FlowKey key, String inLink, boolean opens) {
        FlowKey after = translates(inLink) ? fromServer(key).orElse(key) : key;
        return config.works() || after.equals(key) ? Ruling.of(Verdict.PASSED, after) : Ruling.of(Verdict.STOPPED, key);
    }

    /** By its rules, whether it works now or not: others may know a flow from when it did. */
    @Override
    ImmutableList<FlowKey> translations(FlowKey key) {
        return Stream.of(toServer(key), fromServer(key))
                .flatMap(Optional::stream)
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public Ruling ending(FlowKey key) {
        boolean publishes =
                config.rules().stream().anyMatch(rule -> rule.published().equals(key.destination()));
        return Ruling.of(publishes ? Verdict.NO_STATE : Verdict.PASSED, key);
    }

    private Optional<FlowKey> toServer(FlowKey key) {
        return config.rules().stream()
                .filter(rule ->
                        matches(rule.published(), rule.publishedPort(), key.destination(), key.destinationPort()))
                .findFirst()
                .map(rule -> new FlowKey(
                        key.protocol(),
                        key.source(),
                        key.sourcePort(),
                        rule.server(),
                        rule.serverPort() == ANY_PORT ? key.destinationPort() : rule.serverPort()));
    }

    private Optional<FlowKey> fromServer(FlowKey key) {
        return config.rules().stream()
                .filter(rule -> matches(rule.server(), listensOn(rule), key.source(), key.sourcePort()))
                .findFirst()
                .map(rule -> new FlowKey(
                        key.protocol(),
                        rule.published(),
                        rule.publishedPort() == ANY_PORT ? key.sourcePort() : rule.publishedPort(),
                        key.destination(),
                        key.destinationPort()));
    }

    private static int listensOn(Rule rule) {
        return rule.serverPort() == ANY_PORT ? rule.publishedPort() : rule.serverPort();
    }

    private static boolean matches(IpAddress address, int port, IpAddress sought, int soughtPort) {
        return address.equals(sought) && (port == ANY_PORT || port == soughtPort);
    }

    /** There is nothing to remember. */
    @Override
    public void remember(FlowKey key, FlowKey after, String inLink) {}
}
