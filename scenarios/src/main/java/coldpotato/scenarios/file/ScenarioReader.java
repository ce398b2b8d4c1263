package coldpotato.scenarios.file;

import coldpotato.bgp.policy.Policy;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.grounds.AssumptionValues;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a scenario file in three steps: the tree as read, the tree as merged with the file that it extends and with the
 * command line, the scenario. Every mistake is found in one go.
 */
public final class ScenarioReader {
    private static final Key<String> NAME =
            Key.required("name", Words.TEXT, "what the scenario is called", "The primary link dies silently");
    private static final Key<String> ABOUT = Key.optional(
            "about", Words.TEXT, "none", "what happens, in a sentence or two", "Frames vanish and nobody is told.");
    private static final Key<String> LESSON = Key.optional(
            "lesson", Words.TEXT, "none", "what is to be learned", "Without BFD the hold timer has to notice.");
    private static final Key<ImmutableList<String>> SOURCES =
            Key.optional("sources", Value.list(Words.TEXT), "none", "documents that say so", "[expressroute-bfd.md]");
    private static final Key<ImmutableList<DocumentedBehaviour>> BEHAVIOURS = Key.optional(
            "behaviours",
            Value.list(DocumentedBehaviour.NUMBER),
            "none",
            "the documented behaviours that it shows in full, see the table of the catalog",
            "[S03, S06]");
    private static final Key<String> EXTENDS = Key.optional(
            FileTree.EXTENDS,
            Words.TEXT,
            "nothing",
            "a file beside this one that is laid under it: mappings merge key by key, everything else replaces, ~"
                    + " takes a key away",
            "base.yaml");
    private static final Key<Long> SEED = Key.usual(
            "seed",
            Numbers.wholeLong(0, Long.MAX_VALUE),
            "0",
            "with the network it decides everything; the same seed gives the same run",
            "42");
    private static final Key<TimeExpression> UNTIL = Key.optional(
            "until", TimeValues.TIME, "10m after the last time that the file mentions", "when the run ends", "2h");
    private static final Key<ImmutableMap<String, Placed<String>>> ASSUME = Key.optional(
            "assume",
            AssumeReader.CHOICES,
            "usual",
            "usual, best or worst for all assumptions, or values by name, with all for the rest, and documents for what the"
                    + " documents of a day said where they contradict each other",
            "{all: worst, msee-mrai: 30s}");
    private static final Key<ImmutableMap<String, Fields>> FLOWS = Key.optional(
            "flows",
            Value.named(NameKind.FLOW, FlowsReader.FLOW.value()),
            "none",
            "the traffic whose fate is watched, by name",
            "{app: {from: 10.20.1.4, to: 10.10.1.5, count: 1000}}");
    private static final Key<ImmutableMap<String, Fields>> TIMELINE = Key.optional(
            "timeline",
            Value.named(NameKind.EVENT, TimelineReader.ENTRY.value()),
            "nothing happens",
            "what happens when, by name",
            "{cut: {at: 10m, fail: er-ams.primary, how: silent}}");
    private static final Key<Expectations> EXPECT = Key.optional(
            "expect",
            Value.either(
                    Words.choice(ImmutableMap.of("refused", Expectations.REFUSED), Expectations.REFUSED),
                    Value.named(NameKind.EXPECTATION, ExpectationReader.EXPECTATION.value())
                            .map(named -> new Expectations(false, named))),
            "nothing",
            "what must be true, by name; or refused alone, if Azure refuses the network as it is",
            "{spread: {at: 5m, flow: app, delivered: 100%}}");

    /** All keys of a scenario file. */
    static final Shape SCENARIO = Shape.of(
            "a scenario",
            ImmutableList.<Key<?>>builder()
                    .add(NAME, ABOUT, LESSON, SOURCES, BEHAVIOURS, EXTENDS, SEED, UNTIL, ASSUME)
                    .addAll(NetworkReader.KEYS)
                    .addAll(PolicySections.KEYS)
                    .add(FLOWS, TIMELINE, EXPECT)
                    .build());

    /**
     * The section {@code expect}.
     *
     * @param refused true if it says only that
     */
    private record Expectations(boolean refused, ImmutableMap<String, Fields> named) {
        static final Expectations REFUSED = new Expectations(true, ImmutableMap.of());
        static final Expectations NONE = new Expectations(false, ImmutableMap.of());
    }

    private final Mistakes mistakes;
    private final Reading reading;

    private ScenarioReader(Source source, Mistakes mistakes) {
        this.mistakes = mistakes;
        this.reading = new Reading(source, mistakes);
    }

