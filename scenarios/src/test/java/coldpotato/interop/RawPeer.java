package coldpotato.interop;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * A peer that says exactly what it is told, in hexadecimal, and prints all that it hears until the other side closes. A
 * program of its own, since a process is in one network namespace.
 */
public final class RawPeer {
    private static final int PATIENCE_MILLIS = 60_000;

    private RawPeer() {}

    /** Runs one in a namespace; returns what it heard, in hexadecimal. */
    static String say(Namespace namespace, String own, String other, String hex) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String[] fast = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"};
        return namespace
                .inside(java)
                .and(fast)
                .and("-cp", System.getProperty("java.class.path"), RawPeer.class.getName(), own, other, hex)
                .run()
                .strip();
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
            System.out.println(HexFormat.of().formatHex(socket.getInputStream().readAllBytes()));
        }
    }
}
