package coldpotato.interop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * FRRouting's {@code bgpd}, asked by {@code vtysh}. Where a session uses BFD, {@code bfdd} runs beside it, and {@code zebra},
 * through which the two talk; else bgpd runs alone.
 */
final class Frr implements Daemon {
    private static final String PROGRAMS = "/usr/lib/frr/";

    private final Foreground bgpd;
    private final Path folder;
    private final Edge edge;

    private Frr(Foreground bgpd, Path folder, Edge edge) {
        this.bgpd = bgpd;
        this.edge = edge;
        this.folder = folder;
    }

    static Frr start(Lab lab, Namespace namespace, Edge edge) {
        Path folder = lab.folder("frr", "frr");
        lab.write("frr/bgpd.conf", config(edge));
        if (edge.usesBfd()) {
            start(lab, namespace, folder, "zebra").awaitSaying("starting");
            start(
                            lab,
                            namespace,
                            folder,
                            "bfdd",
                            "--bfdctl",
                            folder.resolve("bfdd.sock").toString())
                    .awaitSaying("starting");
        }
        Foreground bgpd = edge.usesBfd()
                ? start(lab, namespace, folder, "bgpd")
                : start(lab, namespace, folder, "bgpd", "-Z", "-S");
        bgpd.awaitListening(179);
        return new Frr(bgpd, folder, edge);
    }

    @Override
    public Foreground process() {
        return bgpd;
    }

    @Override
    public boolean isEstablished(EdgeSession session) {
        return "Established".equals(neighbor(session).path("bgpState").asString(""));
    }

    @Override
    public String status(EdgeSession session) {
        return ask("show bgp neighbors " + session.remote());
    }

    JsonNode neighbor(EdgeSession session) {
        return json("show bgp neighbors " + session.remote() + " json").path(session.remote());
    }

    @Override
    public boolean bfdIsUp(EdgeSession session) {
        return ask("show bfd peers json").contains("\"status\":\"up\"")
                && "Up"
                        .equals(neighbor(session)
                                .path("peerBfdInfo")
                                .path("status")
                                .asString(""));
    }

    @Override
    public List<HeardRoute> heard(EdgeSession session) {
        String family = family(session);
        List<HeardRoute> routes = new ArrayList<>();
        for (String prefix : json("show bgp " + family + " json").path("routes").propertyNames()) {
            JsonNode paths = json("show bgp " + family + " " + prefix + " json").path("paths");
            each(paths)
                    .filter(path ->
                            path.path("peer").path("peerId").asString("").equals(session.remote()))
                    .forEach(path -> routes.add(route(prefix, path)));
        }
        return routes;
    }

    @Override
    public long countHeard(EdgeSession session) {
        String family = session.isIpv6() ? "ipv6Unicast" : "ipv4Unicast";
        JsonNode counters = neighbor(session).path("addressFamilyInfo").path(family);
        return counters.path("acceptedPrefixCounter").asLong(0);
    }

    @Override
    public void askForRefresh(EdgeSession session) {
        ask("clear bgp " + family(session) + " " + session.remote() + " in");
    }

    @Override
    public void shutDown(EdgeSession session, String text) {
        configure("neighbor " + session.remote() + " shutdown message " + text);
    }

    @Override
    public void bringUp(EdgeSession session) {
        configure("no neighbor " + session.remote() + " shutdown");
    }

    @Override
    public void retry(EdgeSession session) {
        ask("clear bgp " + session.remote());
    }

    @Override
    public void withdrawAll() {
        edge.ipv4().forEach(route -> configure("address-family ipv4 unicast", "no network " + route.prefix()));
        edge.ipv6().forEach(route -> configure("address-family ipv6 unicast", "no network " + route.prefix()));
    }

    @Override
    public long updatesHeard(EdgeSession session) {
        return neighbor(session).path("messageStats").path("updatesRecv").asLong(0);
    }

    @Override
    public String heardCease(Cease cease) {
        return "%NOTIFICATION: received from neighbor " + edge.sessions().get(0).remote() + " 6/" + cease.subcode();
    }

    String ask(String... commands) {
        Command vtysh = Command.of("vtysh", "--vty_socket", folder.toString());
        for (String command : commands) {
            vtysh = vtysh.and("-c", command);
        }
        return vtysh.run();
    }

