package coldpotato.scenarios.file;

import coldpotato.bgp.policy.Policy;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.grounds.AssumptionValues;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A scenario as the user meant it: names that the file defines are checked, times come to something. Names of the compiled
 * network are not checked yet; {@link #references} has them.
 *
 * @param name what it is called
 * @param about what happens
 * @param lesson what is to be learned
 * @param sources documents that say so
 * @param behaviours the documented behaviours that it shows, in the order of the file
 * @param seed with the network it decides everything
 * @param network sites, circuits and the rest, with the assumptions chosen
 * @param policies by name
 * @param flows whose fate is watched
 * @param timeline what happens, in the order of time and, at one time, of the file
 * @param expectations in the order of the file
 * @param times what the times come to
 * @param references names of links, nodes, sessions and groups of the compiled network
 */
public record Scenario(
        String name,
        String about,
        String lesson,
        ImmutableList<String> sources,
        ImmutableSet<DocumentedBehaviour> behaviours,
        long seed,
        HybridNetwork network,
        ImmutableMap<String, Policy> policies,
        ImmutableList<FlowSpec> flows,
        ImmutableList<TimelineEntry> timeline,
        ImmutableList<Expectation> expectations,
        Times times,
        ImmutableList<Reference> references) {

    /**
     * The references that lead nowhere in the compiled network.
     *
     * @param table the names that it has
     */
    public ImmutableList<Mistake> dangling(NameTable table) {
        return references.stream()
                .flatMap(reference -> reference.mistake(table).stream())
                .sorted()
                .collect(ImmutableList.toImmutableList());
    }

    /** The same with further entries of the timeline, whose times are counted from the start of the run. */
    public Scenario with(ImmutableList<TimelineEntry> entries) {
        return new Scenario(
                name,
                about,
                lesson,
                sources,
                behaviours,
                seed,
                network,
                policies,
                flows,
                ImmutableList.<TimelineEntry>builder()
                        .addAll(timeline)
                        .addAll(entries)
                        .build(),
                expectations,
                times.with(entries),
                references);
    }

    /** The same with another seed, which draws other moments for what comes in a stretch of time. */
    public Scenario withSeed(long other) {
        Times drawn = times.withSeed(other, timeline);
        return new Scenario(
                name,
                about,
                lesson,
                sources,
                behaviours,
                other,
                network,
                policies,
                flows,
                drawn.inOrder(timeline),
                expectations,
                drawn,
                references);
    }

    /** True if the seed has a say in what its timeline does when. */
    public boolean isDrawn() {
        return timeline.stream()
                .anyMatch(entry -> entry.when().isDrawn() || entry.action().isDrawn());
    }

    /** The same with other values for the assumptions. */
    public Scenario assuming(AssumptionValues values) {
        return new Scenario(
                name,
                about,
                lesson,
                sources,
                behaviours,
                seed,
                network.toBuilder().assumptions(values).build(),
                policies,
                flows,
                timeline,
                expectations,
                times,
                references);
    }

    /** The same in another network. */
    public Scenario with(HybridNetwork other) {
        return with(other, policies);
    }

    /** The same in another network, with other policies; every name that the network uses must be there. */
    public Scenario with(HybridNetwork other, ImmutableMap<String, Policy> others) {
        return new Scenario(
                name,
                about,
                lesson,
                sources,
                behaviours,
                seed,
                other,
                others,
                flows,
                timeline,
                expectations,
                times,
                references);
    }

    /** The same of which nothing is expected. */
    public Scenario unjudged() {
        return new Scenario(
                name,
                about,
                lesson,
                sources,
                behaviours,
                seed,
                network,
                policies,
                flows,
                timeline,
                ImmutableList.of(),
                times,
                references);
    }

    /** The files that it was read from, as far as places in its network, timeline and expectations tell. */
    public ImmutableSet<Path> files() {
        Stream<String> network =
                network().places().values().stream().map(place -> place.replaceFirst("(:[0-9]+){1,2}$", ""));
        Stream<String> others = Stream.concat(
                        timeline.stream().map(TimelineEntry::place),
                        expectations.stream().map(Expectation::place))
                .map(place -> place.source().path());
        return Stream.concat(network, others)
                .filter(path -> !path.startsWith("--"))
                .map(Path::of)
                .collect(ImmutableSet.toImmutableSet());
    }
}
