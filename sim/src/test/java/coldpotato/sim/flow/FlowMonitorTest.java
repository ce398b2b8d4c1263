package coldpotato.sim.flow;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.ClusterTerms;
import coldpotato.core.net.FirewallTerms;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.net.Direction;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.node.Boundary;
import coldpotato.sim.node.FirewallConfig;
import coldpotato.sim.node.Lab;
import coldpotato.sim.node.MiddleboxConfig;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowMonitorTest {
    private final List<MiddleboxConfig> firewalls = new ArrayList<>();
    private static final ImmutableSet<FlowDirection> FORWARD = ImmutableSet.of(FlowDirection.FORWARD);
    private static final ImmutableSet<FlowDirection> REVERSE = ImmutableSet.of(FlowDirection.REVERSE);
    private static final ImmutableSet<FlowDirection> EITHER =
            ImmutableSet.of(FlowDirection.FORWARD, FlowDirection.REVERSE);

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

    private long idleTimeoutNanos = FirewallTerms.NEVER;
    private final FlowMonitor monitor = new FlowMonitor(lab.network);
    private final GroupFlows app = monitor.add(group("app", "10.20.1.4", "10.10.1.5"));

    @Test
    void spreadsFlowsOverBothLinksInBothDirections() {
        lab.start();
        assertThat(app.delivered(FlowDirection.FORWARD, now())).isEqualTo(1);
        assertThat(app.share(FlowDirection.FORWARD, ImmutableSet.of("left"), now()))
                .isBetween(0.4, 0.6);
        assertThat(app.share(FlowDirection.REVERSE, ImmutableSet.of("left"), now()))
                .isBetween(0.4, 0.6);
        assertThat(app.paths(FlowDirection.FORWARD, now())).hasSize(2);
    }

    @Test
    void findsALinkThatIsTakenUpAndLaidAnewBeforeAnyTableFollows() {
        lab.start().network.removeLink("left");
        lab.network.removeLink("right");
        lab.run("0s");
        assertThat(app.delivered(FlowDirection.FORWARD, now())).isZero();
        lab.link("left", "cloud 192.0.2.1/30", "site 192.0.2.2/30").run("1s");
        assertThat(app.delivered(FlowDirection.FORWARD, now())).isEqualTo(1);
        assertThat(app.delivered(FlowDirection.REVERSE, now())).isEqualTo(1);
    }

    @Test
    void countsAFlowOnceInTheShareOfSeveralLinks() {
        lab.start();
        assertThat(app.share(FlowDirection.FORWARD, ImmutableSet.of("left", "right"), now()))
                .isEqualTo(1);
    }

    @Test
    void knowsToTheNanosecondHowLongASilentLinkHurtsInOneDirection() {
        long cut = lab.start().simulation.nowNanos();
        double onLeft = app.share(FlowDirection.FORWARD, ImmutableSet.of("left"), cut);
        lab.network.links().link("left").fail("test", LinkFault.silent().only(Direction.A_TO_B));
        lab.run("10s").repair("left").run("10s");

        Outages forward = app.outages(FORWARD, cut, now());
        assertThat(forward.hitFraction()).isEqualTo(onLeft);
        assertThat(forward.shortestNanos()).isEqualTo(Durations.seconds(10));
        assertThat(forward.longestNanos()).isEqualTo(Durations.seconds(10));
        assertThat(app.outages(REVERSE, cut, now()).hit()).isZero();
    }

    @Test
    void countsAFlowThatSuffersInEitherDirectionOnce() {
        long cut = lab.start().failSilent("left").simulation.nowNanos();
        lab.run("10s").repair("left").run("10s");

        Outages either = app.outages(EITHER, cut, now());
        assertThat(either.hitFraction()).isBetween(0.7, 0.8);
        assertThat(either.longestNanos()).isEqualTo(Durations.seconds(10));
        assertThat(app.deliveredBothWays(cut)).isEqualTo((1000 - either.hit()) / 1000.0);
    }

    @Test
    void anOutageIsCutAtTheEndsOfTheTimeAskedFor() {
        long cut = lab.start().failSilent("left").simulation.nowNanos();
        lab.run("10s").repair("left").run("10s");
        long asked = Durations.seconds(4);

        assertThat(app.outages(FORWARD, cut + asked, cut + 2 * asked).longestNanos())
                .isEqualTo(asked);
        assertThat(app.outages(FORWARD, cut + Durations.seconds(11), now()).hit())
                .isZero();
    }

    @Test
    void movesWhenTheLightGoesOutOnlyTheFlowsOfThatLink() {
        long cut = lab.start().failLoud("left").simulation.nowNanos();
        lab.run("1s");
        double onLeft = app.share(FlowDirection.FORWARD, ImmutableSet.of("left"), cut);

        assertThat(app.outages(FORWARD, cut, now()).hitFraction()).isEqualTo(onLeft);
        assertThat(app.outages(FORWARD, cut, now()).longestNanos()).isEqualTo(Durations.millis(10));
        assertThat(app.share(FlowDirection.FORWARD, ImmutableSet.of("right"), now()))
                .isEqualTo(1);
    }

    @Test
    void tellsFlowsApartOnlyWhereTheyFaredDifferently() {
        lab.start().failSilent("left").run("10s");
        assertThat(app.cohorts()).hasSizeLessThanOrEqualTo(8);
        assertThat(app.cohorts().stream().flatMap(cohort -> cohort.flows().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, app.group().count()).boxed().toList());
        assertThat(app.cohorts()).allSatisfy(cohort -> assertThat(cohort.flows())
                .allSatisfy(flow ->
                        assertThat(app.spans(flow, FlowDirection.FORWARD)).isEqualTo(cohort.forward())));
    }

    @Test
    void losesTheShareThatALinkLoses() {
        lab.start().network.links().link("left").fail("dirt", LinkFault.loss(0.5));
        lab.run("1s");
        double onLeft = app.share(FlowDirection.FORWARD, ImmutableSet.of("left"), now());

        assertThat(app.delivered(FlowDirection.FORWARD, now())).isEqualTo(1 - onLeft / 2);
        assertThat(app.outages(EITHER, Durations.millis(500), now()).hit()).isZero();
    }

    @Test
    void tellsTheTraceHowManyChangedAndWhy() {
        lab.start().trace.because(0);
        lab.trace.because(lab.trace.record(now(), "left", TraceKind.INJECTED));
        lab.failSilent("left").run("1s");
        TraceEvent last = lab.trace.events().stream()
                .filter(event -> event.kind() == TraceKind.FLOW_CHANGED
                        && event.field("direction").equals("forward"))
                .reduce((first, second) -> second)
                .orElseThrow();
        int onLeft = app.outages(FORWARD, now() - 1, now()).hit();

        assertThat(last.field("changed")).isEqualTo(onLeft + " of 1000");
        assertThat(last.field("now"))
                .isEqualTo((1000 - onLeft) + " delivered, " + onLeft + " link-down-unnoticed at left");
        assertThat(lab.trace.causesOf(last).get(0).kind()).isEqualTo(TraceKind.INJECTED);
    }

    @Test
    void namesWhoMakesFlowsAsymmetric() {
        lab.statics("cloud", "10.10.0.0/16 via 192.0.2.2")
                .statics("site", "10.20.0.0/16 via 192.0.2.5")
                .start();
        Asymmetry only = app.asymmetries(now()).get(0);

        assertThat(only.flows()).isEqualTo(1000);
        assertThat(only.forwardDecider()).isEqualTo("cloud");
        assertThat(only.reverseDecider()).isEqualTo("site");
        assertThat(only.forward()).hasToString("cloud -left- site");
        assertThat(only.reverse()).hasToString("site -right- cloud");
    }

    @Test
    void seesNoAsymmetryWhereAllGoAndComeTheSameWay() {
        lab.statics("cloud", "10.10.0.0/16 via 192.0.2.2")
                .statics("site", "10.20.0.0/16 via 192.0.2.1")
                .start();
        assertThat(app.asymmetries(now())).isEmpty();
    }

    @Test
    void anAnswerThatComesBackByAnotherFirewallIsDropped() {
        firewall("fw-left", "left", "fw-left");
        firewall("fw-right", "right", "fw-right");
        GroupFlows out = monitor.add(group("out", "10.10.1.5", "10.20.1.4"));
        lab.start();

        int otherWay =
                out.asymmetries(now()).stream().mapToInt(Asymmetry::flows).sum();
        assertThat(out.delivered(FlowDirection.FORWARD, now())).isEqualTo(1);
        assertThat(out.delivered(FlowDirection.REVERSE, now())).isEqualTo((1000 - otherWay) / 1000.0);
        assertThat(out.outcomes(FlowDirection.REVERSE, now()).keySet())
                .containsExactly("delivered", "no-firewall-state at fw-left", "no-firewall-state at fw-right");
    }

    @Test
    void firewallsThatShareTheirStateCureThat() {
        firewall("fw-left", "left", "both");
        firewall("fw-right", "right", "both");
        GroupFlows out = monitor.add(group("out", "10.10.1.5", "10.20.1.4"));
        lab.start();

        assertThat(out.deliveredBothWays(now())).isEqualTo(1);
        assertThat(out.asymmetries(now())).isNotEmpty();
    }

    @Test
    void nobodyOpensAFlowThroughAFirewallFromOutside() {
        firewall("fw-left", "left", "fw");
        firewall("fw-right", "right", "fw");
        lab.start();
        assertThat(app.outcomes(FlowDirection.FORWARD, now()).keySet())
                .containsExactly("refused-by-policy at fw-left", "refused-by-policy at fw-right");
    }

    // Both ends use left while they can; left dies and comes back. Each firewall keeps its own state.
    @Test
    void flowsThatMoveToAnotherFirewallStayBrokenUntilTheirWayReturns() {
        GroupFlows out = oneWayOut(FlowEnds.PATIENT);
        lab.start().failLoud("left").run("1m");
        assertThat(out.outcomes(FlowDirection.FORWARD, now())).containsOnlyKeys("no-firewall-state at fw-right");
        lab.repair("left").run("1m");
        assertThat(out.deliveredBothWays(now())).isEqualTo(1);
    }

    @Test
    void aFirewallForgetsFlowsThatHaveBeenAwayForItsIdleTimeout() {
        idleTimeoutNanos = Durations.seconds(100);
        GroupFlows out = oneWayOut(FlowEnds.PATIENT);
        lab.start().failLoud("left").run("99s").repair("left").run("1m");
        assertThat(out.deliveredBothWays(now())).isEqualTo(1);
        lab.failLoud("left").run("101s").repair("left").run("1m");
        assertThat(out.outcomes(FlowDirection.FORWARD, now())).containsOnlyKeys("no-firewall-state at fw-left");
    }

    @Test
    void aFirewallRemembersFlowsOfWhichPacketsCrossItAndAreLostBehindIt() {
        idleTimeoutNanos = Durations.seconds(100);
        GroupFlows out = oneWayOut(FlowEnds.PATIENT);
        Prefix hosts = Prefix.parse("10.10.0.0/16");
        lab.start().network.router("site").detach(hosts);
        lab.run("300s").network.router("site").attach(hosts);
        lab.run("1s");
        assertThat(out.deliveredBothWays(now())).isEqualTo(1);
    }

    @Test
    void flowsThatAreOpenedAnewWorkAgainAfterTheirEndsGaveUp() {
        GroupFlows out = oneWayOut(new FlowEnds(Durations.seconds(30)));
        long cut = lab.start().failLoud("left").simulation.nowNanos();
        lab.run("1m");

        assertThat(out.deliveredBothWays(now())).isEqualTo(1);
        assertThat(out.outages(FORWARD, cut, now()).longestNanos()).isEqualTo(Durations.seconds(30));
    }

    @Test
    void endsThatLostPatienceInABlackHoleOpenTheirFlowsAsSoonAsThereIsAWay() {
        GroupFlows out = oneWayOut(new FlowEnds(Durations.millis(50)));
        long cut = lab.start().failLoud("left").simulation.nowNanos();
        lab.run("1m");

        assertThat(out.deliveredBothWays(now())).isEqualTo(1);
        assertThat(out.outages(FORWARD, cut, now()).longestNanos()).isEqualTo(Durations.millis(60));
    }

    @Test
    void endsLoseNoPatienceWithAFlowThatComesBackInTime() {
        GroupFlows out = oneWayOut(new FlowEnds(Durations.seconds(30)));
        lab.start().failLoud("left").run("29s").repair("left").run("1m");
        lab.failLoud("left").run("29s");
        assertThat(out.outcomes(FlowDirection.FORWARD, now())).containsOnlyKeys("no-firewall-state at fw-right");
    }

    @Test
    void flowsWithoutConnectionMakeStateWhereverTheyAreSent() {
        GroupFlows out = oneWayOut(IpProtocol.UDP, FlowEnds.PATIENT);
        lab.start().failLoud("left").run("1m");
        assertThat(out.deliveredBothWays(now())).isEqualTo(1);
    }

    @Test
    void answersToWhatNeverArrivedMakeNoState() {
        GroupFlows in = oneWay("10.20.1.4", "10.10.1.5", IpProtocol.UDP, FlowEnds.PATIENT);
        lab.start().failLoud("left").run("1m");
        assertThat(in.outcomes(FlowDirection.FORWARD, now())).containsOnlyKeys("refused-by-policy at fw-right");
        lab.repair("left").run("1m");
        assertThat(in.outcomes(FlowDirection.FORWARD, now())).containsOnlyKeys("refused-by-policy at fw-left");
    }

    // Packets come by left, where nobody asks, and answers go by right.
    @Test
    void answersMakeStateFromTheFirstPacketOnThatArrives() {
        GroupFlows in = oneWay("10.20.1.4", "10.10.1.5", IpProtocol.UDP, FlowEnds.PATIENT);
        firewalls.remove(0);
        lab.network.fit("site", ImmutableList.copyOf(firewalls));
        lab.staticsInOrder("site", "10.20.0.0/16 via 192.0.2.5").start().failSilent("left");
        lab.run("1m").repair("left").run("1m").failLoud("left").run("1m");
        assertThat(in.paths(FlowDirection.FORWARD, now()).keySet())
                .allSatisfy(walk -> assertThat(walk.firewalls()).containsExactly("fw-right"));
        assertThat(in.deliveredBothWays(now())).isEqualTo(1);
    }

    private GroupFlows oneWayOut(FlowEnds ends) {
        return oneWayOut(IpProtocol.TCP, ends);
    }

    private GroupFlows oneWayOut(IpProtocol protocol, FlowEnds ends) {
        return oneWay("10.10.1.5", "10.20.1.4", protocol, ends);
    }

    private GroupFlows oneWay(String from, String to, IpProtocol protocol, FlowEnds ends) {
        firewall("fw-left", "left", "fw-left");
        firewall("fw-right", "right", "fw-right");
        lab.staticsInOrder("site", "10.20.0.0/16 via 192.0.2.1 192.0.2.5");
        lab.staticsInOrder("cloud", "10.10.0.0/16 via 192.0.2.2 192.0.2.6");
        FlowGroup tcp = group("out", from, to);
        return monitor.add(new FlowGroup("out", tcp.from(), tcp.to(), protocol, 443, tcp.count(), 0, 0, "", 0, ends));
    }

    private void firewall(String name, String link, String states) {
        firewalls.add(new FirewallConfig(
                name,
                Boundary.of(ImmutableSet.of(link)),
                states,
                new FirewallTerms(false, ImmutableList.of(), false, idleTimeoutNanos, ClusterTerms.ALONE)));
        lab.network.fit("site", ImmutableList.copyOf(firewalls));
    }

    private static FlowGroup group(String name, String from, String to) {
        return new FlowGroup(name, IpAddress.parse(from), IpAddress.parse(to), IpProtocol.TCP, 443, 1000);
    }

    private long now() {
        return lab.simulation.nowNanos();
    }
}
