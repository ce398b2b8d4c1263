package coldpotato.sim.node;

import java.util.Locale;

/**
 * Who put a route into the routing table, in the order in which they are believed for the same prefix. The distances are
 * those of common routers, lower wins; equal distances are decided by the order of this list.
 */
public enum RouteSource {
    /** An address of the router itself. */
    LOCAL(0),
    /** The subnet of an interface that is up. */
    CONNECTED(0),
    /** A user-defined route of a cloud's subnet; beats the system's own route for the same prefix. */
    USER_DEFINED(0),
    /** A prefix whose hosts live on this node. */
    ATTACHED(0),
    /** Configured by hand. */
    STATIC(1),
    /** Learned from another AS. */
    EBGP(20),
    /** Programmed by a {@link RouteFeed} from another node's best BGP routes. */
    FED(30),
    /** Computed by the link-state IGP. */
    IGP(110),
    /** Learned from a router of the same AS. */
    IBGP(200),
    /** What a cloud gives a subnet if nobody says otherwise. */
    SYSTEM(250);

    private final int distance;

    RouteSource(int distance) {
        this.distance = distance;
    }

    /** Administrative distance unless the route has its own. */
    public int distance() {
        return distance;
    }

    /** True if BGP learned it, here or at the node that feeds it: such routes resolve no next hop and obey pins. */
    public boolean isLearnedByBgp() {
        return switch (this) {
            case EBGP, IBGP, FED -> true;
            case LOCAL, CONNECTED, USER_DEFINED, ATTACHED, STATIC, IGP, SYSTEM -> false;
        };
    }

    /** True for what a router knows of itself without anybody telling it. */
    boolean isOwn() {
        return this == LOCAL || this == CONNECTED || this == ATTACHED;
    }

    /** The name as it stands in traces and tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
