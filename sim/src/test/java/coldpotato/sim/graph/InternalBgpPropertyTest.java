package coldpotato.sim.graph;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Full meshes of iBGP over an IGP: hot potato. */
class InternalBgpPropertyTest {
    @Provide
    Arbitrary<String> meshes() {
        return Graphs.fullMeshes();
    }

    @Property(tries = 10)
    void everyRouterLeavesByItsNearestExitAlsoWithALinkDown(
            @ForAll("meshes") String text, @ForAll long seed, @ForAll @IntRange(max = 100) int number) {
        Drill drill = Drill.ofInternal(text, seed, number).with(Fault.Kind.LOUD, number, Durations.seconds(1));
        assertThat(drill.whatGoesAstray()).as(() -> drill.file("ibgp-exit")).isEmpty();
    }

    @Property(tries = 10)
    void comesBackAfterAnyFault(
            @ForAll("meshes") String text,
            @ForAll long seed,
            @ForAll @IntRange(max = 100) int timing,
            @ForAll Fault.Kind kind,
            @ForAll @IntRange(max = 100) int number,
            @ForAll @LongRange(min = 1, max = 600_000) long millis) {
        Drill drill = Drill.ofInternal(text, seed, timing).with(kind, number, Durations.millis(millis));
        assertThat(drill.whatStays()).as(() -> drill.file("ibgp-fault")).isEmpty();
    }

    @Property(tries = 10)
    void convergesToTheSameTablesUnderAnySeedAndDelays(
            @ForAll("meshes") String text, @ForAll long seed, @ForAll @IntRange(min = 1) int timing) {
        Drill drill = Drill.ofInternal(text, seed, timing);
        assertThat(drill.whatDependsOnTiming())
                .as(() -> drill.file("ibgp-timing"))
                .isEmpty();
    }
}
