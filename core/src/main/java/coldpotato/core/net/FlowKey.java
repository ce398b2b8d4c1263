package coldpotato.core.net;

/**
 * The 5-tuple that names one direction of a flow.
 *
 * @param protocol tcp, udp or icmp
 * @param source who sends
 * @param sourcePort 0 to 65535, 0 for icmp
 * @param destination who receives
 * @param destinationPort 0 to 65535, 0 for icmp
 */
public record FlowKey(
        IpProtocol protocol, IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {

    /** The key of the packets that come back. */
    public FlowKey reversed() {
        return new FlowKey(protocol, destination, destinationPort, source, sourcePort);
    }

    // Packets are compared by the million: what a record has by itself costs several times as much until it is compiled
    // well.
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof FlowKey key
                        && protocol == key.protocol
                        && sourcePort == key.sourcePort
                        && destinationPort == key.destinationPort
                        && source.equals(key.source)
                        && destination.equals(key.destination);
    }

    @Override
    public int hashCode() {
        int ends = 31 * source.hashCode() + destination.hashCode();
        return 31 * (31 * (31 * ends + sourcePort) + destinationPort) + protocol.number();
    }

    @Override
    public String toString() {
        return protocol.text() + " " + end(source, sourcePort) + " > " + end(destination, destinationPort);
    }

    private static String end(IpAddress address, int port) {
        return address.isIpv4() ? address + ":" + port : "[" + address + "]:" + port;
    }
}
