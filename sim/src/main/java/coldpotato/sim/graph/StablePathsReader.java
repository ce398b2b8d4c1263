package coldpotato.sim.graph;

import static coldpotato.sim.graph.GraphLines.check;

import coldpotato.sim.graph.GraphLines.BadLine;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads the text of {@link StablePaths}. */
final class StablePathsReader {
    /** Most nodes: each becomes a private AS of its own. */
    static final int NODES_MAX = 1000;

    /** Most nodes of a path. */
    static final int PATH_LENGTH_MAX = 100;

    private static final Splitter DASH = Splitter.on('-');
    private static final Comparator<String> HOPS = Comparator.<String>comparingInt(hop -> isNumber(hop) ? 0 : 1)
            .thenComparingLong(hop -> isNumber(hop) ? Long.parseLong(hop) : 0)
            .thenComparing(Comparator.naturalOrder());

    private final Map<String, ImmutableList<ImmutableList<String>>> permitted = new LinkedHashMap<>();
    private String origin = "";

    StablePaths read(String text) throws MalformedGraphException {
        GraphLines.read(text, this::line);
        ImmutableList.Builder<GraphMistake> mistakes = ImmutableList.builder();
        if (origin.isEmpty()) {
            mistakes.add(new GraphMistake(0, "no line says which node is the origin"));
        }
        // What a path leads over may stand further down, so it is looked at again when all is known.
        GraphLines.throwIfAny(mistakes.build());
        GraphLines.read(text, this::lookAgain);
        return new StablePaths(origin, ImmutableMap.copyOf(permitted));
    }

    private void line(String line) throws BadLine {
        if (isOrigin(line)) {
            List<String> words = GraphLines.words(line);
            check(words.size() == 2, "say: origin NODE");
            check(origin.isEmpty(), "there are two origins");
            origin = words.get(1);
            return;
        }
        String node = node(line);
        check(!permitted.containsKey(node), "node " + node + " is given twice");
        check(permitted.size() < NODES_MAX, "more than " + NODES_MAX + " nodes");
        permitted.put(node, paths(node, line.substring(line.indexOf(':') + 1)));
    }

    private void lookAgain(String line) throws BadLine {
        if (isOrigin(line)) {
            check(!permitted.containsKey(origin), "origin " + origin + " has a list of paths");
            return;
        }
        for (ImmutableList<String> path : permitted.get(node(line))) {
            String text = String.join("-", path);
            check(Iterables.getLast(path).equals(origin), "path " + text + " does not end at the origin " + origin);
            for (String hop : path.subList(0, path.size() - 1)) {
                check(permitted.containsKey(hop), "node " + hop + " of path " + text + " has no line");
            }
        }
    }

    private static boolean isOrigin(String line) {
        return GraphLines.words(line).get(0).equals("origin");
    }

    private static String node(String line) throws BadLine {
        int colon = line.indexOf(':');
        String node = line.substring(0, Math.max(0, colon)).strip();
        check(node.matches("[^\\s:=-]+"), "say: NODE: PATH PATH ..., or: origin NODE");
        return node;
    }

    private static ImmutableList<ImmutableList<String>> paths(String node, String text) throws BadLine {
        ImmutableList.Builder<ImmutableList<String>> ranked = ImmutableList.builder();
        for (String group : GraphLines.words(text)) {
            List<ImmutableList<String>> equal = new ArrayList<>();
            for (String path : Splitter.on('=').split(group)) {
                equal.add(path(node, path));
            }
            equal.sort(Comparator.comparing(path -> path.get(1), HOPS));
            ranked.addAll(equal);
        }
        return ranked.build();
    }

    private static ImmutableList<String> path(String node, String text) throws BadLine {
        ImmutableList<String> hops = ImmutableList.copyOf(DASH.split(text));
        check(hops.size() >= 2 && hops.get(0).equals(node), "path " + text + " does not begin at " + node);
        check(hops.stream().noneMatch(String::isEmpty), "path " + text + " has a gap");
        check(new LinkedHashSet<>(hops).size() == hops.size(), "path " + text + " goes round in a circle");
        check(hops.size() <= PATH_LENGTH_MAX, "a path has more than " + PATH_LENGTH_MAX + " nodes");
        return hops;
    }

    private static boolean isNumber(String hop) {
        return hop.matches("[0-9]{1,18}");
    }
}