    /**
     * Reads a file.
     *
     * @param settings values that replace the file's, in order
     * @param assume choices that go before the file's, in order
     */
    public static ReadResult read(Path file, List<Setting> settings, List<AssumeChoice> assume) {
        Mistakes mistakes = new Mistakes();
        Optional<Tree.Mapping> tree =
                FileTree.read(file, mistakes).map(merged -> new Settings(SCENARIO, mistakes).apply(merged, settings));
        Optional<Scenario> scenario = tree.map(root -> read(root, assume, mistakes));
        return mistakes.isEmpty() || tree.isEmpty()
                ? new ReadResult(scenario, mistakes, Optional.empty())
                : readRest(Remainder.of(tree.get()), assume, mistakes);
    }

    private static Scenario read(Tree.Mapping root, List<AssumeChoice> assume, Mistakes mistakes) {
        return new ScenarioReader(root.place().source(), mistakes).read(root, assume);
    }

    /** Takes out what is wrong until nothing is: each time something is taken out, so this ends. */
    private static ReadResult readRest(Remainder whole, List<AssumeChoice> assume, Mistakes mistakes) {
        Optional<Remainder> rest = whole.without(mistakes.sorted());
        while (rest.isPresent()) {
            Mistakes again = new Mistakes();
            Scenario scenario = read(rest.get().tree(), assume, again);
            if (again.isEmpty()) {
                return new ReadResult(Optional.of(scenario), mistakes, rest);
            }
            rest.get().certain(again.sorted()).forEach(mistakes::add);
            rest = rest.get().without(again.sorted());
        }
        return new ReadResult(Optional.empty(), mistakes, Optional.empty());
    }

    private Scenario read(Tree.Mapping root, List<AssumeChoice> assume) {
        Fields fields = SCENARIO.value().read(root, reading);
        Places places = Places.of(root);
        HybridNetwork network = new NetworkReader(fields).read(assumptions(fields, assume), places.provenance());
        ImmutableMap<String, Policy> policies = PolicySections.policies(fields);
        ImmutableMap<String, Fields> timeline = fields.find(TIMELINE).orElse(ImmutableMap.of());
        ImmutableMap<String, TimelineEntry> entries = Entries.read(timeline, TimelineReader::entry);
        ImmutableList<FlowSpec> flows =
                Entries.read(fields.find(FLOWS), FlowsReader::flow).values().asList();
        ImmutableList<Expectation> expectations = expectations(fields, timeline);
        Times times = times(fields, entries);
        Scenario scenario = new Scenario(
                fields.get(NAME),
                fields.find(ABOUT).orElse(""),
                fields.find(LESSON).orElse(""),
                fields.find(SOURCES).orElse(ImmutableList.of()),
                ImmutableSet.copyOf(fields.find(BEHAVIOURS).orElse(ImmutableList.of())),
                fields.get(SEED),
                network,
                policies,
                flows,
                times.inOrder(entries.values()),
                expectations,
                times,
                reading.names().outsideFile());
        reading.names().check(mistakes);
        reading.checkAllAsked();
        if (mistakes.isEmpty()) {
            new Soundness(places, mistakes).check(scenario);
        }
        return mistakes.isEmpty() ? scenario.withSeed(scenario.seed()) : scenario;
    }

    private AssumptionValues assumptions(Fields fields, List<AssumeChoice> choices) {
        ImmutableList.Builder<ImmutableMap<String, Placed<String>>> all = ImmutableList.builder();
        fields.find(ASSUME).ifPresent(all::add);
        choices.forEach(choice -> all.add(AssumeReader.choice(choice)));
        return AssumeReader.values(all.build(), mistakes);
    }

    private ImmutableList<Expectation> expectations(Fields fields, ImmutableMap<String, Fields> timeline) {
        Expectations written = fields.find(EXPECT).orElse(Expectations.NONE);
        ImmutableList.Builder<Expectation> expectations = ImmutableList.builder();
        if (written.refused) {
            expectations.add(ExpectationReader.refusal("refused", Optional.empty(), fields.placeOf(EXPECT)));
        }
        timeline.forEach((name, entry) -> {
            if (TimelineReader.isRefused(entry)) {
                expectations.add(ExpectationReader.refusal(name + " is refused", Optional.of(name), entry.place()));
            }
        });
        written.named.forEach((name, entry) -> expectations.add(ExpectationReader.expectation(name, entry)));
        return expectations.build();
    }

    private Times times(Fields fields, ImmutableMap<String, TimelineEntry> entries) {
        if (entries.size() > TimelineReader.ENTRIES_MAX) {
            fields.wrong(TIMELINE, "more than " + TimelineReader.ENTRIES_MAX + " entries");
            return new Times(ImmutableMap.of(), 0);
        }
        Map<String, DrawnTime> written = Maps.transformValues(entries, TimelineEntry::when);
        Map<String, Long> extents =
                Maps.transformValues(entries, entry -> entry.action().extentNanos());
        return Times.resolve(written, extents, fields.find(UNTIL), reading);
    }
}
