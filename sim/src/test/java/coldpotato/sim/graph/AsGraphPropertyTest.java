package coldpotato.sim.graph;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Networks of ASes that keep to the rules of Gao and Rexford, with routers that do not look at history. */
class AsGraphPropertyTest {
    @Provide
    Arbitrary<AsRelationships> graphs() {
        return Graphs.asGraphs();
    }

    @Property(tries = 10)
    void convergesToTheSameTablesUnderAnySeedAndDelays(
            @ForAll("graphs") AsRelationships graph, @ForAll long seed, @ForAll @IntRange(min = 1) int timing) {
        Drill drill = Drill.of(graph, seed, timing);
        assertThat(drill.whatDependsOnTiming())
                .as(() -> drill.file("as-timing"))
                .isEmpty();
    }

    @Property(tries = 10)
    void comesBackAfterAnyFault(
            @ForAll("graphs") AsRelationships graph,
            @ForAll long seed,
            @ForAll @IntRange(max = 100) int timing,
            @ForAll Fault.Kind kind,
            @ForAll @IntRange(max = 100) int number,
            @ForAll @LongRange(min = 1, max = 600_000) long millis) {
        Drill drill = Drill.of(graph, seed, timing).with(kind, number, Durations.millis(millis));
        assertThat(drill.whatStays()).as(() -> drill.file("as-fault")).isEmpty();
    }

    @Property(tries = 10)
    void packetsTakeTheWayThatTheAsPathSaysAlsoWithALinkDown(
            @ForAll("graphs") AsRelationships graph, @ForAll long seed, @ForAll @IntRange(max = 100) int number) {
        Drill drill = Drill.of(graph, seed, 0).with(Fault.Kind.LOUD, number, Durations.seconds(1));
        assertThat(drill.whatGoesAstray()).as(() -> drill.file("as-path")).isEmpty();
    }
}
