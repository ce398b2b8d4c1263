package coldpotato.sim.graph;

import static coldpotato.sim.graph.GraphLines.check;
import static coldpotato.sim.graph.GraphLines.number;

import coldpotato.core.net.Asn;
import coldpotato.sim.graph.GraphLines.BadLine;
import coldpotato.sim.graph.InternalBgp.ExternalRoute;
import coldpotato.sim.graph.InternalBgp.IgpLink;
import coldpotato.sim.graph.InternalBgp.Session;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the text of {@link InternalBgp}. */
final class InternalBgpReader {
    /** Highest BGP identifier and cluster, which are counted from 1 here. */
    static final int ID_MAX = 65535;

    /** Longest AS path of an external route. */
    static final int LENGTH_MAX = 250;

    private static final int COST_MAX = 1_000_000;
    private static final ImmutableSet<String> ROUTE_KEYS = ImmutableSet.of("at", "as", "len", "med", "lp", "id");

    private final Set<String> mentioned = new LinkedHashSet<>();
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final Map<String, Integer> clusters = new LinkedHashMap<>();
    private final Map<ImmutableList<String>, IgpLink> igp = new LinkedHashMap<>();
    private final Map<ImmutableList<String>, Session> sessions = new LinkedHashMap<>();
    private final Map<String, ExternalRoute> routes = new LinkedHashMap<>();

    InternalBgp read(String text) throws MalformedGraphException {
        GraphLines.read(text, line -> line(GraphLines.words(line)));
        ImmutableMap<String, Integer> routers = routers();
        checkNames(routers);
        return new InternalBgp(
                routers,
                ImmutableMap.copyOf(clusters),
                ImmutableList.copyOf(igp.values()),
                ImmutableList.copyOf(sessions.values()),
                ImmutableList.copyOf(routes.values()));
    }

    private void line(List<String> words) throws BadLine {
        switch (words.get(0)) {
            case "igp" -> igp(words);
            case "ibgp" -> session(words, ImmutableSet.of());
            case "client" -> session(words, ImmutableSet.of(word(words, 2)));
            case "route" -> route(words);
            case "rid" -> numbered(words, ids);
            case "cluster" -> numbered(words, clusters);
            default -> throw new BadLine(words.get(0) + " is none of igp, ibgp, client, route, rid and cluster");
        }
    }

    private void igp(List<String> words) throws BadLine {
        check(words.size() == 4, "say: igp ROUTER ROUTER COST");
        IgpLink link = new IgpLink(words.get(1), words.get(2), number(words.get(3), 1, COST_MAX));
        check(igp.put(pair(words), link) == null, "there are two links between " + link.a() + " and " + link.b());
    }

    private void session(List<String> words, ImmutableSet<String> clients) throws BadLine {
        check(words.size() == 3, "say: " + words.get(0) + " ROUTER ROUTER");
        ImmutableList<String> ends = pair(words);
        // Said twice, it is one session; two routers may even be clients of each other.
        sessions.merge(
                ends,
                new Session(ends.get(0), ends.get(1), clients),
                (one, other) -> new Session(
                        one.a(),
                        one.b(),
                        Sets.union(one.clients(), other.clients()).immutableCopy()));
    }

    private void route(List<String> words) throws BadLine {
        check(words.size() % 2 == 0, "say: route NAME at ROUTER as AS [len N] [med N] [lp N] [id N]");
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 2; i < words.size(); i += 2) {
            check(ROUTE_KEYS.contains(words.get(i)), words.get(i) + " is none of " + String.join(", ", ROUTE_KEYS));
            check(given.put(words.get(i), words.get(i + 1)) == null, words.get(i) + " is given twice");
        }
        check(given.containsKey("at") && given.containsKey("as"), "a route needs: at ROUTER as AS");
        String name = words.get(1);
        check(!routes.containsKey(name), "there are two routes " + name);
        mentioned.add(given.get("at"));
        routes.put(
                name,
                new ExternalRoute(
                        name,
                        given.get("at"),
                        asn(given.get("as")),
                        number(given.getOrDefault("len", "1"), 1, LENGTH_MAX),
                        number(given.getOrDefault("med", "0"), 0, Integer.MAX_VALUE),
                        number(given.getOrDefault("lp", "100"), 0, Integer.MAX_VALUE),
                        number(given.getOrDefault("id", Integer.toString(routes.size() + 1)), 1, ID_MAX)));
    }

    private static Asn asn(String text) throws BadLine {
        Asn asn = Asn.tryParse(text).orElseThrow(() -> new BadLine(text + " is no AS number"));
        check(asn.value() != 0 && !asn.equals(InternalBgp.OWN_AS), "AS " + text + " is not that of a neighbour");
        return asn;
    }

    private void numbered(List<String> words, Map<String, Integer> numbers) throws BadLine {
        check(words.size() == 3, "say: " + words.get(0) + " ROUTER NUMBER");
        String router = words.get(1);
        check(numbers.put(router, number(words.get(2), 1, ID_MAX)) == null, router + " has it already");
    }

    private ImmutableList<String> pair(List<String> words) throws BadLine {
        String a = words.get(1);
        String b = words.get(2);
        check(!a.equals(b), a + " is joined to itself");
        mentioned.add(a);
        mentioned.add(b);
        return ImmutableList.sortedCopyOf(List.of(a, b));
    }

    private static String word(List<String> words, int index) throws BadLine {
        check(words.size() > index, "say: " + words.get(0) + " REFLECTOR CLIENT");
        return words.get(index);
    }

    private ImmutableMap<String, Integer> routers() {
        ImmutableMap.Builder<String, Integer> routers = ImmutableMap.builder();
        int place = 0;
        for (String router : mentioned) {
            place++;
            routers.put(router, ids.getOrDefault(router, place));
        }
        return routers.buildOrThrow();
    }

    private void checkNames(ImmutableMap<String, Integer> routers) throws MalformedGraphException {
        ImmutableList.Builder<GraphMistake> mistakes = ImmutableList.builder();
        for (String router : Sets.union(ids.keySet(), clusters.keySet())) {
            if (!routers.containsKey(router)) {
                mistakes.add(new GraphMistake(0, router + " has a number, but neither a link, a session nor a route"));
            }
        }
        if (ImmutableSet.copyOf(routers.values()).size() < routers.size()) {
            mistakes.add(new GraphMistake(0, "two routers have the same identifier: " + routers));
        }
        Sets.intersection(routers.keySet(), routes.keySet())
                .forEach(name -> mistakes.add(new GraphMistake(0, name + " is both a router and a route")));
        GraphLines.throwIfAny(mistakes.build());
    }
}
