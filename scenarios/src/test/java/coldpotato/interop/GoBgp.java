package coldpotato.interop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GoBGP, asked by {@code gobgp}; it keeps what it is told in its table only. */
final class GoBgp implements Daemon {
    /** BGP_FSM_ESTABLISHED in its API. */
    private static final int ESTABLISHED = 6;

    private static final int AS_PATH = 2;
    private static final int NEXT_HOP = 3;
    private static final int COMMUNITIES = 8;
    private static final int MP_REACH = 14;
    private static final int EXTENDED = 16;
    private static final int LARGE = 32;

    private final Foreground process;
    private final Namespace namespace;

    private GoBgp(Foreground process, Namespace namespace) {
        this.process = process;
        this.namespace = namespace;
    }

    static GoBgp start(Lab lab, Namespace namespace, Edge edge) {
        Path config = lab.write("gobgp/gobgpd.toml", config(edge));
        Foreground process = lab.start(
                namespace, "gobgp.log", "gobgpd", "-f", config.toString(), "-l", "info", "-p", "--pprof-disable");
        process.awaitListening(179);
        GoBgp daemon = new GoBgp(process, namespace);
        Patience.until("gobgpd answers", () -> daemon.tool("global").attempt().exit() == 0, process::log);
        edge.routes().forEach(route -> daemon.announce(edge, route));
        return daemon;
    }

    @Override
    public Foreground process() {
        return process;
    }

    @Override
    public boolean isEstablished(EdgeSession session) {
        return neighbor(session).path("state").path("session_state").asInt(0) == ESTABLISHED;
    }

    @Override
    public String status(EdgeSession session) {
        return tool("neighbor", session.remote()).run();
    }

    JsonNode neighbor(EdgeSession session) {
        return json("neighbor", session.remote());
    }

    @Override
    public List<HeardRoute> heard(EdgeSession session) {
        String family = session.isIpv6() ? "ipv6" : "ipv4";
        if (!isEstablished(session)) {
            return List.of();
        }
        JsonNode table = json("neighbor", session.remote(), "adj-in", "-a", family);
        return table.propertyNames().stream()
                .map(prefix -> route(prefix, table.path(prefix).path(0).path("attrs")))
                .toList();
    }

    @Override
    public long countHeard(EdgeSession session) {
        return each(neighbor(session).path("afi_safis"))
                .mapToLong(family -> family.path("state").path("received").asLong(0))
                .sum();
    }

    @Override
    public void askForRefresh(EdgeSession session) {
        tool("neighbor", session.remote(), "softresetin").run();
    }

    @Override
    public void shutDown(EdgeSession session, String text) {
        tool("neighbor", session.remote(), "disable", "--reason", text).run();
    }

    @Override
    public void bringUp(EdgeSession session) {
        tool("neighbor", session.remote(), "enable").run();
    }

    @Override
    public void retry(EdgeSession session) {
        tool("neighbor", session.remote(), "enable").attempt();
    }

    @Override
    public void withdrawAll() {
        tool("global", "rib", "-a", "ipv4", "del", "all").run();
        tool("global", "rib", "-a", "ipv6", "del", "all").run();
    }

    @Override
    public long updatesHeard(EdgeSession session) {
        JsonNode messages = neighbor(session).path("state").path("messages");
        return messages.path("received").path("update").asLong(0);
    }

    @Override
    public String heardCease(Cease cease) {
        return "Code=6 ";
    }

    Command tool(String... words) {
        return namespace.inside("gobgp").and(words);
    }

    private JsonNode json(String... words) {
        return JsonMapper.shared().readTree(tool("-j").and(words).run());
    }

    private void announce(Edge edge, OwnRoute route) {
        String family = route.isIpv6() ? "ipv6" : "ipv4";
        List<String> words = new ArrayList<>(List.of("global", "rib", "-a", family, "add", route.prefix()));
        edge.sessions().stream()
                .filter(session -> route.isIpv6() && session.isIpv6())
                .limit(1)
                .forEach(session -> words.addAll(List.of("nexthop", session.local())));
        add(words, "community", route.communities());
        add(words, "large-community", route.large());
        add(words, "rt", route.routeTargets());
        tool(words.toArray(String[]::new)).run();
    }

    private static void add(List<String> words, String list, List<String> values) {
        if (!values.isEmpty()) {
            words.addAll(List.of(list, String.join(",", values)));
        }
    }

    private static HeardRoute route(String prefix, JsonNode attributes) {
        String nextHop = attribute(attributes, NEXT_HOP).path("nexthop").asString("");
        return new HeardRoute(
                prefix,
                nextHop.isEmpty()
                        ? attribute(attributes, MP_REACH).path("nexthop").asString("")
                        : nextHop,
                each(attribute(attributes, AS_PATH).path("as_paths"))
                        .flatMap(segment -> each(segment.path("asns")))
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(" ")),
                each(attribute(attributes, COMMUNITIES).path("communities"))
                        .map(value -> (value.asLong() >> 16) + ":" + (value.asLong() & 0xffff))
                        .toList(),
                each(attribute(attributes, LARGE).path("value"))
                        .map(value -> Stream.of("ASN", "LocalData1", "LocalData2")
                                .map(part -> value.path(part).asString("0"))
                                .collect(Collectors.joining(":")))
                        .toList(),
                each(attribute(attributes, EXTENDED).path("value"))
                        .map(value -> (value.path("subtype").asInt(0) == 2 ? "rt:" : "?:")
                                + value.path("value").asString(""))
                        .toList());
    }

    private static JsonNode attribute(JsonNode attributes, int type) {
        return each(attributes)
                .filter(attribute -> attribute.path("type").asInt(0) == type)
                .findFirst()
                .orElse(JsonMapper.shared().missingNode());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String config(Edge edge) {
        String locals = edge.sessions().stream()
                .map(session -> "\"" + session.local() + "\"")
                .distinct()
                .collect(Collectors.joining(", "));
        String global = """
                [global.config]
                  as = %d
                  router-id = "%s"
                  port = 179
                  local-address-list = [%s]
                """.formatted(edge.asn(), edge.routerId(), locals);
        return global + edge.sessions().stream().map(GoBgp::session).collect(Collectors.joining());
    }

    private static String session(EdgeSession session) {
        String limit = session.prefixMax() == 0
                ? ""
                : "    [neighbors.afi-safis.prefix-limit.config]\n      max-prefixes = " + session.prefixMax() + "\n";
        String ttl = session.ttlSecurity()
                ? "  [neighbors.ttl-security.config]\n    enabled = true\n    ttl-min = 255\n"
                : "";
        return """
                [[neighbors]]
                  [neighbors.config]
                    neighbor-address = "%s"
                    peer-as = %d
                    auth-password = "%s"
                  [neighbors.transport.config]
                    passive-mode = %s
                    local-address = "%s"
                  [neighbors.timers.config]
                    hold-time = %d
                    keepalive-interval = %d
                    connect-retry = 2
                    idle-hold-time-after-reset = 2
                %s  [[neighbors.afi-safis]]
                    [neighbors.afi-safis.config]
                      afi-safi-name = "%s"
                %s""".formatted(
                        session.remote(),
                        session.remoteAs(),
                        session.password(),
                        session.passive(),
                        session.local(),
                        session.holdSeconds(),
                        session.keepaliveSeconds(),
                        ttl,
                        session.isIpv6() ? "ipv6-unicast" : "ipv4-unicast",
                        limit);
    }
}
