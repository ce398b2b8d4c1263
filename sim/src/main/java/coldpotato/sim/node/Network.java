package coldpotato.sim.node;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.net.Prefix;
import coldpotato.core.net.PrefixMap;
import coldpotato.core.trace.TraceSink;
import coldpotato.sim.engine.Simulation;
import coldpotato.sim.net.BfdQuiet;
import coldpotato.sim.net.Crossing;
import coldpotato.sim.net.IpNetwork;
import coldpotato.sim.net.Link;
import coldpotato.sim.net.LinkListener;
import coldpotato.sim.net.Links;
import coldpotato.sim.net.Route;
import coldpotato.sim.net.Underlay;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All routers and links of a simulation by name, IGP domains and feeds among them, and the ways of BGP's own packets. */
public final class Network implements Underlay {
    private static final int BGP_PORT = 179;

    private final Simulation simulation;
    private final TraceSink trace;
    private final long seed;
    private final SpeakerHost.Factory hosts;
    private final Links links;
    private final IpNetwork ip;
    private final BfdQuiet bfd;
    private final CarriedLinks carriedLinks;
    private final Map<String, Router> routers = new TreeMap<>();
    /** The same, only to be looked up: every step of every packet asks. */
    private final Map<String, Router> byName = new LinkedHashMap<>();

    private final Map<String, BgpRouter> speakers = new TreeMap<>();
    private final Map<String, RouteFeed> feeds = new TreeMap<>();
    private final AttributePool attributes = new AttributePool();
    private final Map<String, Igp> igps = new TreeMap<>();
    private final Middleboxes middleboxes = new Middleboxes();
    private final Failover failover;
    private final List<RouterListener> listeners = new ArrayList<>();
    private final List<LinkListener> linkListeners = new ArrayList<>();

    /**
     * A network whose speakers run in virtual time.
     *
     * @param seed of the run
     */
    public Network(Simulation simulation, TraceSink trace, long seed) {
        this(simulation, trace, seed, SpeakerHost.Factory.SIMULATED);
    }

    /**
     * @param seed of the run
     * @param hosts where the speakers run
     */
    public Network(Simulation simulation, TraceSink trace, long seed, SpeakerHost.Factory hosts) {
        this.simulation = simulation;
        this.trace = trace;
        this.seed = seed;
        this.hosts = hosts;
        links = new Links(
                simulation, trace, (now, node, link, up) -> router(node).carrierChanged(now, link.name(), up));
        ip = new IpNetwork(simulation, trace, this);
        bfd = new BfdQuiet(ip);
        carriedLinks = new CarriedLinks(this);
        failover = new Failover(simulation, trace, middleboxes);
    }

    /** Adds a router, not started yet. */
    public Router addRouter(String name, FibDelays fibDelays) {
        checkArgument(!routers.containsKey(name), "there are two nodes %s", name);
        Router router = new Router(name, simulation, trace, seed, fibDelays);
        routers.put(name, router);
        byName.put(name, router);
        listeners.forEach(router::addListener);
        return router;
    }

    /**
     * Takes a router away, its speaker, its middleboxes and its part in the IGP with it; its links and the feeds from and to it
     * are gone already.
     */
    public void removeRouter(String name) {
        Router removed = router(name);
        checkArgument(removed.interfaces().isEmpty(), "%s still has links", name);
        removed.retire(simulation.nowNanos());
        middleboxes.fit(removed, ImmutableList.of());
        igps.values().forEach(igp -> igp.removeRouter(name));
        Optional.ofNullable(speakers.remove(name)).ifPresent(BgpRouter::leave);
        routers.remove(name);
        byName.remove(name);
        listeners.forEach(listener -> listener.refitted(simulation.nowNanos(), removed));
    }

    /** Adds a link, and an interface with these addresses to the routers at its ends. */
    public Link addLink(
            Link link, ImmutableList<Interface.Address> addressesA, ImmutableList<Interface.Address> addressesB) {
        links.add(link);
        router(link.nodeA()).addInterface(link, addressesA);
        router(link.nodeB()).addInterface(link, addressesB);
        linkListeners.forEach(link::addListener);
        return link;
    }

    /**
     * From now on a link is as good as the way of packets between two addresses, one of each end's node; see {@link
     * CarriedLinks}.
     */
    public void carry(String link, IpAddress outerA, IpAddress outerB) {
        carriedLinks.carry(links.link(link), outerA, outerB);
    }

    /** Takes a link away, and the interfaces on it. */
    public void removeLink(String name) {
        carriedLinks.remove(name);
        Link removed = links.link(name);
        igps.values().forEach(igp -> igp.removeLink(name));
        router(removed.nodeA()).removeInterface(name);
        router(removed.nodeB()).removeInterface(name);
        linkListeners.forEach(removed::removeListener);
        links.remove(name);
    }

    /** Gives a node these middleboxes, which packets cross in this order, in place of those that it has. */
    public void fit(String node, ImmutableList<MiddleboxConfig> wanted) {
        middleboxes.fit(router(node), wanted);
    }

