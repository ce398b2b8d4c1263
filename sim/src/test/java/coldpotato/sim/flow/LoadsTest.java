package coldpotato.sim.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.time.Durations;
import coldpotato.sim.net.Capacity;
import coldpotato.sim.net.Direction;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.node.Lab;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadsTest {
    private static final double TINY = 1e-9;

    //   site 10.10/16 ---- first ---- transit ---- second ---- cloud 10.20/16
    private final Lab lab = new Lab()
            .nodes("site", "transit", "cloud")
            .link("first", "site 192.0.2.1/30", "transit 192.0.2.2/30")
            .link("second", "transit 192.0.2.5/30", "cloud 192.0.2.6/30")
            .attach("site", "10.10.0.0/16")
            .attach("cloud", "10.20.0.0/16")
            .statics("site", "10.20.0.0/16 via 192.0.2.2")
            .statics("transit", "10.20.0.0/16 via 192.0.2.6", "10.10.0.0/16 via 192.0.2.1")
            .statics("cloud", "10.10.0.0/16 via 192.0.2.5");

    private final FlowMonitor monitor = new FlowMonitor(lab.network);
    private FlowEnds ends = FlowEnds.PATIENT;

    private GroupFlows add(String name, long bits, long answers) {
        return add(name, "10.10.1.5", "10.20.1.4", bits, answers);
    }

    private GroupFlows add(String name, String source, String destination, long bits, long answers) {
        return add(IpProtocol.UDP, name, source, destination, bits, answers);
    }

    private GroupFlows add(
            IpProtocol protocol, String name, String source, String destination, long bits, long answers) {
        return monitor.add(new FlowGroup(
                name,
                IpAddress.parse(source),
                IpAddress.parse(destination),
                protocol,
                4000,
                10,
                bits,
                answers,
                "",
                0,
                ends));
    }

    private void capacity(String link, String wire, long bits) {
        capacity(link, new Capacity(wire, bits));
    }

    private void capacity(String link, Capacity capacity) {
        lab.network.links().link(link).capacity(Optional.of(capacity));
    }

    private long now() {
        return lab.simulation.nowNanos();
    }

    @Test
    void dropsWhatDoesNotFitInOneDirectionOnly() {
        capacity("first", "first", 200);
        GroupFlows bulk = add("bulk", 300, 150);
        lab.start();
        assertThat(bulk.delivered(FlowDirection.FORWARD, now())).isEqualTo(2.0 / 3, within(TINY));
        assertThat(bulk.delivered(FlowDirection.REVERSE, now())).isEqualTo(1);
        assertThat(monitor.loads().at(now()).of("first", Direction.A_TO_B).dropped())
                .isEqualTo(100, within(TINY));
    }

    @Test
    void whatOneLinkDropsIsNoLoadOnTheNext() {
        capacity("first", "first", 200);
        capacity("second", "second", 100);
        GroupFlows bulk = add("bulk", 400, 0);
        lab.start();
        assertThat(monitor.loads().at(now()).of("second", Direction.A_TO_B).offered())
                .isEqualTo(200, within(TINY));
        assertThat(bulk.delivered(FlowDirection.FORWARD, now())).isEqualTo(0.25, within(TINY));
    }

    @Test
    void everyFlowOnAFullWireLosesTheSameShare() {
        capacity("first", "first", 200);
        GroupFlows bulk = add("bulk", 300, 0);
        GroupFlows call = add("call", 100, 0);
        GroupFlows ping = add("ping", 0, 0);
        lab.start();
        for (GroupFlows flows : List.of(bulk, call, ping)) {
            assertThat(flows.delivered(FlowDirection.FORWARD, now())).isEqualTo(0.5, within(TINY));
        }
    }

    @Test
    void whatIsToleratedPassesAndWhatIsMoreIsCutToTheCapacity() {
        capacity("first", new Capacity("first", 200).tolerating(20));
        GroupFlows bulk = add("bulk", 240, 250);
        lab.start();
        assertThat(bulk.delivered(FlowDirection.FORWARD, now())).isEqualTo(1);
        assertThat(bulk.delivered(FlowDirection.REVERSE, now())).isEqualTo(0.8, within(TINY));
    }

    @Test
    void whatPassesItsOwnWireMeetsOthersOnTheWiderOne() {
        Capacity wide = new Capacity("wide", 300);
        capacity("first", new Capacity("narrow", 200).within(wide));
        capacity("second", wide);
        GroupFlows bulk = add("bulk", 400, 0);
        lab.start();
        // Of 200 + 200 w on the wide wire 300 fit: w = 0.8229, and the flow crosses it twice.
        assertThat(bulk.delivered(FlowDirection.FORWARD, now())).isEqualTo(0.3386, within(1e-4));
        assertThat(monitor.loads().at(now()).bottlenecks())
                .extracting(bottleneck -> bottleneck.lane().wire())
                .containsExactly("narrow", "wide");
    }

    @Test
    void linksOfOneWireShareItsCapacity() {
        capacity("first", "wire", 200);
        capacity("second", "wire", 200);
        GroupFlows bulk = add("bulk", 150, 0);
        lab.start();
        assertThat(monitor.loads().at(now()).bottlenecks()).hasSize(1);
        // Of 150 + 150 s on the wire 200 fit: s = 0.7583, and the flow crosses it twice.
        assertThat(bulk.delivered(FlowDirection.FORWARD, now())).isEqualTo(0.5750, within(1e-4));
    }

    /** Flow x goes over wire a and then b, flow y over b and then a. */
    @Test
    void wiresThatWouldBeCutAndLetOffInTurnAreCut() {
        lab.nodes("from", "over", "to")
                .link("third", "from 192.0.2.9/30", "over 192.0.2.10/30")
                .link("fourth", "over 192.0.2.13/30", "to 192.0.2.14/30")
                .attach("from", "10.30.0.0/16")
                .attach("to", "10.40.0.0/16")
                .statics("from", "10.40.0.0/16 via 192.0.2.10")
                .statics("over", "10.40.0.0/16 via 192.0.2.14", "10.30.0.0/16 via 192.0.2.9")
                .statics("to", "10.30.0.0/16 via 192.0.2.13");
        List.of("first", "fourth").forEach(link -> capacity(link, new Capacity("a", 100).tolerating(20)));
        List.of("second", "third").forEach(link -> capacity(link, new Capacity("b", 100).tolerating(20)));
        GroupFlows x = add("x", 61, 0);
        GroupFlows y = add("y", "10.30.1.5", "10.40.1.4", 61, 0);
        lab.start();
        // Of 61 + 61 s on each wire 100 fit: s = 0.8746, and each flow crosses both.
        assertThat(x.delivered(FlowDirection.FORWARD, now())).isEqualTo(0.7648, within(1e-4));
        assertThat(y.delivered(FlowDirection.FORWARD, now())).isEqualTo(0.7648, within(1e-4));
        assertThat(monitor.loads().at(now()).isSettled()).isTrue();
    }

    @Test
    void aGreaterCapacityIsFeltAtOnceAndThePastStaysAsItWas() {
        capacity("first", "first", 200);
        GroupFlows bulk = add("bulk", 400, 0);
        long before = lab.start().simulation.nowNanos();
        lab.run("10s");
        capacity("first", "first", 400);
        lab.run("10s");
        assertThat(bulk.delivered(FlowDirection.FORWARD, before)).isEqualTo(0.5, within(TINY));
        assertThat(bulk.delivered(FlowDirection.FORWARD, now())).isEqualTo(1);
    }

    @Test
    void addsUpWhatALinkHasCarried() {
        capacity("first", "first", 200);
        add("bulk", 400, 0);
        long start = lab.start().simulation.nowNanos();
        lab.run("10s");
        capacity("first", "first", 300);
        lab.run("10s");
        double before = monitor.loads().carriedBits("first", Direction.A_TO_B, start);
        assertThat(monitor.loads().carriedBits("first", Direction.A_TO_B, now()) - before)
                .isEqualTo(5000, within(1e-6));
    }

    @Test
    void packetsThatAreLostOtherwiseLeaveRoomBehindTheLoss() {
        capacity("second", "second", 100);
        GroupFlows bulk = add("bulk", 200, 0);
        lab.start();
        lab.network.links().link("first").fail("loss", LinkFault.loss(0.5));
        lab.run("1s");
        assertThat(bulk.delivered(FlowDirection.FORWARD, now())).isEqualTo(0.5, within(TINY));
        assertThat(monitor.loads().at(now()).bottlenecks()).isEmpty();
    }

    /** Flow dead goes on over the second link, flow live ends before it; both slow down. */
    private GroupFlows deadBesideLive(Direction cut) {
        lab.attach("transit", "10.30.0.0/16")
                .statics("site", "10.20.0.0/16 via 192.0.2.2", "10.30.0.0/16 via 192.0.2.2");
        capacity("first", "first", 200);
        add(IpProtocol.TCP, "dead", "10.10.1.5", "10.20.1.4", 400, 40);
        GroupFlows live = add(IpProtocol.TCP, "live", "10.10.1.5", "10.30.1.4", 180, 0);
        lab.start();
        assertThat(live.delivered(FlowDirection.FORWARD, now())).isEqualTo(100.0 / 180, within(TINY));
        lab.network.links().link("second").fail("test", LinkFault.silent().only(cut));
        lab.run("1s");
        return live;
    }

    @Test
    void sendersThatSlowDownLeaveTheRoomToOthersWhenNothingOfThemArrives() {
        GroupFlows live = deadBesideLive(Direction.A_TO_B);
        assertThat(live.delivered(FlowDirection.FORWARD, now())).isEqualTo(1);
        assertThat(monitor.loads().at(now()).of("first", Direction.A_TO_B).offered())
                .isEqualTo(180, within(TINY));
        assertThat(monitor.loads().at(now()).of("first", Direction.B_TO_A).offered())
                .isZero();
    }

    @Test
    void sendersThatSlowDownLeaveTheRoomToOthersWhenNoAnswerArrives() {
        GroupFlows live = deadBesideLive(Direction.B_TO_A);
        assertThat(live.delivered(FlowDirection.FORWARD, now())).isEqualTo(1);
        assertThat(monitor.loads().at(now()).of("second", Direction.A_TO_B).offered())
                .isZero();
    }

    @Test
    void sendersThatSlowedDownToNothingAreBackWhenTheirPacketsArriveAgain() {
        GroupFlows live = deadBesideLive(Direction.B_TO_A);
        lab.repair("second").run("1s");
        assertThat(live.delivered(FlowDirection.FORWARD, now())).isEqualTo(100.0 / 180, within(TINY));
    }

    @Test
    void nobodySendsAnswersBeforeAPacketHasArrived() {
        add("bulk", 100, 150);
        lab.network.links().link("second").fail("test", LinkFault.silent().only(Direction.A_TO_B));
        lab.start();
        assertThat(monitor.loads().at(now()).of("first", Direction.B_TO_A).offered())
                .isZero();
        lab.repair("second").run("1s");
        assertThat(monitor.loads().at(now()).of("first", Direction.B_TO_A).offered())
                .isEqualTo(150, within(TINY));
    }

    @Test
    void nobodyAnswersAFlowThatIsOpenedAnewBeforeItArrives() {
        ends = new FlowEnds(Durations.seconds(30));
        add("bulk", 100, 150);
        lab.start()
                .network
                .links()
                .link("second")
                .fail("test", LinkFault.silent().only(Direction.A_TO_B));
        lab.run("29s");
        long patient = now();
        lab.run("2s");
        assertThat(monitor.loads().at(patient).of("first", Direction.B_TO_A).offered())
                .isEqualTo(150, within(TINY));
        assertThat(monitor.loads().at(now()).of("first", Direction.B_TO_A).offered())
                .isZero();
    }
}
