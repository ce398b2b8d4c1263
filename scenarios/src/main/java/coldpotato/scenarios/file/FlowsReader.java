package coldpotato.scenarios.file;

import coldpotato.core.azure.TrafficClass;
import coldpotato.core.azure.Workload;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.sim.flow.FlowEnds;
import coldpotato.sim.flow.FlowGroup;
import coldpotato.sim.flow.Senders;
import com.google.common.collect.Maps;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The section {@code flows}: the traffic whose fate is watched. */
final class FlowsReader {
    private static final int PORT_MAX = 65_535;
    private static final int USUAL_PORT = 443;
    private static final long BITS_PER_MEGABIT = 1_000_000;

    private static final Key<IpAddress> FROM =
            Key.required("from", Nets.ADDRESS, "the address that opens the flows", "10.20.1.4");
    private static final Key<IpAddress> TO =
            Key.required("to", Nets.ADDRESS, "the address that they are opened to", "10.10.1.5");
    private static final Key<IpProtocol> PROTOCOL = Key.usual(
            "protocol",
            Words.choice(Maps.uniqueIndex(EnumSet.allOf(IpProtocol.class), IpProtocol::text), IpProtocol.TCP),
            "tcp",
            "what they speak",
            "udp");
    private static final Key<Integer> PORT =
            Key.optional("port", Numbers.whole(1, PORT_MAX), "443; none for icmp", "destination port", "25");
    private static final Key<Integer> COUNT = Key.usual(
            "count",
            Numbers.whole(1, FlowGroup.FLOWS_MAX),
            "1",
            "how many flows, each with a source port of its own; where shares are expected, say 1000",
            "1000");
    private static final Key<Long> RATE = Key.optional(
            "rate",
            Quantities.BANDWIDTH,
            "no load to any link",
            "what all of them together send; what a connection cannot carry is dropped, or not even sent",
            "300Mbps");
    private static final Key<Long> ANSWER_RATE =
            Key.optional("answer-rate", Quantities.BANDWIDTH, "no load", "what comes back", "150Mbps");
    private static final Key<Workload> WORKLOAD = Key.optional(
            "workload",
            Words.choice(Maps.uniqueIndex(EnumSet.allOf(Workload.class), Workload::text), Workload.VIRTUAL_MACHINES),
            "nobody says",
            "what the traffic is about, a label that reports show",
            "virtual-desktop");
    private static final Key<TrafficClass> CLASS = Key.optional(
            "class",
            Words.choice(
                    Maps.uniqueIndex(EnumSet.allOf(TrafficClass.class), TrafficClass::text), TrafficClass.BEST_EFFORT),
            "best-effort",
            "its class, which gives its packets their DSCP mark",
            "voice");
    private static final Key<Integer> DSCP =
            Key.optional("dscp", Numbers.whole(0, 63), "that of its class", "another DSCP mark", "26");
    private static final Key<Long> REOPEN_AFTER = Key.optional(
            "reopen-after",
            Quantities.POSITIVE_DURATION,
            "never",
            "how long a flow that stood may be out, in either direction, until its ends give it up and open it anew",
            "30s");
    private static final Key<Integer> PACKET_SIZE = Key.usual(
            "packet-size",
            Numbers.whole(Senders.PACKET_BYTES_MIN, Senders.PACKET_BYTES_MAX),
            Integer.toString(Senders.USUAL_PACKET_BYTES),
            "bytes of each packet, which make a rate so many packets per second",
            "200");
    private static final Key<Boolean> SLOWS_DOWN = Key.optional(
            "slows-down",
            Words.SWITCH,
            "on for tcp, off for others",
            "whether its senders slow down to a fair share of what is full (max-min per flow), or go on and lose packets"
                    + " as all others do that go on (in proportion)",
            "off");
    static final Shape FLOW = Shape.of(
            "a flow",
            FROM,
            TO,
            PROTOCOL,
            PORT,
            COUNT,
            RATE,
            ANSWER_RATE,
            PACKET_SIZE,
            SLOWS_DOWN,
            WORKLOAD,
            CLASS,
            DSCP,
            REOPEN_AFTER);

    private FlowsReader() {}

    static FlowSpec flow(String name, Fields fields) {
        IpAddress from = fields.get(FROM);
        IpAddress to = fields.get(TO);
        if (from.family() != to.family()) {
            fields.wrong(TO, from + " and " + to + " are of different families; a flow is IPv4 or IPv6");
            from = to;
        }
        IpProtocol protocol = fields.get(PROTOCOL);
        int port = protocol == IpProtocol.ICMP ? 0 : fields.find(PORT).orElse(USUAL_PORT);
        return new FlowSpec(
                new FlowGroup(
                        name,
                        from,
                        to,
                        protocol,
                        port,
                        fields.get(COUNT),
                        bitsPerSecond(fields, RATE),
                        bitsPerSecond(fields, ANSWER_RATE),
                        label(fields),
                        dscp(fields),
                        fields.find(REOPEN_AFTER).map(FlowEnds::new).orElse(FlowEnds.PATIENT),
                        senders(fields, protocol)),
                fields.place());
    }

    private static Senders senders(Fields fields, IpProtocol protocol) {
        return new Senders(
                fields.get(PACKET_SIZE),
                fields.find(SLOWS_DOWN).orElse(Senders.usual(protocol).yields()));
    }

    private static String label(Fields fields) {
        return Stream.concat(
                        fields.find(WORKLOAD).map(Workload::text).stream(),
                        fields.find(CLASS).map(TrafficClass::text).stream())
                .collect(Collectors.joining(" "));
    }

    private static int dscp(Fields fields) {
        return fields.find(DSCP)
                .orElseGet(() -> fields.find(CLASS).map(TrafficClass::dscp).orElse(0));
    }

    private static long bitsPerSecond(Fields fields, Key<Long> rate) {
        return fields.find(rate).orElse(0L) * BITS_PER_MEGABIT;
    }
}
