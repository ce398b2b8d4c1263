package coldpotato.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OpenBGPD, asked by {@code bgpctl}. */
final class OpenBgpd implements Daemon {
    /** Where its processes lock themselves in; the package's service makes it, so does a test. */
    private static final Path CHROOT = Path.of("/run/openbgpd");

    private static final String CONFIG = "openbgpd/bgpd.conf";

    private final Lab lab;
    private final Edge edge;
    private final Foreground process;
    private final Path control;

    private OpenBgpd(Lab lab, Edge edge, Foreground process, Path control) {
        this.lab = lab;
        this.edge = edge;
        this.process = process;
        this.control = control;
    }

    static OpenBgpd start(Lab lab, Namespace namespace, Edge edge) {
        Path control = lab.folder().resolve("openbgpd.sock");
        Path config = lab.write(CONFIG, config(edge, control));
        try {
            Files.createDirectories(CHROOT);
            Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Foreground process =
                lab.start(namespace, "openbgpd.log", "/usr/sbin/bgpd", "-d", "-v", "-f", config.toString());
        process.awaitListening(179);
        OpenBgpd daemon = new OpenBgpd(lab, edge, process, control);
        Patience.until("bgpd answers", () -> daemon.tool("show").attempt().exit() == 0, process::log);
        return daemon;
    }

    @Override
    public Foreground process() {
        return process;
    }

    @Override
    public boolean isEstablished(EdgeSession session) {
        return "Established".equals(neighbor(session).path("state").asString(""));
    }

    @Override
    public String status(EdgeSession session) {
        return tool("show", "neighbor", session.remote()).run();
    }

    JsonNode neighbor(EdgeSession session) {
        return json("show", "neighbor", session.remote()).path("neighbors").path(0);
    }

    @Override
    public List<HeardRoute> heard(EdgeSession session) {
        return each(json("show", "rib", "detail", "neighbor", session.remote(), "in")
                        .path("rib"))
                .map(OpenBgpd::route)
                .toList();
    }

    @Override
    public long countHeard(EdgeSession session) {
        JsonNode prefixes = neighbor(session).path("stats").path("prefixes");
        return prefixes.path("received").asLong(0);
    }

    @Override
    public void askForRefresh(EdgeSession session) {
        tool("neighbor", session.remote(), "refresh").run();
    }

    @Override
    public void shutDown(EdgeSession session, String text) {
        tool("neighbor", session.remote(), "down", text).run();
    }

    @Override
    public void bringUp(EdgeSession session) {
        tool("neighbor", session.remote(), "up").run();
    }

    @Override
    public void retry(EdgeSession session) {
        tool("neighbor", session.remote(), "clear").run();
    }

    @Override
    public void withdrawAll() {
        lab.write(CONFIG, config(edge.announcing(List.of()), control));
        tool("reload").run();
    }

    @Override
    public long updatesHeard(EdgeSession session) {
        JsonNode received = neighbor(session).path("stats").path("message").path("received");
        return received.path("updates").asLong(0);
    }

    @Override
    public String heardCease(Cease cease) {
        return "received notification: Cease";
    }

    Command tool(String... words) {
        return Command.of("bgpctl", "-s", control.toString()).and(words);
    }

    private JsonNode json(String... words) {
        return JsonMapper.shared().readTree(tool("-j").and(words).run());
    }

    private static HeardRoute route(JsonNode route) {
        return new HeardRoute(
                route.path("prefix").asString(""),
                route.path("exit_nexthop").asString(""),
                route.path("aspath").asString(""),
                words(route.path("communities")),
                words(route.path("large_communities")),
                words(route.path("extended_communities")).stream()
                        .map(value -> value.replace("rt ", "rt:"))
                        .toList());
    }

    private static List<String> words(JsonNode values) {
        return each(values).map(JsonNode::asString).toList();
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String config(Edge edge, Path control) {
        String head = """
                AS %d
                router-id %s
                fib-update no
                socket "%s"
                connect-retry 2
                holdtime min 3
                log updates
                """.formatted(edge.asn(), edge.routerId(), control);
        String listen = edge.sessions().stream()
                .map(session -> "listen on " + session.local() + "\n")
                .distinct()
                .collect(Collectors.joining());
        String networks = edge.routes().stream().map(OpenBgpd::network).collect(Collectors.joining());
        String neighbors = edge.sessions().stream().map(OpenBgpd::configured).collect(Collectors.joining());
        return head + listen + networks + neighbors + "allow from any\nallow to any\n";
    }

    private static String network(OwnRoute route) {
        String values = values("community", route.communities())
                + values("large-community", route.large())
                + values("ext-community rt", route.routeTargets());
        return "network " + route.prefix() + (values.isEmpty() ? "\n" : " set { " + values + "}\n");
    }

    private static String values(String list, List<String> values) {
        return values.stream().map(value -> list + " " + value + " ").collect(Collectors.joining());
    }

    private static String configured(EdgeSession session) {
        String family = session.isIpv6() ? "IPv6" : "IPv4";
        String other = session.isIpv6() ? "IPv4" : "IPv6";
        return """
                neighbor %s {
                  remote-as %d
                  local-address %s
                  holdtime %d
                  announce %s unicast
                  announce %s none
                  %s%s%s%s
                }
                """.formatted(
                        session.remote(),
                        session.remoteAs(),
                        session.local(),
                        session.holdSeconds(),
                        family,
                        other,
                        session.prefixMax() == 0 ? "" : "max-prefix " + session.prefixMax() + " restart 1\n",
                        session.passive() ? "passive\n" : "",
                        session.password().isEmpty() ? "" : "tcp md5sig password " + session.password() + "\n",
                        session.ttlSecurity() ? "ttl-security yes\n" : "");
    }
}
