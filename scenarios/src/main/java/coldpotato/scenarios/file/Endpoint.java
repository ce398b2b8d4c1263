package coldpotato.scenarios.file;

import coldpotato.core.net.IpAddress;
import com.google.common.net.InetAddresses;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address and a port: where somebody listens or dials. */
record Endpoint(IpAddress address, int port) {
    /** RFC 4271 section 4.2. */
    static final int BGP_PORT = 179;

    /** What stands for one that is written wrongly. */
    static final Endpoint UNKNOWN = new Endpoint(IpAddress.ipv4(0), 0);

    static final Value<Integer> PORT = Numbers.whole(1, 65_535);

    private static final Pattern WITH_PORT = Pattern.compile("(?:([0-9.]+)|\\[([0-9A-Fa-f:.]+)\\]):([0-9]{1,5})");

    /** Without a port, that of BGP. */
    static final Value<Endpoint> VALUE = Value.scalar(
            new Form.Text(
                    "an address, or an address and a port as in 10.77.0.1:179 or [2001:db8::1]:179",
                    "[0-9A-Fa-f:.]+|\\[[0-9A-Fa-f:.]+\\]:[0-9]{1,5}",
                    false),
            UNKNOWN,
            Endpoint::read);

    /** Without a port, every port. */
    static final Value<Endpoint> SERVER = Value.scalar(
            new Form.Text(
                    "an address, or an address and a port as in 10.10.1.25:8080 or [2001:db8::1]:8080",
                    "[0-9A-Fa-f:.]+|\\[[0-9A-Fa-f:.]+\\]:[0-9]{1,5}",
                    false),
            UNKNOWN,
            (scalar, wrong) -> {
                Optional<Endpoint> endpoint = tryParse(scalar.text(), 0);
                if (endpoint.isEmpty()) {
                    wrong.accept(
                            Quoted.of(scalar.text()) + " is no address of a server; say 10.10.1.25 or 10.10.1.25:8080");
                }
                return endpoint;
            });

    private static Optional<Endpoint> read(Tree.Scalar scalar, Consumer<String> wrong) {
        Optional<Endpoint> endpoint = tryParse(scalar.text(), BGP_PORT);
        if (endpoint.isEmpty()) {
            wrong.accept(Quoted.of(scalar.text())
                    + " is not an address to listen on; say 10.77.0.1, 10.77.0.1:179 or \"[2001:db8::1]:179\"");
        }
        return endpoint;
    }

    /** An address with or without a port, for which this one is taken. */
    static Optional<Endpoint> tryParse(String text, int usualPort) {
        Matcher matcher = WITH_PORT.matcher(text);
        if (!matcher.matches()) {
            return IpAddress.tryParse(text).map(address -> new Endpoint(address, usualPort));
        }
        int port = Integer.parseInt(matcher.group(3));
        return IpAddress.tryParse(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                .filter(address -> 0 < port && port <= 65_535)
                .map(address -> new Endpoint(address, port));
    }

    /** True for 0.0.0.0 and ::, which stand for every address of the machine. */
    boolean isWildcard() {
        return address.high() == 0 && address.low() == 0;
    }

    InetSocketAddress socketAddress() {
        return new InetSocketAddress(InetAddresses.forString(address.toString()), port);
    }

    @Override
    public String toString() {
        return (address.isIpv4() ? address.toString() : "[" + address + "]") + ":" + port;
    }
}
