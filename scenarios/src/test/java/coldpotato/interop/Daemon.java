package coldpotato.interop;

import java.util.List;

/** A BGP daemon that runs as the customer's edge, asked and told by its own tool. */
interface Daemon {
    /** The process that owns the sockets. */
    Foreground process();

    boolean isEstablished(EdgeSession session);

    /** What the tool says of the session, for people. */
    String status(EdgeSession session);

    /** What it has heard over this session, in the order of its table. */
    List<HeardRoute> heard(EdgeSession session);

    /** How many routes it has heard over this session. */
    long countHeard(EdgeSession session);

    /** Sends ROUTE-REFRESH for all families of the session. */
    void askForRefresh(EdgeSession session);

    /** Shuts the session down with a text for the peer (RFC 9003). */
    void shutDown(EdgeSession session, String text);

    /** Takes the shutdown back. */
    void bringUp(EdgeSession session);

    /** Tries again at once, where it would wait. */
    void retry(EdgeSession session);

    /** Announces nothing any more. */
    void withdrawAll();

    /** How many UPDATEs, or changes of routes, it has heard over the session so far. */
    long updatesHeard(EdgeSession session);

    /** Whether its BFD sees us; only asked where it has BFD. */
    default boolean bfdIsUp(EdgeSession session) {
        throw new UnsupportedOperationException(session.name());
    }

    /** What it writes into its log when it hears such a Cease. */
    String heardCease(Cease cease);

    default void awaitEstablished(EdgeSession session) {
        Patience.until(session.name() + " is up", () -> isEstablished(session), () -> report(session));
    }

    default void awaitDown(EdgeSession session) {
        Patience.until(session.name() + " is down", () -> !isEstablished(session), () -> report(session));
    }

    default void awaitHearing(Cease cease) {
        process().awaitSaying(heardCease(cease));
    }

    default String report(EdgeSession session) {
        return status(session) + "\n" + process().log();
    }
}
