package coldpotato.interop;

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

    /** Frames to this address vanish from now on; nobody is told. */
    void silence(Namespace sender, String receiver) {
        sender.ip("neigh", "replace", receiver, "lladdr", NOBODY, "nud", "permanent", "dev", device)
                .run();
    }

    void mend(Namespace sender, String receiver) {
        sender.ip("neigh", "delete", receiver, "dev", device).run();
    }

    private void up(Namespace end) {
        end.ip("link", "set", device, "up").run();
    }
}
