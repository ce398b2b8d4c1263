package coldpotato.scenarios.file;

import coldpotato.core.azure.SiteFirewall;
import coldpotato.core.net.ClusterTerms;
import coldpotato.core.net.FirewallTerms;
import coldpotato.core.net.FlowRule;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.EnumSet;

/** Stateful firewalls, at the edge of a site or as appliances: what they let pass, and how they keep their state. */
final class FirewallReader {
    private static final int PORT_MAX = 65_535;

    private static final Key<Boolean> ALLOW =
            Key.required("allow", Words.SWITCH, "whether such flows may be opened", "off");
    private static final Key<Boolean> OPENED_FROM = Key.optional(
            "opened-from",
            Words.choice(ImmutableMap.of("inside", false, "outside", true), false),
            "either side",
            "the side on which those are who open them; an appliance has an inside only",
            "outside");
    private static final Key<ImmutableSet<Prefix>> FROM =
            Key.optional("from", Nets.PREFIXES, "anywhere", "where they are opened", "[10.20.0.0/16]");
    private static final Key<ImmutableSet<Prefix>> TO =
            Key.optional("to", Nets.PREFIXES, "anywhere", "where they are opened to", "[10.10.1.5/32]");
    private static final Key<IpProtocol> PROTOCOL = Key.optional(
            "protocol",
            Words.choice(Maps.uniqueIndex(EnumSet.allOf(IpProtocol.class), IpProtocol::text), IpProtocol.TCP),
            "any",
            "what they speak",
            "tcp");
    private static final Key<ImmutableList<Integer>> PORTS =
            Key.optional("ports", Value.list(Numbers.whole(1, PORT_MAX)), "any", "destination ports", "[443]");
    static final Shape RULE = Shape.of("a rule of a firewall", ALLOW, OPENED_FROM, FROM, TO, PROTOCOL, PORTS);

    private static final Key<ClusterTerms.Mode> MODE = Key.required(
            "mode",
            Words.choice(
                    ImmutableMap.of(
                            "active-passive", ClusterTerms.Mode.ACTIVE_PASSIVE,
                            "active-active", ClusterTerms.Mode.ACTIVE_ACTIVE),
                    ClusterTerms.Mode.ACTIVE_PASSIVE),
            "active-passive: one unit does the work, the others wait; active-active: each flow has a unit, the same for both"
                    + " directions, as behind a load balancer",
            "active-passive");
    private static final Key<Integer> UNITS =
            Key.usual("units", Numbers.whole(2, ClusterTerms.UNITS_MAX), "2", "how many there are", "4");
    private static final Key<Boolean> SHARED_STATE = Key.usual(
            "shared-state",
            Words.SWITCH,
            "on",
            "whether each unit knows what the others know, so that flows outlive it",
            "off");
    private static final Key<Long> TAKEOVER = Key.usual(
            "takeover",
            Quantities.DURATION,
            "1s",
            "from the failure of a unit until others do its work; nothing of its work is done in between",
            "15s");
    private static final Key<Boolean> PREEMPT = Key.usual(
            "preempt",
            Words.SWITCH,
            "off",
            "whether a unit that comes back takes its work back, with the flows that are open",
            "on");
    static final Shape CLUSTER = Shape.of("a cluster of firewall units", MODE, UNITS, SHARED_STATE, TAKEOVER, PREEMPT);

