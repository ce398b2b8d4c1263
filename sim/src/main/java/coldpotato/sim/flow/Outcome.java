package coldpotato.sim.flow;

import java.util.Locale;

/**
 * What becomes of a packet. In the sentences {@code %1$s} is the place, a node, link or middlebox, and {@code %2$s} what else
 * is to be said.
 */
public enum Outcome {
    /** The host has it. */
    DELIVERED("delivered at %1$s"),
    /** The way exists, but links on it lose some of the packets. */
    LOSSY("delivered at %1$s in part: %2$s of the packets arrive"),
    /** The way exists, but more is sent than a limit on it lets pass; the rest is dropped, or not even sent. */
    OVER_CAPACITY("delivered in part: more is sent than %1$s carries, and %2$s of the packets arrive"),
    /** A router has no forwarding entry that matches. */
    NO_ROUTE("dropped: %1$s has no route to it"),
    /** The longest match is a route to nowhere. */
    NULL_ROUTE("dropped: %1$s discards it by a null route"),
    /** The router knows that the links of the matching entry are down, but no other entry is programmed yet. */
    NEXT_HOP_DOWN("dropped: every next hop of %1$s is known to be down"),
    /** Nobody on the link answers for the next hop's address. */
    NEXT_HOP_ABSENT("dropped: nobody on %1$s has the next hop %2$s"),
    /** The link delivers nothing in this direction, and the router that sends into it has not noticed. */
    LINK_DOWN_UNNOTICED("vanishes on %1$s, which delivers nothing; not noticed yet by %2$s"),
    /** It comes back to where it was. */
    LOOP("loops: %2$s"),
    /** It passes more routers than the hop limit lets it. */
    TIME_EXCEEDED("dropped: its hop limit runs out at %1$s"),
    /** The next router on the way is not running, or nobody does the work of a firewall. */
    NODE_DOWN("dropped: %1$s is down"),
    /** No node of the network has the host that would send it. */
    NO_SENDER("never sent: nobody in the network has %1$s"),
    /** A firewall knows of no flow to which it belongs. */
    NO_FIREWALL_STATE("dropped: firewall %1$s has no state for it"),
    /** A NAT knows of no flow to which it belongs or has no port left for it, or nobody on its way translated it back. */
    NO_NAT_BINDING("dropped: %1$s has no NAT binding for it%2$s"),
    /** A firewall does not let such flows be opened. */
    REFUSED_BY_POLICY("dropped: firewall %1$s lets no flow be opened %2$s");

    private final String sentence;

    Outcome(String sentence) {
        this.sentence = sentence;
    }

    /** True if packets arrive, be it not all of them. */
    public boolean isDelivery() {
        return this == DELIVERED || this == LOSSY || this == OVER_CAPACITY;
    }

    /** True if the place may be a middlebox. */
    public boolean isOfMiddleboxes() {
        return this == NODE_DOWN || this == NO_FIREWALL_STATE || this == NO_NAT_BINDING || this == REFUSED_BY_POLICY;
    }

    /** The outcome in words, for a packet that met it there. */
    public String sentence(String place, String detail) {
        return String.format(Locale.ROOT, sentence, place, detail);
    }

    /** True if a middlebox drops packets because it does not know their flow. */
    public boolean isForLackOfState() {
        return this == NO_FIREWALL_STATE || this == NO_NAT_BINDING;
    }

    /** The name as it stands in traces and reports. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What sort of thing the place is where it was decided. */
    public String sortOfPlace() {
        return switch (this) {
            case DELIVERED, LOSSY -> "the node with the host";
            case OVER_CAPACITY -> "the limit that takes most: a path of a circuit, a port, a gateway or a tunnel";
            case NO_ROUTE, NULL_ROUTE, NEXT_HOP_DOWN, LOOP, TIME_EXCEEDED -> "the router that has it then";
            case NEXT_HOP_ABSENT, LINK_DOWN_UNNOTICED -> "the link";
            case NODE_DOWN -> "the node that is not running, or the firewall of which no unit works";
            case NO_SENDER -> "the address of the host";
            case NO_FIREWALL_STATE, REFUSED_BY_POLICY -> "the firewall";
            case NO_NAT_BINDING -> "the NAT, or the node of a host that awaits an answer from somebody else";
        };
    }
}
