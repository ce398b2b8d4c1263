package coldpotato.bgp.netty;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.wire.MessageEncoder;
import coldpotato.bgp.wire.OpenMessage;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableSet;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The least that passes for a BGP peer: says OPEN and KEEPALIVE once, and reads only when told to. */
final class RawPeer implements AutoCloseable {
    /** Small, so that little is on the way to a peer that does not read. */
    private static final int RECEIVE_OCTETS = 4096;

    private static final int HEADER_OCTETS = 19;
    private static final int UPDATE = 2;
    static final int NOTIFICATION = 3;

    private final Socket socket = new Socket();

    RawPeer(InetSocketAddress from, InetSocketAddress to) throws IOException {
        socket.setReceiveBufferSize(RECEIVE_OCTETS);
        socket.bind(new InetSocketAddress(from.getAddress(), 0));
        socket.connect(to);
    }

    void open(int asn) throws IOException {
        OpenMessage open = OpenMessage.offering(asn, 180, IpAddress.ipv4(asn), ImmutableSet.of(AfiSafi.IPV4_UNICAST));
        socket.getOutputStream().write(MessageEncoder.encode(open));
        socket.getOutputStream().write(MessageEncoder.keepalive());
    }

    /** The next byte, -1 when the stream has ended one way or the other. */
    int read() {
        try {
            return socket.getInputStream().read();
        } catch (IOException reset) {
            return -1;
        }
    }

    /** Says KEEPALIVE so often. */
    void keepTalking(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            socket.getOutputStream().write(MessageEncoder.keepalive());
        }
    }

    /** Reads until so many UPDATEs were seen. */
    void readUpdates(int count) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        for (int seen = 0; seen < count; ) {
            seen += readMessage(in) == UPDATE ? 1 : 0;
        }
    }

    /** Reads to an orderly end of the stream. */
    int typeOfLastMessage() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int last = 0;
        while (true) {
            try {
                last = readMessage(in);
            } catch (EOFException end) {
                return last;
            }
        }
    }

    private static int readMessage(DataInputStream in) throws IOException {
        in.skipNBytes(HEADER_OCTETS - 3);
        int length = in.readUnsignedShort();
        int type = in.readUnsignedByte();
        in.skipNBytes(length - HEADER_OCTETS);
        return type;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
