package coldpotato.sim.graph;

import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import coldpotato.sim.plan.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network and what is done to it, as a file that a person can read and run again.
 *
 * <pre>
 *   seed 42
 *   timing 7            link delays are drawn by this number
 *   fault silent 1-2 for 37s    if any
 *   network as          as, ibgp or spp; its text follows
 *   1|2|-1
 * </pre>
 *
 * @param kind of the text
 * @param text of the network
 * @param seed of the run
 * @param timing draws the delays
 * @param fault what is done
 */
record Drill(String kind, String text, long seed, int timing, Optional<Fault> fault) {
    private static final Path FOLDER = Path.of("target", "drills");

    static Drill of(AsRelationships graph, long seed, int timing) {
        return new Drill("as", graph.toString(), seed, timing, Optional.empty());
    }

    static Drill ofInternal(String text, long seed, int timing) {
        return new Drill("ibgp", text, seed, timing, Optional.empty());
    }

    Drill with(Fault.Kind what, int number, long nanos) {
        SimulatedNetwork plain = GraphRun.run(plan(), seed);
        return new Drill(kind, text, seed, timing, Optional.of(Fault.of(plain, what, number, nanos)));
    }

    NetworkPlan plan() {
        try {
            return GraphRun.withDelays(
                    switch (kind) {
                        case "as" -> AsRelationships.parse(text).plan();
                        case "ibgp" -> InternalBgp.parse(text).plan();
                        default -> StablePaths.parse(text).plan();
                    },
                    timing);
        } catch (MalformedGraphException e) {
            throw new IllegalArgumentException(e);
        }
    }

    SimulatedNetwork run() {
        return GraphRun.run(plan(), seed);
    }

    /** What is not as before once the fault is gone; empty if it is as it was. */
    List<String> whatStays() {
        SimulatedNetwork network = run();
        Snapshot before = Snapshot.of(network);
        fault.ifPresent(what -> what.comeAndGo(network));
        return texts(before.differencesTo(Snapshot.of(network)));
    }

    /** What depends on delays and seed: the differences to a run with others. */
    List<String> whatDependsOnTiming() {
        Snapshot other = Snapshot.of(new Drill(kind, text, 0, 0, fault).run());
        return texts(other.differencesTo(Snapshot.of(run())));
    }

    /** Packets that do not go where they should, before the fault and, where a link is dark, while it lasts. */
    List<String> whatGoesAstray() {
        SimulatedNetwork network = run();
        List<String> astray = new ArrayList<>(astray(network, Optional.empty()));
        if (fault.isPresent() && fault.get().kind() == Fault.Kind.LOUD) {
            fault.get().come(network);
            GraphRun.settle(network);
            astray.addAll(astray(network, fault.map(Fault::element)));
        }
        return astray;
    }

    private List<String> astray(SimulatedNetwork network, Optional<String> cut) {
        try {
            return switch (kind) {
                case "as" -> Astray.of(AsRelationships.parse(text), network);
                case "ibgp" -> Astray.of(InternalBgp.parse(text), cut, network);
                default -> List.of();
            };
        } catch (MalformedGraphException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> texts(List<Snapshot.Difference> differences) {
        return differences.stream().map(Snapshot.Difference::toString).toList();
    }

    /** Writes it down, and says where it is and how to run it. */
    String file(String name) {
        Path file = FOLDER.resolve(name + ".drill");
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(file, toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this + "run it again: mvn -pl sim -am test -Dtest=DrillFileTest -Ddrill=" + file;
    }

    static Drill read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> head = new ArrayList<>();
        int at = 0;
        while (!lines.get(at).startsWith("network ")) {
            head.add(lines.get(at++));
        }
        return new Drill(
                lines.get(at).substring("network ".length()),
                String.join("\n", lines.subList(at + 1, lines.size())) + "\n",
                Long.parseLong(value(head, "seed").orElseThrow()),
                Integer.parseInt(value(head, "timing").orElseThrow()),
                value(head, "fault").map(Fault::parse));
    }

    private static Optional<String> value(List<String> head, String key) {
        return head.stream()
                .filter(line -> line.startsWith(key + " "))
                .map(line -> line.substring(key.length() + 1))
                .findFirst();
    }

    @Override
    public String toString() {
        return "seed " + seed + "\ntiming " + timing + "\n"
                + fault.map(what -> "fault " + what + "\n").orElse("")
                + "network " + kind + "\n" + text;
    }
}
