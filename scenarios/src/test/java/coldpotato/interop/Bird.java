package coldpotato.interop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** BIRD 2, asked by {@code birdc}. */
final class Bird implements Daemon {
    private final Foreground process;
    private final Path control;

    private Bird(Foreground process, Path control) {
        this.process = process;
        this.control = control;
    }

    static Bird start(Lab lab, Namespace namespace, Edge edge) {
        Path config = lab.write(namespace.name() + "/bird.conf", config(edge));
        Path control = config.resolveSibling("control");
        Foreground process = lab.start(
                namespace,
                namespace.name() + ".log",
                "bird",
                "-f",
                "-c",
                config.toString(),
                "-s",
                control.toString(),
                "-P",
                config.resolveSibling("pid").toString());
        process.awaitListening(179);
        return new Bird(process, control);
    }

    @Override
    public Foreground process() {
        return process;
    }

    @Override
    public boolean isEstablished(EdgeSession session) {
        return status(session).contains("BGP state:          Established");
    }

    @Override
    public String status(EdgeSession session) {
        return ask("show", "protocols", "all", session.name());
    }

    @Override
    public boolean bfdIsUp(EdgeSession session) {
        return ask("show", "bfd", "sessions")
                .lines()
                .anyMatch(line -> line.startsWith(session.remote() + " ") && line.contains(" Up "));
    }

    @Override
    public List<HeardRoute> heard(EdgeSession session) {
        List<List<String>> entries = new ArrayList<>();
        Stream.of("master4", "master6")
                .flatMap(table -> ask("show", "route", "all", "table", table, "protocol", session.name())
                        .lines())
                .forEach(line -> {
                    if (line.contains(" [" + session.name() + " ")) {
                        entries.add(new ArrayList<>(List.of(line.split(" ")[0])));
                    } else if (line.startsWith("\tBGP.")) {
                        entries.get(entries.size() - 1).add(line.strip());
                    }
                });
        return entries.stream().map(Bird::route).toList();
    }

    /** The IPv4 prefixes that it has heard over this session. */
    TreeSet<String> prefixesHeard(EdgeSession session) {
        return ask("show", "route", "table", "master4", "protocol", session.name())
                .lines()
                .filter(line -> line.contains(" [" + session.name() + " "))
                .map(line -> line.split(" ")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public long countHeard(EdgeSession session) {
        return count(session, "imported");
    }

    /** How many routes it announces over this session. */
    long countTold(EdgeSession session) {
        return count(session, "exported");
    }

    /** From {@code Routes: 1 imported, 2 exported, 0 preferred}. */
    private long count(EdgeSession session, String kind) {
        return status(session)
                .lines()
                .filter(line -> line.contains("Routes:"))
                .flatMap(line -> Stream.of(line.split("[:,]")))
                .filter(part -> part.endsWith(kind))
                .mapToLong(part -> Long.parseLong(part.strip().split(" ")[0]))
                .sum();
    }

    @Override
    public void askForRefresh(EdgeSession session) {
        ask("reload", "in", session.name());
    }

    @Override
    public void shutDown(EdgeSession session, String text) {
        ask("disable", session.name(), "\"" + text + "\"");
    }

    @Override
    public void bringUp(EdgeSession session) {
        ask("enable", session.name());
    }

    @Override
    public void retry(EdgeSession session) {
        ask("restart", session.name());
    }

    @Override
    public void withdrawAll() {
        ask("disable", "own4");
        ask("disable", "own6");
    }

    void announceAll() {
        ask("enable", "own4");
        ask("enable", "own6");
    }

    @Override
    public long updatesHeard(EdgeSession session) {
        return status(session)
                .lines()
                .filter(line -> line.contains("Import updates:"))
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[2]))
                .sum();
    }

    @Override
    public String heardCease(Cease cease) {
        return switch (cease) {
            case PREFIXES -> "Received: Maximum number of prefixes reached";
            case SHUTDOWN -> "Received: Administrative shutdown";
        };
    }

    String ask(String... words) {
        return Command.of("birdc", "-s", control.toString()).and(words).run();
    }

    private static HeardRoute route(List<String> entry) {
        return new HeardRoute(
                entry.get(0),
                attribute(entry, "next_hop").split(" ")[0],
                attribute(entry, "as_path"),
                values(attribute(entry, "community")),
                values(attribute(entry, "large_community")),
                values(attribute(entry, "ext_community")));
    }

    private static String attribute(List<String> entry, String name) {
        String start = "BGP." + name + ":";
        return entry.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElse("");
    }

    /** From {@code (12076,20001) (12076, 50002)}. */
    private static List<String> values(String list) {
        String plain = list.replaceAll(", ?", ":");
        return Stream.of(plain.split("[() ]+"))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String config(Edge edge) {
        String head = """
                log stderr all;
                debug protocols { states, events };
                router id %s;
                protocol device { scan time 3600; }
                protocol static own4 { ipv4; %s }
                protocol static own6 { ipv6; %s }
                """.formatted(edge.routerId(), routes(edge.ipv4()), routes(edge.ipv6()));
        String bfd = "protocol bfd { interface \"*\" { interval 300 ms; multiplier 3; }; }\n";
        String sessions =
                edge.sessions().stream().map(session -> session(edge, session)).collect(Collectors.joining());
        return head + (edge.usesBfd() ? bfd : "") + sessions;
    }

    private static String routes(List<OwnRoute> routes) {
        return routes.stream().map(Bird::route).collect(Collectors.joining(" "));
    }

    private static String route(OwnRoute route) {
        String values = add("community", route.communities(), "")
                + add("large_community", route.large(), "")
                + add("ext_community", route.routeTargets(), "rt,");
        return "route " + route.prefix() + " blackhole { " + values + " };";
    }

    private static String add(String list, List<String> values, String kind) {
        return values.stream()
                .map(value -> "bgp_" + list + ".add((" + kind + value.replace(':', ',') + "));")
                .collect(Collectors.joining(" "));
    }

    private static String session(Edge edge, EdgeSession session) {
        String limit = session.prefixMax() == 0 ? "" : " import limit " + session.prefixMax() + " action restart;";
        return """
                protocol bgp %s {
                  local %s as %d; neighbor %s as %d; direct; hold time %d; error wait time 1, 2;
                  connect delay time 1; connect retry time 2; startup hold time 10;
                  %s { import all; export where source = RTS_STATIC;%s };
                  %s%s%s%s
                }
                """.formatted(
                        session.name(),
                        session.local(),
                        edge.asn(),
                        session.remote(),
                        session.remoteAs(),
                        session.holdSeconds(),
                        session.isIpv6() ? "ipv6" : "ipv4",
                        limit,
                        session.passive() ? "passive; " : "",
                        session.password().isEmpty() ? "" : "password \"" + session.password() + "\"; ",
                        session.ttlSecurity() ? "ttl security; " : "",
                        session.bfd() ? "bfd; " : "");
    }
}
