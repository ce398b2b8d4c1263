package coldpotato.core.trace;

import java.util.Locale;

/** Every kind of thing that can stand in a trace. */
public enum TraceKind {
    /** The run begins: name, seed and assumptions. */
    RUN_STARTED,
    /** Something was done to the network from outside: a fault, a repair, a change of the model. */
    INJECTED,
    /** An operation that Azure would refuse, with the documented reason. */
    REFUSED,
    /** A link, or one direction of it, changed what it does to frames. */
    LINK_CHANGED,
    /** A link that is carried by others takes another way, or has none. */
    LINK_CARRIED,
    /** A node notices that an interface went down or came up. */
    INTERFACE_CHANGED,
    /** A transport connection opened, failed or closed. */
    CONNECTION_CHANGED,
    /** A session's finite state machine moved (RFC 4271 section 8). */
    SESSION_STATE,
    /** A session reached Established, with what was negotiated. */
    SESSION_UP,
    /** A session left Established, with the reason. */
    SESSION_DOWN,
    /** A BGP message left, with its bytes where asked for. */
    MESSAGE_SENT,
    /** A BGP message arrived. */
    MESSAGE_RECEIVED,
    /** A neighbour announces more prefixes than a limit that only warns, or no longer does. */
    PREFIX_LIMIT,
    /** A fault in what a peer sent, and the reaction to it (RFC 7606). */
    PEER_FAULT,
    /** A BFD session changed state (RFC 5880). */
    BFD_STATE,
    /** A received route was refused, by the loop check or by a named policy rule. */
    ROUTE_REFUSED,
    /** The best path of a prefix changed. */
    BEST_PATH,
    /** A route of the routing table changed. */
    ROUTE_CHANGED,
    /** A forwarding entry was programmed or removed. */
    FIB_CHANGED,
    /** A middlebox dropped or first saw a flow. */
    MIDDLEBOX,
    /** The outcome or path of a flow group changed. */
    FLOW_CHANGED,
    /** More is sent into a wire than it carries, or no more. */
    LOAD_CHANGED,
    /** A limit ended the run. */
    LIMIT_REACHED;

    /** The name as it stands in trace files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
