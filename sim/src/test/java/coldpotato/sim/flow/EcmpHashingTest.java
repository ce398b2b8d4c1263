package coldpotato.sim.flow;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.EcmpHashing;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.sim.node.Lab;
import com.google.common.collect.ImmutableSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose flows move when one of three links goes. */
class EcmpHashingTest {
    private static final int FLOWS = 3000;

    //         .2 one   .1
    //         .6 two   .5
    //   site ============= cloud      the cloud shares over three links, the site answers by the first
    //        .10 three .9
    private final Lab lab = new Lab()
            .nodes("site", "cloud")
            .link("one", "cloud 192.0.2.1/30", "site 192.0.2.2/30")
            .link("two", "cloud 192.0.2.5/30", "site 192.0.2.6/30")
            .link("three", "cloud 192.0.2.9/30", "site 192.0.2.10/30")
            .attach("site", "10.10.0.0/16")
            .attach("cloud", "10.20.0.0/16")
            .statics("site", "10.20.0.0/16 via 192.0.2.1")
            .statics("cloud", "10.10.0.0/16 via 192.0.2.2 192.0.2.6 192.0.2.10");

    private final FlowMonitor monitor = new FlowMonitor(lab.network);
    private final GroupFlows app = monitor.add(new FlowGroup(
            "app", IpAddress.parse("10.20.1.4"), IpAddress.parse("10.10.1.5"), IpProtocol.TCP, 443, FLOWS));

    private double share(String link) {
        return app.share(FlowDirection.FORWARD, ImmutableSet.of(link), lab.simulation.nowNanos());
    }

    private long moved() {
        return IntStream.range(0, FLOWS)
                .filter(flow -> app.spans(flow, FlowDirection.FORWARD).stream()
                                .map(span -> span.walk().hops())
                                .filter(hops -> !hops.isEmpty())
                                .distinct()
                                .count()
                        > 1)
                .count();
    }

    @Test
    void aLinkThatFailsMovesAThirdOfTheFlowsIfResilient() {
        lab.start().failLoud("three").run("1s");
        assertThat(moved()).isBetween(900L, 1100L);
    }

    @Test
    void aLinkThatFailsMovesTwoThirdsOfTheFlowsIfModulo() {
        lab.network.router("cloud").ecmpHashing(EcmpHashing.MODULO);
        lab.start().failLoud("three").run("1s");
        assertThat(moved()).isBetween(1900L, 2100L);
        assertThat(share("one")).isBetween(0.45, 0.55);
    }

    @Test
    void aRouterMayHashOtherwiseWhileItRuns() {
        lab.start();
        assertThat(moved()).isZero();
        lab.network.router("cloud").ecmpHashing(EcmpHashing.MODULO);
        lab.run("1s");
        assertThat(moved()).isBetween(1900L, 2100L);
    }
}
