package coldpotato.scenarios.file;

import coldpotato.scenarios.file.Expectation.AsymmetryAt;
import coldpotato.scenarios.file.Expectation.BudgetClaim;
import coldpotato.scenarios.file.Expectation.OfFlow;
import coldpotato.scenarios.file.Expectation.OutcomeAt;
import coldpotato.scenarios.file.Expectation.RemedyAt;
import coldpotato.scenarios.reason.Technique;
import coldpotato.sim.flow.Outcome;
import coldpotato.sim.flow.Symmetry;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.BiFunction;

/** Expectations of flows. */
final class FlowClaimReader {
    private static final String AT = " at ";
    private static final ImmutableMap<String, Outcome> OUTCOMES =
            Maps.uniqueIndex(EnumSet.allOf(Outcome.class), Outcome::text);

    static final Key<String> FLOW = Key.optional(
            "flow", Words.reference(NameKind.FLOW), "not about a flow", "an expectation of these flows", "app");
    private static final DirectedKey<PercentRange> DELIVERED = DirectedKey.ofEach(
            "delivered", Ranges.PERCENT, "share of the packets that arrive, at every instant", "100%");
    private static final Key<ImmutableMap<String, PercentRange>> TO_SITE = Key.optional(
            "to-site",
            Value.byReference(NameKind.ELEMENT, Ranges.PERCENT),
            "not claimed",
            "share of the flows that pass a link, a node or a group on the way to the site",
            "{er-ams.primary: 40..60%}");
    private static final Key<ImmutableMap<String, PercentRange>> TO_AZURE = Key.optional(
            "to-azure",
            Value.byReference(NameKind.ELEMENT, Ranges.PERCENT),
            "not claimed",
            "share of the flows that pass a link, a node or a group on the way to Azure",
            "{er-ams.primary: 40..60%}");
    private static final DirectedKey<PercentRange> HIT =
            DirectedKey.ofEither("hit", Ranges.PERCENT, "share of the flows that were out at some time", "70..80%");
    private static final DirectedKey<DurationRange> OUTAGE = DirectedKey.ofEither(
            "outage", Ranges.DURATION, "how long those flows were out in all that were out", "120s..240s");
    private static final DirectedKey<ImmutableList<String>> PATH = DirectedKey.ofEach(
            "path",
            Value.list(Words.reference(NameKind.NODE)),
            "the nodes that every flow passes, all of them in order",
            "[hub.hosts, hub.gateway1, er-ams.msee1.private, ce1, amsterdam.hosts]");
    static final DirectedKey<ImmutableList<String>> VIA = DirectedKey.ofEach(
            "via",
            Value.list(Words.reference(NameKind.ELEMENT)),
            "links, nodes or groups that every flow passes, among others, or that the route leads to",
            "er-ams.primary");
    private static final Key<Boolean> SYMMETRIC = Key.optional(
            "symmetric", Words.SWITCH, "not claimed", "whether every flow comes back the way it goes", "true");
    private static final DirectedKey<OutcomeAt> OUTCOME = DirectedKey.ofEach(
            "outcome", outcome(), "what becomes of every packet, and where", "no-firewall-state at f1");

    private static final DirectedKey<PercentRange> MOVED = DirectedKey.ofEach(
            "moved",
            Ranges.PERCENT,
            "share of the flows that come to another path in the interval; a loss in between is none",
            "40..60%");
    private static final DirectedKey<CountRange> PATH_CHANGES = DirectedKey.ofEach(
            "path-changes", Ranges.COUNT, "how often each flow comes to another path in the interval", "0..1");

    private static final DirectedKey<Integer> DSCP = DirectedKey.ofEach(
            "dscp", Numbers.whole(0, 63), "the DSCP mark with which every packet that arrives does so", "46");

    private static final DirectedKey<Within> RESTORED = DirectedKey.ofEither(
            "restored",
            TimeValues.WITHIN,
            "when all flows were back that something took down, be it before the next entry of the timeline or as its consequence",
            "< 5s after cut");
    private static final DirectedKey<DurationRange> DETECTION =
            budget("detection", "until somebody noticed", "120s..180s");
    private static final DirectedKey<DurationRange> PROPAGATION =
            budget("propagation", "until the routers concerned had heard", "< 1s");
    private static final DirectedKey<DurationRange> DECISION = budget("decision", "until they had chosen", "0s..50ms");
    private static final DirectedKey<DurationRange> PROGRAMMING =
            budget("programming", "until what forwards was programmed", "50ms..15s");

