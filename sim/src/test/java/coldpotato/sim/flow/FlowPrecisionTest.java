package coldpotato.sim.flow;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.sim.node.Lab;
import org.junit.jupiter.api.Test;

/** Only flows whose way depended on what changed are walked again. */
class FlowPrecisionTest {
    private static final int FLOWS = 1000;

    //                .2   left   .1
    //   site 10.10/16 ============ cloud 10.20/16     both ends share over both links
    //                .6  right   .5
    private final Lab lab = new Lab()
            .nodes("site", "cloud")
            .link("left", "cloud 192.0.2.1/30", "site 192.0.2.2/30")
            .link("right", "cloud 192.0.2.5/30", "site 192.0.2.6/30")
            .attach("site", "10.10.0.0/16")
            .attach("cloud", "10.20.0.0/16")
            .statics("site", "10.20.0.0/16 via 192.0.2.1 192.0.2.5")
            .statics("cloud", "10.10.0.0/16 via 192.0.2.2 192.0.2.6");

    private final FlowMonitor monitor = new FlowMonitor(lab.network);
    private final GroupFlows app = monitor.add(new FlowGroup(
            "app", IpAddress.parse("10.20.1.4"), IpAddress.parse("10.10.1.5"), IpProtocol.TCP, 443, FLOWS));

    private long walkedAgainBy(Runnable change) {
        lab.start();
        long before = monitor.walked();
        change.run();
        lab.run("1s");
        return monitor.walked() - before;
    }

    @Test
    void entriesOfOtherPrefixesMoveNobody() {
        assertThat(walkedAgainBy(() ->
                        lab.statics("cloud", "10.10.0.0/16 via 192.0.2.2 192.0.2.6", "10.11.0.0/16 via 192.0.2.2")))
                .isZero();
    }

    @Test
    void anEntryShorterThanTheOneThatMatchesMovesNobody() {
        assertThat(walkedAgainBy(
                        () -> lab.statics("cloud", "10.10.0.0/16 via 192.0.2.2 192.0.2.6", "10.0.0.0/8 via 192.0.2.2")))
                .isZero();
    }

    @Test
    void aLongerEntryForTheDestinationMovesTheFlowsOfThatDirectionOnly() {
        assertThat(walkedAgainBy(() ->
                        lab.statics("cloud", "10.10.0.0/16 via 192.0.2.2 192.0.2.6", "10.10.1.0/24 via 192.0.2.2")))
                .isEqualTo(FLOWS);
    }

    @Test
    void aSilentLinkConcernsTheFlowsThatUseIt() {
        assertThat(walkedAgainBy(() -> lab.failSilent("left")))
                .isEqualTo(app.outcomes(FlowDirection.FORWARD, lab.simulation.nowNanos())
                                .get("link-down-unnoticed at left")
                        + app.outcomes(FlowDirection.REVERSE, lab.simulation.nowNanos())
                                .get("link-down-unnoticed at left"));
    }

    @Test
    void flowsThatFaredAlikeHaveOneHistory() {
        lab.start().failSilent("left").run("10s").repair("left").run("10s");
        assertThat(app.cohorts()).hasSize(4).allSatisfy(cohort -> assertThat(cohort.flows())
                .allSatisfy(flow ->
                        assertThat(app.spans(flow, FlowDirection.REVERSE)).isSameAs(cohort.reverse())));
    }
}
