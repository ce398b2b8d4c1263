package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.wire.BgpError;
import coldpotato.bgp.wire.BgpMessage;
import coldpotato.bgp.wire.CodecContext;
import coldpotato.bgp.wire.MessageDecoder;
import coldpotato.bgp.wire.UpdateMessage;
import coldpotato.core.net.IpAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the neighbours of one speaker share: transport, BFD, decoder, the exchange of routes. */
final class PeerHost {
    private final Transport transport;
    private final Bfd bfd;
    private final RouteExchange routes;
    private final MessageDecoder decoder;
    private final Map<Long, Peer> owners = new LinkedHashMap<>();
    private final PeerDeadlines deadlines = new PeerDeadlines();
    private final IpAddress routerId;
    private long connections;

    PeerHost(Transport transport, Bfd bfd, RouteExchange routes, AttributePool pool, IpAddress routerId) {
        this.transport = transport;
        this.bfd = bfd;
        this.routes = routes;
        this.decoder = new MessageDecoder(pool);
        this.routerId = routerId;
    }

    PeerDeadlines deadlines() {
        return deadlines;
    }

    Bfd bfd() {
        return bfd;
    }

    IpAddress routerId() {
        return routerId;
    }

    long connect(Peer peer) {
        long connection = connections++;
        owners.put(connection, peer);
        transport.connect(peer.name(), connection);
        return connection;
    }

    void accepted(Peer peer, long connection) {
        owners.put(connection, peer);
    }

    /** The peer of a connection, null if it is closed. */
    Peer owner(long connection) {
        return owners.get(connection);
    }

    void forget(long connection) {
        owners.remove(connection);
    }

    void close(long connection, boolean abort) {
        owners.remove(connection);
        transport.close(connection, abort);
    }

    boolean isWritable(long connection) {
        return transport.isWritable(connection);
    }

    long unsentOctets(long connection) {
        return transport.unsentOctets(connection);
    }

    void send(long connection, byte[] bytes) {
        transport.send(connection, bytes);
    }

    BgpMessage decode(byte[] frame, CodecContext context) throws BgpError {
        return decoder.decode(frame, context);
    }

    void update(long now, Peer peer, UpdateMessage update) {
        routes.update(now, peer, update);
    }

    void refresh(long now, Peer peer, AfiSafi family) {
        routes.refresh(now, peer, family);
    }

    void proceed(long now, Peer peer) {
        routes.proceed(now, peer);
    }

    void sessionUp(long now, Peer peer) {
        routes.sessionUp(now, peer);
    }

    void sessionDown(long now, Peer peer) {
        routes.sessionDown(now, peer);
    }
}
