package coldpotato.interop;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An ExpressRoute circuit of which the customer's edge is a daemon and the MSEEs are ours. Behind the first MSEE a BIRD
 * plays the gateway of a virtual network, so that what we believe can be seen from outside:
 *
 * <pre>
 *   ce, AS 65010 --- primary --- msee1, AS 12076 --- gateway, AS 65515
 *             \--- secondary --- msee2, AS 12076
 * </pre>
 */
final class Circuit {
    static final long CUSTOMER = 65010;
    static final long MICROSOFT = 12076;
    static final long GATEWAY = 65515;

    static final EdgeSession PRIMARY = EdgeSession.of("link1", "192.168.100.129", "192.168.100.130", MICROSOFT);
    static final EdgeSession PRIMARY6 = EdgeSession.of("link1v6", "fd00:100::1", "fd00:100::2", MICROSOFT);
    static final EdgeSession SECONDARY = EdgeSession.of("link2", "192.168.100.133", "192.168.100.134", MICROSOFT);
    static final EdgeSession FROM_GATEWAY = EdgeSession.of("inside", "172.16.0.1", "172.16.0.2", MICROSOFT);
    static final EdgeSession FROM_GATEWAY6 = EdgeSession.of("inside6", "fd00:172::1", "fd00:172::2", MICROSOFT);

    private final Lab lab;
    private final Namespace edge;
    private final Namespace msee1;
    private final Namespace gateway;
    private final Link primary;

    Circuit(Lab lab) {
        this.lab = lab;
        edge = lab.namespace("ce");
        msee1 = lab.namespace("msee1");
        gateway = lab.namespace("gateway");
        cable(gateway, msee1, "inside", FROM_GATEWAY, "/30")
                .address(gateway, FROM_GATEWAY6.local() + "/126")
                .address(msee1, FROM_GATEWAY6.remote() + "/126");
        primary = cable(edge, msee1, "primary", PRIMARY, "/30");
        primary.address(edge, PRIMARY6.local() + "/126").address(msee1, PRIMARY6.remote() + "/126");
    }

    Lab lab() {
        return lab;
    }

    Namespace edgeSpace() {
        return edge;
    }

    Namespace mseeSpace() {
        return msee1;
    }

    Edge edge(EdgeSession... sessions) {
        return new Edge(CUSTOMER, PRIMARY.local(), List.of(sessions), List.of(OwnRoute.plain("10.1.0.0/16")));
    }

    Daemon start(Product product, Edge config) {
        return product.start(lab, edge, config);
    }

    Daemon start(Product product, EdgeSession... sessions) {
        return start(product, edge(sessions));
    }

    Msee start(MseeFile file) {
        return Msee.start(lab, msee1, "msee1", file);
    }

    /** The second MSEE, with its link. */
    Msee startSecond(MseeFile file) {
        Namespace msee2 = lab.namespace("msee2");
        cable(edge, msee2, "secondary", SECONDARY, "/30");
        return Msee.start(lab, msee2, "msee2", file);
    }

    /** Further addresses of the primary link; ours may be there already. */
    void address(String edges, String ours) {
        primary.address(edge, edges);
        if (!msee1.ip("address", "show").run().contains(ours)) {
            primary.address(msee1, ours);
        }
    }

    /** New sockets of both ends of the primary link hold some two hundred kibibytes at most. */
    void smallBuffers() {
        for (Namespace end : List.of(edge, msee1)) {
            end.inside("sysctl", "-qw", "net.ipv4.tcp_rmem=4096 131072 131072").run();
            end.inside("sysctl", "-qw", "net.ipv4.tcp_wmem=4096 65536 65536").run();
        }
    }

    /** The connections that our end of the primary link has. */
    Sockets connections() {
        return new Sockets(msee1);
    }

    Sockets edgeSockets() {
        return new Sockets(edge);
    }

    /** Until the kernel of our end has thrown something away for this reason. */
    void awaitDropped(String counter) {
        Patience.until(counter + " counts", () -> dropped(counter), () -> mseeCounters(counter));
    }

    private boolean dropped(String counter) {
        return mseeCounters(counter).matches("(?s).*" + counter + " +[1-9].*");
    }

    private String mseeCounters(String counter) {
        return msee1.inside("nstat", "-asz", counter).run();
    }

    /** Somebody behind the first MSEE who hears what it passes on. */
    Bird startGateway() {
        return startGateway(List.of());
    }

    Bird startGateway(List<OwnRoute> routes) {
        List<EdgeSession> sessions = List.of(FROM_GATEWAY.withHoldSeconds(180), FROM_GATEWAY6);
        return Bird.start(lab, gateway, new Edge(GATEWAY, FROM_GATEWAY.local(), sessions, routes));
    }

    /** Frames of the primary link vanish, in both directions and for both families. */
    void silence() {
        silenceToMsee();
        silenceFromMsee();
    }

    void silenceToMsee() {
        primary.silence(edge, PRIMARY.remote(), PRIMARY6.remote());
    }

    void silenceFromMsee() {
        primary.silence(msee1, PRIMARY.local(), PRIMARY6.local());
    }

    void mend() {
        mendToMsee();
        primary.mend(msee1, PRIMARY.local(), PRIMARY6.local());
    }

    void mendToMsee() {
        primary.mend(edge, PRIMARY.remote(), PRIMARY6.remote());
    }

    /** Waits until somebody hears this number of routes over a session, and returns them. */
    static List<HeardRoute> awaitHeard(Daemon daemon, EdgeSession session, int count) {
        AtomicReference<List<HeardRoute>> heard = new AtomicReference<>(List.of());
        Patience.until(
                count + " routes are heard over " + session.name(),
                () -> {
                    heard.set(daemon.heard(session));
                    return heard.get().size() == count;
                },
                () -> heard.get() + "\n" + daemon.report(session));
        return heard.get();
    }

    /** Waits until somebody hears a route over a session, and returns it. */
    static HeardRoute awaitRoute(Daemon daemon, EdgeSession session, String prefix) {
        AtomicReference<List<HeardRoute>> found = new AtomicReference<>(List.of());
        Patience.until(
                prefix + " is heard over " + session.name(),
                () -> {
                    found.set(daemon.heard(session).stream()
                            .filter(route -> route.prefix().equals(prefix))
                            .toList());
                    return !found.get().isEmpty();
                },
                () -> daemon.report(session));
        return found.get().get(0);
    }

    private static Link cable(Namespace left, Namespace right, String device, EdgeSession session, String length) {
        return Link.between(left, right, device)
                .address(left, session.local() + length)
                .address(right, session.remote() + length);
    }
}