    private static final Key<ImmutableSet<String>> LINKS = Key.optional(
            "links",
            Words.references(NameKind.LINK),
            "it stands before routers",
            "the links outside it: what enters or leaves by them passes the firewall",
            "[er-ams.primary, er-ams.secondary]");
    private static final Key<ImmutableSet<String>> ROUTERS = Key.optional(
            "routers",
            Words.references(NameKind.ROUTER),
            "it stands on links",
            "in place of links: edge routers of the site, between which and the LAN it stands",
            "[ce1, ce2]");
    private static final Key<String> STATE_GROUP = Key.optional(
            "state-group",
            Words.TEXT,
            "keeps its state to itself",
            "firewalls of the same group share the state of their flows",
            "amsterdam-edge");
    private static final Key<Boolean> OPENS_FROM_OUTSIDE = Key.usual(
            "opens-from-outside",
            Words.SWITCH,
            "off",
            "whether flows may also be opened from outside, where no rule says otherwise",
            "on");
    private static final Key<ImmutableMap<String, Fields>> RULES = Key.optional(
            "rules",
            Value.free("rule", RULE.value()),
            "flows may be opened from inside, and as opens-from-outside says",
            "which flows may be opened; the first that concerns a flow decides",
            "{web: {allow: on, opened-from: outside, to: [10.10.1.5/32], ports: [443]}}");
    private static final Key<Boolean> PICKS_UP = Key.usual(
            "picks-up",
            Words.SWITCH,
            "off",
            "whether a packet in the middle of a TCP connection makes state too, where the connection might be opened",
            "on");
    private static final Key<Long> IDLE_TIMEOUT = Key.optional(
            "idle-timeout",
            Quantities.POSITIVE_DURATION,
            "never",
            "how long it remembers a flow of which no packet crosses it",
            "1h");
    private static final Key<Fields> CLUSTER_KEY = Key.optional(
            "cluster",
            CLUSTER.value(),
            "one unit",
            "the units that do its work; all its links and routers share them",
            "{mode: active-passive}");

    /** The keys that firewalls at sites and firewalls that are appliances have in common. */
    static final ImmutableList<Key<?>> KEYS = ImmutableList.of(STATE_GROUP, RULES, PICKS_UP, IDLE_TIMEOUT, CLUSTER_KEY);

    static final Shape FIREWALL = Shape.of(
            "a firewall",
            ImmutableList.<Key<?>>builder()
                    .add(LINKS, ROUTERS, OPENS_FROM_OUTSIDE)
                    .addAll(KEYS)
                    .build());

    private FirewallReader() {}

    static SiteFirewall firewall(String name, Fields fields) {
        if (fields.has(LINKS) == fields.has(ROUTERS)) {
            fields.reading()
                    .wrong(fields.place(), "say where the firewall stands: on links, or before routers, not both");
        }
        return new SiteFirewall(
                name,
                fields.find(LINKS).orElse(ImmutableSet.of()),
                fields.find(ROUTERS).orElse(ImmutableSet.of()),
                stateGroup(name, fields),
                terms(fields, fields.get(OPENS_FROM_OUTSIDE)));
    }

    /** With which firewalls it shares its state. */
    static String stateGroup(String name, Fields fields) {
        if (fields.has(STATE_GROUP) && fields.has(CLUSTER_KEY)) {
            fields.wrong(
                    STATE_GROUP, "the units of a cluster share state or not by shared-state; leave one of the two out");
        }
        return fields.find(STATE_GROUP).orElse(name);
    }

    /** @param opensFromOutside what holds where no rule concerns a flow from outside */
    static FirewallTerms terms(Fields fields, boolean opensFromOutside) {
        return new FirewallTerms(
                opensFromOutside,
                Entries.read(fields.find(RULES), FirewallReader::rule).values().asList(),
                fields.get(PICKS_UP),
                fields.find(IDLE_TIMEOUT).orElse(FirewallTerms.NEVER),
                fields.find(CLUSTER_KEY).map(FirewallReader::cluster).orElse(ClusterTerms.ALONE));
    }

    private static FlowRule rule(String name, Fields fields) {
        return new FlowRule(
                name,
                fields.get(ALLOW),
                fields.find(OPENED_FROM),
                fields.find(FROM).orElse(ImmutableSet.of()),
                fields.find(TO).orElse(ImmutableSet.of()),
                fields.find(PROTOCOL),
                ImmutableSet.copyOf(fields.find(PORTS).orElse(ImmutableList.of())));
    }

    private static ClusterTerms cluster(Fields fields) {
        return new ClusterTerms(
                fields.get(MODE),
                fields.get(UNITS),
                fields.get(SHARED_STATE),
                fields.get(TAKEOVER),
                fields.get(PREEMPT));
    }
}