    private static final Key<AsymmetryAt> ASYMMETRY = Key.optional(
            "asymmetry",
            wordAt(
                    "verdict on flows that come back another way",
                    ImmutableMap.of(
                            "none", Symmetry.SYMMETRIC, "harmless", Symmetry.HARMLESS, "dropped", Symmetry.DROPPED),
                    AsymmetryAt::new),
            "not claimed",
            "whether flows come back another way than they go, and whether one direction of them is dropped, and where",
            "dropped at f-net");
    private static final Key<RemedyAt> REMEDY = Key.optional(
            "remedy",
            wordAt("remedy", Maps.uniqueIndex(EnumSet.allOf(Technique.class), Technique::text), RemedyAt::new),
            "not claimed",
            "a change that would have mended flows that come back another way, rehearsed, and where it is made",
            "announce at er-ams.primary.microsoft");

    /** The keys that go with {@code flow}. */
    static final ImmutableList<Key<?>> SETTINGS = ImmutableList.<Key<?>>builder()
            .addAll(DELIVERED.keys())
            .add(TO_SITE, TO_AZURE)
            .addAll(HIT.keys())
            .addAll(OUTAGE.keys())
            .addAll(PATH.keys())
            .addAll(VIA.keys())
            .add(SYMMETRIC)
            .addAll(OUTCOME.keys())
            .addAll(DSCP.keys())
            .addAll(MOVED.keys())
            .addAll(PATH_CHANGES.keys())
            .addAll(RESTORED.keys())
            .addAll(DETECTION.keys())
            .addAll(PROPAGATION.keys())
            .addAll(DECISION.keys())
            .addAll(PROGRAMMING.keys())
            .add(ASYMMETRY, REMEDY)
            .build();

    private FlowClaimReader() {}

    private static DirectedKey<DurationRange> budget(String phase, String until, String example) {
        return DirectedKey.ofEither(phase, Ranges.DURATION, "how much of each flow's outage went by " + until, example);
    }

    static OfFlow claim(Fields fields) {
        ExpectationReader.checkClaims(fields, FLOW, SETTINGS);
        PerDirection<PercentRange> moved = MOVED.read(fields);
        PerDirection<CountRange> pathChanges = PATH_CHANGES.read(fields);
        if (fields.has(ExpectationReader.AT) && !(moved.isEmpty() && pathChanges.isEmpty())) {
            fields.wrong(ExpectationReader.AT, "nothing moves in an instant; say between, as in between: [cut, mend]");
        }
        if (fields.has(REMEDY) && fields.has(SeedsReader.KEY)) {
            fields.wrong(SeedsReader.KEY, "a remedy is found in tables, and luck has no part in it; leave out seeds");
        }
        return new OfFlow(
                fields.get(FLOW),
                DELIVERED.read(fields),
                new PerDirection<>(Optional.empty(), fields.find(TO_SITE), fields.find(TO_AZURE)),
                HIT.read(fields),
                OUTAGE.read(fields),
                PATH.read(fields),
                VIA.read(fields),
                fields.find(SYMMETRIC),
                OUTCOME.read(fields),
                moved,
                pathChanges,
                DSCP.read(fields),
                RESTORED.read(fields),
                new BudgetClaim(
                        DETECTION.read(fields),
                        PROPAGATION.read(fields),
                        DECISION.read(fields),
                        PROGRAMMING.read(fields)),
                fields.find(ASYMMETRY),
                fields.find(REMEDY));
    }

    /** One of some words, alone or with a place: {@code dropped at f-net}. */
    private static <W, T> Value<T> wordAt(
            String what, ImmutableMap<String, W> words, BiFunction<W, Optional<String>, T> made) {
        Form form = new Form.Text(
                "one of " + String.join(", ", words.keySet()) + ", alone or with at and a place",
                "(" + String.join("|", words.keySet()) + ")( at .+)?",
                false);
        return Value.scalar(form, made.apply(words.values().iterator().next(), Optional.empty()), (scalar, wrong) -> {
            String text = scalar.text();
            int at = text.indexOf(AT);
            String word = at < 0 ? text : text.substring(0, at);
            if (!words.containsKey(word)) {
                wrong.accept(Quoted.of(word) + " is no " + what + "; say one of " + String.join(", ", words.keySet())
                        + Spelling.hint(word, words.keySet()));
                return Optional.empty();
            }
            Optional<String> place = at < 0 ? Optional.empty() : Optional.of(text.substring(at + AT.length()));
            return Optional.of(made.apply(words.get(word), place));
        });
    }

    private static Value<OutcomeAt> outcome() {
        return wordAt("outcome", OUTCOMES, OutcomeAt::new);
    }
}
