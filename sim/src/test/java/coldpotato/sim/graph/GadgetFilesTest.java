package coldpotato.sim.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The gadgets that lie beside the repository. The first line of each says how many stable states it has: none means that it
 * must be found to go round in circles, one or more that it settles in one of them under most delays.
 */
class GadgetFilesTest {
    private static final int TIMINGS = 5;
    private static final String FIRST_LINE = "# stable states: ";

    @TestFactory
    Stream<DynamicTest> behavesAsDocumented() throws IOException {
        Path folder = folder();
        if (!Files.exists(folder)) {
            String absent = "the collection of gadgets does not lie beside the repository";
            return Stream.of(DynamicTest.dynamicTest(absent, () -> assumeTrue(false, absent)));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream()
                    .filter(file ->
                            file.toString().endsWith(".spp") || file.toString().endsWith(".ibgp"))
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> judge(file)));
        }
    }

    private static Path folder() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.exists(root.resolve(".git"))) {
            root = root.getParent();
        }
        return root.resolveSibling("shared").resolve("topologies/gadgets");
    }

    private static void judge(Path file) throws IOException, MalformedGraphException {
        String text = Files.readString(file);
        String firstLine = text.lines().findFirst().orElseThrow();
        assertThat(firstLine).startsWith(FIRST_LINE);
        boolean hasStableState = !firstLine.equals(FIRST_LINE + "0");
        int settled = file.toString().endsWith(".spp") ? settledPaths(StablePaths.parse(text)) : settledAs(text);
        if (hasStableState) {
            assertThat(settled).isGreaterThan(TIMINGS / 2);
        } else {
            assertThat(settled).isZero();
        }
    }

    /** Under how many delays the gadget settles; each time in a stable state. */
    private static int settledPaths(StablePaths gadget) {
        List<SimulatedNetwork> settled = settled(gadget.plan());
        for (SimulatedNetwork network : settled) {
            assertThat(new StableState(gadget, GraphRun.paths(gadget, network)).whoWouldChange())
                    .isEmpty();
        }
        return settled.size();
    }

    private static int settledAs(String text) throws MalformedGraphException {
        return settled(InternalBgp.parse(text).plan()).size();
    }

    private static List<SimulatedNetwork> settled(NetworkPlan plan) {
        List<SimulatedNetwork> settled = new ArrayList<>();
        for (int timing = 0; timing < TIMINGS; timing++) {
            SimulatedNetwork network = GraphRun.run(GraphRun.withDelays(plan, timing), timing);
            if (network.oscillation().isEmpty()) {
                settled.add(network);
            }
        }
        return settled;
    }
}
