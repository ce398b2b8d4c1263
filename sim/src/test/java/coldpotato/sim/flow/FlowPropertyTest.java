package coldpotato.sim.flow;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.time.Durations;
import coldpotato.sim.node.Lab;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FlowPropertyTest {
    private static final int FLOWS = 20;

    // At the end of each step of 30 ms a link fails loudly, fails silently or is repaired.
    @Property(tries = 60)
    void spansPartitionTimeAndAgreeWithAWalkAtEveryInstant(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 8) Integer> steps) {
        Lab lab = square();
        GroupFlows flows = new FlowMonitor(lab.network).add(group());
        lab.start();
        for (int step : steps) {
            String link = List.of("left", "right", "across").get(step % 3);
            switch (step / 3) {
                case 0 -> lab.failLoud(link);
                case 1 -> lab.failSilent(link);
                default -> lab.repair(link);
            }
            lab.run("30ms");
            for (FlowDirection direction : FlowDirection.values()) {
                for (int flow = 0; flow < FLOWS; flow++) {
                    assertThat(flows.walk(flow, direction, lab.simulation.nowNanos()))
                            .isEqualTo(walkNow(lab, flow, direction));
                }
            }
        }
        assertSpansPartitionTime(flows);
    }

    @Property(tries = 60)
    void aLongerTimeHoldsNoShorterOutage(@ForAll @IntRange(min = 1, max = 2000) int splitMillis) {
        Lab lab = square();
        GroupFlows flows = new FlowMonitor(lab.network).add(group());
        lab.start()
                .failSilent("left")
                .run("400ms")
                .repair("left")
                .failLoud("right")
                .run("600ms");
        ImmutableSet<FlowDirection> either = ImmutableSet.copyOf(FlowDirection.values());
        long end = lab.simulation.nowNanos();
        long split = Durations.millis(splitMillis);

        long whole = flows.outages(either, 0, end).longestNanos();
        long first = flows.outages(either, 0, split).longestNanos();
        long second = flows.outages(either, split, end).longestNanos();
        assertThat(whole).isBetween(Math.max(first, second), first + second);
    }

    @Property(tries = 50)
    void noTwoFlowsOfAGroupShareTheirPorts(@ForAll @IntRange(min = 1, max = FlowGroup.FLOWS_MAX) int count) {
        FlowGroup group =
                new FlowGroup("group " + count, IpAddress.ipv4(1), IpAddress.ipv4(2), IpProtocol.UDP, 53, count);
        assertThat(IntStream.range(0, count)
                        .map(flow -> group.key(flow).sourcePort())
                        .distinct()
                        .count())
                .isEqualTo(count);
    }

    private static void assertSpansPartitionTime(GroupFlows flows) {
        for (FlowDirection direction : FlowDirection.values()) {
            for (int flow = 0; flow < FLOWS; flow++) {
                List<Span> spans = flows.spans(flow, direction);
                assertThat(spans.get(0).fromNanos()).isZero();
                for (int i = 1; i < spans.size(); i++) {
                    assertThat(spans.get(i).fromNanos())
                            .isGreaterThan(spans.get(i - 1).fromNanos());
                    assertThat(spans.get(i).walk())
                            .isNotEqualTo(spans.get(i - 1).walk());
                }
            }
        }
    }

    private static Walk walkNow(Lab lab, int flow, FlowDirection direction) {
        String start = direction == FlowDirection.FORWARD ? "site" : "cloud";
        return PacketWalk.walk(lab.network, start, group().key(flow, direction), false);
    }

    private static FlowGroup group() {
        return new FlowGroup(
                "app", IpAddress.parse("10.10.1.1"), IpAddress.parse("10.20.1.1"), IpProtocol.TCP, 443, FLOWS);
    }

    //          left         up1
    //     +--------- ce1 ---------+
    //   site          | across    cloud       one IGP, equal costs
    //     +--------- ce2 ---------+
    //         right         up2
    private static Lab square() {
        return new Lab()
                .nodes("site", "ce1", "ce2", "cloud")
                .link("left", "site 192.0.2.1/30", "ce1 192.0.2.2/30")
                .link("right", "site 192.0.2.5/30", "ce2 192.0.2.6/30")
                .link("across", "ce1 192.0.2.9/30", "ce2 192.0.2.10/30")
                .link("up1", "ce1 192.0.2.13/30", "cloud 192.0.2.14/30")
                .link("up2", "ce2 192.0.2.17/30", "cloud 192.0.2.18/30")
                .attach("site", "10.10.0.0/16")
                .attach("cloud", "10.20.0.0/16")
                .igp();
    }
}
