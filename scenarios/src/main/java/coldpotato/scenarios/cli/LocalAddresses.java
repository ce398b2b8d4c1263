package coldpotato.scenarios.cli;

import coldpotato.bgp.netty.PeerSockets;
import coldpotato.bgp.netty.SocketProblem;
import coldpotato.scenarios.file.SpeakerFile;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;

/** Our ends of the sessions of a file. */
final class LocalAddresses {
    private LocalAddresses() {}

    /** Those that sessions are dialled from; where it listens is found out by listening. */
    static ImmutableSet<InetAddress> of(SpeakerFile file) {
        ImmutableSet<InetAddress> listened =
                file.listen().stream().map(InetSocketAddress::getAddress).collect(ImmutableSet.toImmutableSet());
        return file.sockets().values().stream()
                .map(PeerSockets::local)
                .map(InetSocketAddress::getAddress)
                .filter(address -> !listened.contains(address))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** @throws SocketProblem if one of them is not on this machine */
    static void check(Set<InetAddress> addresses) {
        for (InetAddress address : addresses) {
            try {
                new DatagramSocket(new InetSocketAddress(address, 0)).close();
            } catch (IOException notOurs) {
                String text = address.getHostAddress();
                throw new SocketProblem(
                        "cannot dial from " + text + ": the address is not on this machine; add it (ip addr" + " add "
                                + text + " dev ...) or change `local-address`");
            }
        }
    }
}
