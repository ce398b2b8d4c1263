package coldpotato.sim.flow;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.time.Luck;

/**
 * Flows between the same two hosts that differ in the source port only.
 *
 * @param name unique
 * @param from who opens the flows
 * @param to whom to
 * @param protocol tcp, udp or icmp; icmp has no ports, so all flows of such a group are alike
 * @param port at the other end; 0 for icmp
 * @param count how many flows, 1 to {@link #FLOWS_MAX}
 * @param bitsPerSecond what all of them together send from the one who opens them; 0 for no load
 * @param answerBitsPerSecond what all of them together send back
 * @param label what the traffic is, for people; often empty
 * @param dscp the mark with which both ends send, 0 to 63
 * @param ends what those who talk do by themselves
 * @param senders how both ends send
 */
public record FlowGroup(
        String name,
        IpAddress from,
        IpAddress to,
        IpProtocol protocol,
        int port,
        int count,
        long bitsPerSecond,
        long answerBitsPerSecond,
        String label,
        int dscp,
        FlowEnds ends,
        Senders senders) {
    private static final int SOURCE_PORT_FIRST = 1024;
    private static final int SOURCE_PORTS = 65536 - SOURCE_PORT_FIRST;

    /** No two flows share a source port, so there are no more than there are ports. */
    public static final int FLOWS_MAX = SOURCE_PORTS;

    public FlowGroup {
        checkArgument(count >= 1 && count <= FLOWS_MAX, "%s has %s flows", name, count);
        checkArgument(from.family() == to.family(), "the ends of %s are of two families", name);
        checkArgument(port >= 0 && port <= 65535, "%s has port %s", name, port);
    }

    /** Flows whose ends send as is usual for their protocol. */
    public FlowGroup(
            String name,
            IpAddress from,
            IpAddress to,
            IpProtocol protocol,
            int port,
            int count,
            long bitsPerSecond,
            long answerBitsPerSecond,
            String label,
            int dscp,
            FlowEnds ends) {
        this(
                name,
                from,
                to,
                protocol,
                port,
                count,
                bitsPerSecond,
                answerBitsPerSecond,
                label,
                dscp,
                ends,
                Senders.usual(protocol));
    }

    /** Flows that are no load to any link. */
    public FlowGroup(String name, IpAddress from, IpAddress to, IpProtocol protocol, int port, int count) {
        this(name, from, to, protocol, port, count, 0, 0, "", 0, FlowEnds.PATIENT);
    }

    /** True if it asks something of the links on its way. */
    public boolean isLoad() {
        return bitsPerSecond > 0 || answerBitsPerSecond > 0;
    }

    /** What all flows together send in a direction, in bits per second. */
    public long bitsPerSecond(FlowDirection direction) {
        return direction == FlowDirection.FORWARD ? bitsPerSecond : answerBitsPerSecond;
    }

    /** The forward 5-tuple of a flow, counted from 0: the ports are a walk in even steps from a start drawn by name. */
    public FlowKey key(int flow) {
        if (protocol == IpProtocol.ICMP) {
            return new FlowKey(protocol, from, 0, to, 0);
        }
        Luck luck = Luck.of(0, name, "source port");
        long start = luck.between(0, SOURCE_PORTS, 0);
        // 64512 = 2^10 * 3^2 * 7: a step that shares no factor with it meets every port once.
        long step = 2 * 3 * 7 * luck.between(1, SOURCE_PORTS / 42, 1) + 1;
        return new FlowKey(protocol, from, SOURCE_PORT_FIRST + (int) ((start + step * flow) % SOURCE_PORTS), to, port);
    }

    /** The 5-tuple of a flow's packets in a direction. */
    public FlowKey key(int flow, FlowDirection direction) {
        return direction == FlowDirection.FORWARD ? key(flow) : key(flow).reversed();
    }
}
