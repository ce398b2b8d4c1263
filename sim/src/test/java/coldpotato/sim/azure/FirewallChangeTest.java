package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.InternetLink;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.SiteFirewall;
import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.sim.engine.RunLimits;
import coldpotato.sim.node.Middlebox;
import coldpotato.sim.node.Middleboxes;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A firewall on the links of an edge that becomes another one while flows cross it. */
class FirewallChangeTest {
    private static final FlowKey FLOW =
            new FlowKey(IpProtocol.TCP, IpAddress.parse("10.10.1.5"), 999, IpAddress.parse("10.20.1.4"), 443);

    @Test
    void keepsItsStatesWhenItGetsOneMoreLink() {
        Middlebox firewall = afterLinkAt("ce1").get("edge");
        assertThat(firewall.config().boundary().links().orElseThrow())
                .contains("isp")
                .hasSize(2);
        assertThat(firewall.states().size()).isEqualTo(1);
    }

    @Test
    void keepsItsStatesWhenItComesToStandOnAnotherRouterToo() {
        assertThat(afterLinkAt("ce2").get("edge.ce1").states().size()).isEqualTo(1);
        assertThat(afterLinkAt("ce2").get("edge.ce2").states().size()).isEqualTo(1);
    }

    private static Middleboxes afterLinkAt(String router) {
        HybridNetwork network = Networks.oneCircuit().put(edge()).build();
        SimulatedNetwork running =
                new SimulatedNetwork(Networks.compile(network), 1, Trace.ofChanges(), RunLimits.DEFAULT);
        running.start();
        running.runUntil(Durations.seconds(1));
        running.network().middleboxes().remember("edge", FLOW, FLOW, "");
        InternetLink link = new InternetLink("isp", router, "", "", Optional.empty(), Durations.millis(3));
        running.apply(Networks.compile(network.toBuilder().put(link).build()), "isp", "one link more");
        return running.network().middleboxes();
    }

    private static Site edge() {
        Site plain = Networks.site("amsterdam", "10.10.0.0/16", "ce1", "ce2");
        return new Site(
                plain.name(),
                plain.asn(),
                plain.prefixes(),
                plain.publicPrefixes(),
                plain.routers(),
                plain.hostsReachRoutersBy(),
                true,
                ImmutableMap.of(
                        "edge", new SiteFirewall("edge", ImmutableSet.of("er-ams.primary", "isp"), "edge", false)));
    }
}
