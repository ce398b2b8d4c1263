package coldpotato.bgp.netty;

import io.netty.channel.unix.Errors.NativeIoException;
import java.net.InetSocketAddress;
import java.util.Locale;

/** This machine refuses what the settings ask for: one line that says what, where, and what to do about it. */
public final class SocketProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int EACCES = -13;
    private static final int EADDRINUSE = -98;
    private static final int EADDRNOTAVAIL = -99;

    /** What the owner of a speaker's file can do about a place to listen. */
    public static final String CHANGE_LISTEN = "change `listen`";

    /** What the owner of a speaker's file can do about a place to take BFD packets. */
    public static final String TAKE_BFD_AWAY = "take `bfd` away from its peers";

    public SocketProblem(String message) {
        super(message);
    }

    private SocketProblem(String message, Throwable cause) {
        super(message, cause);
    }

    static SocketProblem listening(InetSocketAddress at, Throwable cause) {
        return new SocketProblem(
                "cannot listen on " + text(at) + ": " + advice(at, "ss -ltnp", CHANGE_LISTEN, cause), cause);
    }

    /** Why a peer cannot be dialled from an address; for a log, since it may be cured while we run. */
    static String dialling(String peer, InetSocketAddress from, Throwable cause) {
        return "cannot dial " + peer + " from " + address(from) + ": "
                + advice(from, "ss -tanp", "change its local address", cause);
    }

    static SocketProblem keys(InetSocketAddress at, Throwable cause) {
        return new SocketProblem(
                "cannot take the passwords of all peers on " + text(at) + ": " + cause.getMessage()
                        + "; have fewer of them, or raise the kernel's limit (sysctl net.core.optmem_max)",
                cause);
    }

    static SocketProblem bfd(InetSocketAddress at, Throwable cause) {
        String advice = advice(at, "ss -lunp", TAKE_BFD_AWAY, cause);
        return new SocketProblem("cannot use " + text(at) + " for BFD: " + advice, cause);
    }

    /** The same, with another way out for those who have no such file. */
    public SocketProblem offering(String wayOut, String insteadOf) {
        return new SocketProblem(getMessage().replace(insteadOf, wayOut), this);
    }

    private static String advice(InetSocketAddress at, String search, String or, Throwable cause) {
        if (is(cause, EADDRINUSE, "address already in use")) {
            return "the port is in use; stop the other daemon (" + search + ") or " + or;
        }
        if (is(cause, EADDRNOTAVAIL, "cannot assign requested address")) {
            return "the address is not on this machine; add it (ip addr add " + address(at) + " dev ...) or " + or;
        }
        if (is(cause, EACCES, "permission denied")) {
            return "ports below 1024 need root or CAP_NET_BIND_SERVICE; change the rights, or " + or;
        }
        return String.valueOf(cause.getMessage());
    }

    private static boolean is(Throwable cause, int errno, String text) {
        return cause instanceof NativeIoException known
                ? known.expectedErr() == errno
                : String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains(text);
    }

    /** An address with its port, as files write it. */
    public static String text(InetSocketAddress at) {
        String address = address(at);
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + at.getPort();
    }

    private static String address(InetSocketAddress at) {
        return PeerSockets.address(at).toString();
    }
}
