package coldpotato.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loopback addresses that no other test has: addresses are new within this process, and their port is this process's own,
 * held by a socket that takes no connections. There is one IPv6 loopback address only, so there the ports are new.
 */
final class LoopbackBlock {
    private static final int FIRST_PORT = 11_900;
    private static final int PORTS_PER_PROCESS = 200;
    private static final int PROCESSES_MAX = 50;
    private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final AtomicInteger PORTS = new AtomicInteger();
    private static final ServerSocket HELD = hold();

    private LoopbackBlock() {}

    private static ServerSocket hold() {
        for (int process = 0; process < PROCESSES_MAX; process++) {
            try {
                return new ServerSocket(FIRST_PORT + process * PORTS_PER_PROCESS, 1, ipv4(0));
            } catch (IOException taken) {
                // By another process that tests.
            }
        }
        throw new IllegalStateException(PROCESSES_MAX + " processes test already");
    }

    /** The port of this process. */
    static int port() {
        return HELD.getLocalPort();
    }

    /** An address of 127.19.0.0/16, with the port of this process. */
    static InetSocketAddress next() {
        return new InetSocketAddress(ipv4(ADDRESSES.incrementAndGet()), port());
    }

    /** The IPv6 loopback address, with a port of this process. */
    static InetSocketAddress nextOfIpv6() {
        int port = HELD.getLocalPort() + 1 + PORTS.getAndIncrement() % (PORTS_PER_PROCESS - 1);
        return new InetSocketAddress(address(IPV6_LOOPBACK), port);
    }

    private static InetAddress ipv4(int number) {
        return address(new byte[] {127, 19, (byte) (number >> 8), (byte) number});
    }

    private static InetAddress address(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
