package coldpotato.interop;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cable between two namespaces. It can fall silent in either direction: the sender goes on sending, to a station that is
 * not there, and both ends see their interface up. That needs no part of the kernel that might be missing.
 */
record Link(Namespace left, Namespace right, String device) {
    private static final String NOBODY = "02:00:00:00:de:ad";

    static Link between(Namespace left, Namespace right, String device) {
        String[] cable = {"type", "veth", "peer", "name", device, "netns", right.name()};
        Command.of("ip", "link", "add", device, "netns", left.name()).and(cable).run();
        Link link = new Link(left, right, device);
        link.up(left);
        link.up(right);
        return link;
    }

    /** Gives one end an address, as {@code 192.168.100.129/30}. */
    Link address(Namespace end, String address) {
        Command add = end.ip("address", "add", address, "dev", device);
        (address.contains(":") ? add.and("nodad") : add).run();
        return this;
    }

    /** Frames to these addresses vanish from now on; nobody is told. */
    void silence(Namespace sender, String... receivers) {
        batch(sender, receivers, receiver -> "replace " + receiver + " lladdr " + NOBODY + " nud permanent");
    }

    void mend(Namespace sender, String... receivers) {
        batch(sender, receivers, receiver -> "delete " + receiver);
    }

    /** All in one command, so that they count at the same moment. */
    private void batch(Namespace end, String[] receivers, UnaryOperator<String> change) {
        String lines = Stream.of(receivers)
                .map(receiver -> "neigh " + change.apply(receiver) + " dev " + device + "\n")
                .collect(Collectors.joining());
        end.ip("-batch", "-").run(lines);
    }

    private void up(Namespace end) {
        end.ip("link", "set", device, "up").run();
    }
}
