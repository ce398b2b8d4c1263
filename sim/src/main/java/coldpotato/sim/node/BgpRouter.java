package coldpotato.sim.node;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.Decision;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.PathSource;
import coldpotato.bgp.rib.Rib;
import coldpotato.bgp.rib.RibChange;
import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.Forwarding;
import coldpotato.bgp.speaker.InstalledRoute;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.net.Underlay;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;

/**
 * A router's part in BGP: what it originates, what its speaker decides, and how that gets into the routing table and the feeds.
 * Its speaker lives in a {@link SpeakerHost} from the router's start to its stop; originated prefixes outlive it.
 */
public final class BgpRouter implements Forwarding, RouterListener {
    private final Router router;
    private final TraceSink trace;
    private final SpeakerHost host;
    private final Map<Prefix, PathAttributes> originations = new TreeMap<>();
    private final List<RouteFeed> feeds = new ArrayList<>();
    private final boolean installedOnly;
    /** What was decided and is not known to be in the forwarding table yet; nothing if nobody waits for that. */
    private final Map<Prefix, Uninstalled> uninstalled = new TreeMap<>();
    /** Those among them that the speaker decided in the input that is going on. */
    private final List<Prefix> decided = new ArrayList<>();

    private record Uninstalled(Decision decision, long cause) {}

    /**
     * For a router that is not running.
     *
     * @param config its neighbours; sessions with an interface name are held to that one link unless they are iBGP
     * @param hosts where its speaker is going to run
     */
    BgpRouter(Network network, Router router, SpeakerConfig config, SpeakerHost.Factory hosts) {
        this.router = router;
        this.trace = network.trace();
        this.installedOnly = config.installedOnly();
        host = hosts.host(network, this, config);
        router.addListener(this);
    }

    public Router router() {
        return router;
    }

    /** The speaker, empty while the router is not running; to be read only, and only while nothing moves. */
    public Optional<BgpSpeaker> speaker() {
        return host.speaker();
    }

    /** How BFD with a neighbour stands, empty if none runs. */
    public Optional<BfdView> bfd(String peer) {
        return host.bfd(peer);
    }

    /** How many links packets to a neighbour may cross: one where the session is held to an interface, unless it is iBGP. */
    public static int linksMax(PeerConfig peer) {
        boolean singleHop = !peer.isIbgp() && peer.interfaceName().isPresent();
        return singleHop ? 1 : Underlay.HOPS_MAX;
    }

    // Settings and operations.

    /** Announces a prefix of this router's own, now and after each boot; replaces what was said of it before. */
    public void originate(Prefix prefix, PathAttributes attributes) {
        originations.put(prefix, attributes);
        later((running, now) -> running.originate(now, prefix, attributes));
    }

    /** Takes an originated prefix back. */
    public void withdraw(Prefix prefix) {
        originations.remove(prefix);
        later((running, now) -> running.withdraw(now, prefix));
    }

    /** Takes over new settings: neighbours that come, go or change, policies, the decision process. */
    public void reconfigure(SpeakerConfig changed) {
        host.reconfigure(changed);
    }

    /** Lets something be done to the speaker as an event of now; nothing happens if it is not running then. */
    public void later(ObjLongConsumer<BgpSpeaker> input) {
        host.later(input);
    }

    void addFeed(RouteFeed feed) {
        feeds.add(feed);
    }

    void removeFeed(RouteFeed feed) {
        feeds.remove(feed);
    }

    /** True if the forwarding table does what was decided about a prefix, or nobody waits for it to. */
    boolean isInstalled(Prefix prefix) {
        return !uninstalled.containsKey(prefix);
    }

    /** Shows what is decided about every prefix that has a best path. */
    void eachDecision(BiConsumer<Prefix, Decision> visitor) {
        host.read(running -> {
            for (AfiSafi family : AfiSafi.values()) {
                Rib rib = running.rib(family);
                rib.forEachBest(path -> visitor.accept(path.prefix(), rib.decision(path.prefix())));
            }
        });
    }

    // The router's life.

    @Override
    public void started(long nowNanos, Router started) {
        host.start();
        originations.forEach(
                (prefix, attributes) -> later((running, now) -> running.originate(now, prefix, attributes)));
    }

    @Override
    public void stopped(long nowNanos, Router stopped) {
        uninstalled.clear();
        decided.clear();
        host.stop();
    }

