package coldpotato.bgp.speaker;

/**
 * Messages exchanged with a neighbour since the router started.
 *
 * @param messagesReceived whole messages that arrived
 * @param messagesSent messages handed to the transport
 */
public record PeerCounters(long messagesReceived, long messagesSent) {
    static final PeerCounters NONE = new PeerCounters(0, 0);

    PeerCounters received() {
        return new PeerCounters(messagesReceived + 1, messagesSent);
    }

    PeerCounters sent() {
        return new PeerCounters(messagesReceived, messagesSent + 1);
    }
}
