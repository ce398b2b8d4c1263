package coldpotato.interop;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * A peer that says exactly what it is told, in hexadecimal, and when the other side closes prints what it has {@link Heard}. A
 * program of its own, since a process is in one network namespace.
 */
public final class RawPeer {
    private static final int PATIENCE_MILLIS = 100_000;
    private static final int LENGTH_AT = 16;

    private RawPeer() {}

    /** Runs one in a namespace, until the other side closes. */
    static Heard say(Namespace namespace, String own, String other, String hex) {
        return Heard.parse(namespace.inside(words(own, other, hex)).run());
    }

    /** Starts one in a namespace. */
    static Foreground start(Lab lab, Namespace namespace, String own, String other, String hex) {
        return lab.start(namespace, "raw.log", words(own, other, hex));
    }

    /** What one that was started has heard by the time that the other side closed. */
    static Heard awaitEnd(Foreground peer) {
        Patience.until("the other side closes", () -> !peer.isAlive(), peer::log);
        return Heard.parse(peer.log());
    }

    private static String[] words(String own, String other, String hex) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Command.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto")
                .and("-cp", System.getProperty("java.class.path"), RawPeer.class.getName(), own, other, hex)
                .words()
                .toArray(String[]::new);
    }

    /** Its own address, that of the other side, and what to send. */
    public static void main(String[] words) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(words[0], 0));
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(words[1], 179), PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(HexFormat.of().parseHex(words[2]));
            out.flush();
            byte[] heard = socket.getInputStream().readAllBytes();
            System.out.println(heard.length + " " + HexFormat.of().formatHex(lastMessage(heard)));
        }
    }

    /** By the lengths in the headers; nothing if they do not add up. */
    private static byte[] lastMessage(byte[] heard) {
        ByteBuffer octets = ByteBuffer.wrap(heard);
        byte[] last = {};
        while (octets.remaining() > LENGTH_AT) {
            last = new byte[octets.getShort(octets.position() + LENGTH_AT) & 0xffff];
            octets.get(last);
        }
        return last;
    }
}