    /** Its router is taken out of the network. */
    void leave() {
        router.removeListener(this);
        host.leave();
    }

    @Override
    public void interfaceChanged(long nowNanos, Router changedRouter, Interface changed) {
        String name = changed.link().name();
        boolean up = changed.isUp();
        later((running, now) -> {
            if (up) {
                running.interfaceUp(now, name);
            } else {
                running.interfaceDown(now, name);
            }
        });
    }

    @Override
    public void nextHopChanged(long nowNanos, Router changed, IpAddress nextHop, long cost) {
        later((running, now) -> running.nextHopChanged(now, nextHop, cost));
    }

    // What the speaker asks for, and decides.

    @Override
    public long track(IpAddress nextHop) {
        return router.table().track(nextHop);
    }

    @Override
    public void untrack(IpAddress nextHop) {
        router.table().untrack(nextHop);
    }

    /** Notes a decision with its own cause; it takes effect with the others of {@link #settle}. */
    @Override
    public void bestPathChanged(long nowNanos, RibChange change) {
        RouteTable table = router.table();
        table.remove(change.prefix(), RouteSource.EBGP, "");
        table.remove(change.prefix(), RouteSource.IBGP, "");
        route(change.prefix(), change.after()).ifPresent(table::put);
        boolean waits = installedOnly && isToBeInstalled(change.after());
        uninstalled.remove(change.prefix());
        if (waits) {
            uninstalled.put(change.prefix(), new Uninstalled(change.after(), trace.cause()));
            decided.add(change.prefix());
        }
        feeds.forEach(feed -> feed.changed(nowNanos, change.prefix(), change.after(), !waits));
    }

    private static boolean isToBeInstalled(Decision decision) {
        return decision.best().filter(best -> !best.source().isLocal()).isPresent();
    }

    /** An input of the speaker is done: what it decided takes effect, and what changes nothing in the forwarding table has done so. */
    public void settle(long nowNanos) {
        router.changeRoutes(nowNanos, table -> {});
        ImmutableList<Prefix> unchanged = decided.stream()
                .filter(prefix -> !router.fib().isPending(prefix))
                .collect(ImmutableList.toImmutableList());
        decided.clear();
        programmed(nowNanos, router, unchanged);
    }

    @Override
    public void programmed(long nowNanos, Router programmedRouter, ImmutableList<Prefix> prefixes) {
        long cause = trace.cause();
        ImmutableList<InstalledRoute> installed = prefixes.stream()
                .filter(prefix -> !isInstalled(prefix))
                .map(this::installed)
                .collect(ImmutableList.toImmutableList());
        for (InstalledRoute route : installed) {
            trace.because(route.cause());
            feeds.forEach(feed -> feed.changed(nowNanos, route.prefix(), route.decision(), true));
        }
        trace.because(cause);
        if (!installed.isEmpty()) {
            later((running, now) -> running.installed(now, installed));
        }
    }

    /** The newer of the two made it so: the forwarding entry, or a decision that left it as it was. */
    private InstalledRoute installed(Prefix prefix) {
        Uninstalled was = uninstalled.remove(prefix);
        long entry = router.fib().entry(prefix).map(FibEntry::event).orElse(0L);
        return new InstalledRoute(prefix, was.decision, Math.max(entry, was.cause));
    }

    /**
     * What the paths that are used make of the routing table; empty without any, for a prefix of our own, or if the best comes from
     * a neighbour that is never on the way.
     */
    private static Optional<CandidateRoute> route(Prefix prefix, Decision decision) {
        Optional<Path> used = decision.best()
                .filter(path -> !path.source().isLocal() && !path.source().offPath());
        return used.map(
                best -> CandidateRoute.over(prefix, routeSource(best.source().kind()), "", 0, nextHops(decision)));
    }

    private static ImmutableList<NextHop> nextHops(Decision decision) {
        return decision.multipath().stream()
                .filter(path -> !path.source().offPath())
                .map(path -> NextHop.via(path.attributes().nextHop()))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private static RouteSource routeSource(PathSource.Kind kind) {
        return switch (kind) {
            case LOCAL -> RouteSource.LOCAL;
            case EBGP -> RouteSource.EBGP;
            case IBGP -> RouteSource.IBGP;
        };
    }
}