    private void configure(String... lines) {
        List<String> all = new ArrayList<>(List.of("configure terminal", "router bgp"));
        all.addAll(List.of(lines));
        ask(all.toArray(String[]::new));
    }

    private JsonNode json(String command) {
        return JsonMapper.shared().readTree(ask(command));
    }

    private static Foreground start(Lab lab, Namespace namespace, Path folder, String program, String... more) {
        Path config = folder.resolve(program + ".conf");
        if (!config.toFile().exists()) {
            lab.write("frr/" + program + ".conf", "");
        }
        List<String> words = new ArrayList<>(List.of(PROGRAMS + program, "-f", config.toString()));
        words.addAll(List.of("-i", folder.resolve(program + ".pid").toString()));
        words.addAll(List.of("--vty_socket", folder.toString()));
        words.addAll(List.of("-z", folder.resolve("zebra.sock").toString()));
        words.addAll(List.of("-P", "0", "--log", "stdout", "--log-level", "debugging"));
        words.addAll(List.of(more));
        return lab.start(namespace, program + ".log", words.toArray(String[]::new));
    }

    private static HeardRoute route(String prefix, JsonNode path) {
        return new HeardRoute(
                prefix,
                path.path("nexthops").path(0).path("ip").asString(""),
                path.path("aspath").path("string").asString(""),
                words(path.path("community")),
                words(path.path("largeCommunity")),
                words(path.path("extendedCommunity")).stream()
                        .map(value -> value.replace("RT:", "rt:"))
                        .toList());
    }

    private static List<String> words(JsonNode values) {
        return Stream.of(values.path("string").asString("").split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String family(EdgeSession session) {
        return session.isIpv6() ? "ipv6 unicast" : "ipv4 unicast";
    }

    private static String config(Edge edge) {
        List<String> lines = new ArrayList<>();
        lines.add("log stdout debugging");
        for (OwnRoute route : edge.routes()) {
            lines.add("route-map own-" + name(route) + " permit 10");
            set(lines, "community", route.communities(), "");
            set(lines, "large-community", route.large(), "");
            set(lines, "extcommunity rt", route.routeTargets(), "");
        }
        lines.add("router bgp " + edge.asn());
        lines.add("bgp router-id " + edge.routerId());
        lines.addAll(List.of("no bgp ebgp-requires-policy", "no bgp network import-check", "bgp log-neighbor-changes"));
        lines.add("no bgp default ipv4-unicast");
        edge.sessions().forEach(session -> session(lines, session));
        family(lines, edge, "ipv4 unicast", edge.ipv4());
        family(lines, edge, "ipv6 unicast", edge.ipv6());
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static void set(List<String> lines, String list, List<String> values, String end) {
        if (!values.isEmpty()) {
            lines.add("set " + list + " " + String.join(" ", values) + end);
        }
    }

    private static String name(OwnRoute route) {
        return route.prefix().replaceAll("[./:]", "-");
    }

    private static void session(List<String> lines, EdgeSession session) {
        String neighbor = "neighbor " + session.remote() + " ";
        lines.add(neighbor + "remote-as " + session.remoteAs());
        lines.add(neighbor + "timers " + session.keepaliveSeconds() + " " + session.holdSeconds());
        lines.add(neighbor + "timers connect 2");
        lines.add(neighbor + "advertisement-interval 0");
        lines.add(neighbor + "update-source " + session.local());
        if (session.passive()) {
            lines.add(neighbor + "passive");
        }
        if (!session.password().isEmpty()) {
            lines.add(neighbor + "password " + session.password());
        }
        if (session.ttlSecurity()) {
            lines.add(neighbor + "ttl-security hops 1");
        }
        if (session.bfd()) {
            lines.add(neighbor + "bfd 3 300 300");
        }
    }

    private static void family(List<String> lines, Edge edge, String family, List<OwnRoute> routes) {
        lines.add("address-family " + family);
        for (EdgeSession session : edge.sessions()) {
            if (family(session).equals(family)) {
                lines.add("neighbor " + session.remote() + " activate");
                if (session.prefixMax() > 0) {
                    lines.add("neighbor " + session.remote() + " maximum-prefix " + session.prefixMax() + " restart 1");
                }
            }
        }
        routes.forEach(route -> lines.add("network " + route.prefix() + " route-map own-" + name(route)));
        lines.add("exit-address-family");
    }
}