    /** A unit of the firewalls of a state group fails, and what follows from it happens in its time. */
    public void failUnit(String group, UnitFault fault) {
        failover.fail(group, fault);
    }

    /** The firewalls of a state group forget every flow. */
    public void clearState(String group) {
        failover.clear(group);
    }

    /** Gives a router a BGP speaker, which starts with it. */
    public BgpRouter addSpeaker(String node, SpeakerConfig config) {
        checkArgument(!speakers.containsKey(node), "%s has a speaker", node);
        BgpRouter speaker = new BgpRouter(this, router(node), config, hosts);
        speakers.put(node, speaker);
        return speaker;
    }

    /** Feeds the best BGP routes of one node to another; see {@link RouteFeed}. */
    public RouteFeed addFeed(String name, String from, String to, FeedTerms terms) {
        checkArgument(!feeds.containsKey(name), "there are two feeds %s", name);
        RouteFeed feed = new RouteFeed(this, name, speaker(from), router(to), terms);
        feeds.put(name, feed);
        return feed;
    }

    /** Ends a feed; what it fed is taken back after its delay. */
    public void removeFeed(String name) {
        feed(name).end();
        feeds.remove(name);
    }

    /** The IGP domain of a name, made when it is first asked for. */
    public Igp igp(String domain) {
        return igps.computeIfAbsent(domain, name -> new Igp(simulation, trace));
    }

    /** Tells of everything that happens to any router, also to those that are added later. */
    public void addListener(RouterListener listener) {
        listeners.add(listener);
        routers.values().forEach(router -> router.addListener(listener));
    }

    /** Tells of everything that happens to any link, also to those that are added later. */
    public void addLinkListener(LinkListener listener) {
        linkListeners.add(listener);
        links.all().forEach(link -> link.addListener(listener));
    }

    /** Starts all routers that are not running, in the order of their names. */
    public void start() {
        routers.values().stream()
                .filter(router -> !router.isRunning())
                .forEach(router -> simulation.schedule(simulation.nowNanos(), router.name(), router::start));
    }

    public Simulation simulation() {
        return simulation;
    }

    public TraceSink trace() {
        return trace;
    }

    public long seed() {
        return seed;
    }

    public Links links() {
        return links;
    }

    public IpNetwork ip() {
        return ip;
    }

    /** Where attributes are interned, shared by all speakers of the simulation. */
    AttributePool attributes() {
        return attributes;
    }

    /** What leaves out the BFD packets that change nothing. */
    public BfdQuiet bfd() {
        return bfd;
    }

    /** All routers, sorted by name; a view. */
    public Collection<Router> routers() {
        return Collections.unmodifiableCollection(routers.values());
    }

    public Router router(String name) {
        return checkNotNull(byName.get(name), "there is no node %s", name);
    }

    /** The speaker of a node. */
    public BgpRouter speaker(String node) {
        return checkNotNull(speakers.get(node), "%s has no speaker", node);
    }

    /** All speakers, sorted by node; a view. */
    public Collection<BgpRouter> speakers() {
        return Collections.unmodifiableCollection(speakers.values());
    }

    /** True if the node speaks BGP. */
    public boolean hasSpeaker(String node) {
        return speakers.containsKey(node);
    }

    public RouteFeed feed(String name) {
        return checkNotNull(feeds.get(name), "there is no feed %s", name);
    }

    public Middleboxes middleboxes() {
        return middleboxes;
    }

    /**
     * The node to which hosts of this address are attached, by the longest attached prefix, or the node whose own address it
     * is; the first by name if several.
     */
    public Optional<Router> holder(IpAddress address) {
        PrefixMap<Router> holders = new PrefixMap<>();
        for (Router router : routers.values()) {
            for (Prefix prefix : router.attached()) {
                if (holders.get(prefix) == null) {
                    holders.put(prefix, router);
                }
            }
        }
        Optional<Router> owner =
                routers.values().stream().filter(router -> router.owns(address)).findFirst();
        return holders.longestMatch(address).map(Map.Entry::getValue).or(() -> owner);
    }

    @Override
    public Optional<Route> route(String node, IpAddress source, IpAddress destination, int linksMax) {
        FlowKey key = new FlowKey(IpProtocol.TCP, source, BGP_PORT, destination, BGP_PORT);
        List<Crossing> crossings = new ArrayList<>();
        String at = node;
        for (Step step = router(at).step(key); ; step = router(at).step(key)) {
            if (step.kind() == Step.Kind.DELIVERED) {
                return Optional.of(new Route(ImmutableList.copyOf(crossings), at));
            }
            if (step.kind() != Step.Kind.FORWARDED || crossings.size() == linksMax) {
                return Optional.empty();
            }
            Link link = step.exit().link();
            String next = link.otherEnd(at);
            IpAddress neighbour = step.exit().nextHop().address().orElse(destination);
            if (!router(next).answersFor(neighbour, link.name())) {
                return Optional.empty();
            }
            crossings.add(new Crossing(link, link.directionFrom(at)));
            at = next;
        }
    }
}
