package coldpotato.scenarios.file;

import coldpotato.scenarios.file.Expectation.Claim;
import coldpotato.scenarios.file.Expectation.When;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The section {@code expect}. Each entry has one key that says what it is about, and others that say what is true of it. */
final class ExpectationReader {
    /** What {@code refused} says for the network as the file has it. */
    private static final String NETWORK = "network";

    static final Key<TimeExpression> AT = Key.optional(
            "at",
            TimeValues.TIME,
            "from the first entry of the timeline to the end",
            "the time at which it is true, after all events of that time",
            "cut - 1m");
    private static final Key<ImmutableList<TimeExpression>> BETWEEN = Key.optional(
            "between",
            TimeValues.INTERVAL,
            "from the first entry of the timeline to the end",
            "the interval over which it is true",
            "[cut, mend]");
    static final Key<String> NODE = Key.optional(
            "node",
            Words.reference(NameKind.NODE),
            "needed with route, interface and neighbour",
            "the node whose route, interface or neighbour it is",
            "ce1");
    static final Key<String> BECAUSE = Key.optional(
            "because",
            Words.TEXT,
            "not claimed",
            "a part of the reason (with session and down, and with refused)",
            "hold timer");
    private static final Key<String> REFUSED = Key.optional(
            "refused",
            Words.TEXT,
            "not about a refusal",
            "Azure refuses an entry of the timeline, or with network the file as it is",
            "downgrade");
    private static final Key<Boolean> CONVERGES =
            Key.optional("converges", Words.SWITCH, "not about the run", "whether routing settles in the end", "false");
    private static final Key<TimeExpression> SAME_AS = Key.optional(
            "same-as",
            TimeValues.TIME,
            "not about sameness",
            "tables, session states and flow paths are as they were at that time (uptimes and counters are not compared)",
            "cut - 1m");

    private static final ImmutableMap<Key<?>, Function<Fields, Claim>> KINDS =
            ImmutableMap.<Key<?>, Function<Fields, Claim>>builder()
                    .put(FlowClaimReader.FLOW, FlowClaimReader::claim)
                    .put(SessionClaimReader.SESSION, SessionClaimReader::claim)
                    .put(RouteClaimReader.ROUTE, RouteClaimReader::claim)
                    .put(InterfaceClaimReader.INTERFACE, InterfaceClaimReader::claim)
                    .put(PortalClaimReader.METRIC, PortalClaimReader::metric)
                    .put(PortalClaimReader.ARP, PortalClaimReader::arp)
                    .put(PortalClaimReader.EFFECTIVE_ROUTE, PortalClaimReader::effectiveRoute)
                    .put(PortalClaimReader.LEARNED_ROUTES, PortalClaimReader::learned)
                    .put(PortalClaimReader.ADVERTISED_ROUTES, PortalClaimReader::advertised)
                    .put(ClientsClaimReader.CLIENTS, ClientsClaimReader::claim)
                    .put(LoadClaimReader.LOAD, LoadClaimReader::claim)
                    .put(LoadClaimReader.TO_SITE, LoadClaimReader::claim)
                    .put(LoadClaimReader.TO_AZURE, LoadClaimReader::claim)
                    .put(REFUSED, ExpectationReader::refused)
                    .put(CONVERGES, fields -> new Expectation.Converges(fields.get(CONVERGES)))
                    .put(SAME_AS, ExpectationReader::sameAs)
                    .buildOrThrow();

    static final Shape EXPECTATION = Shape.of(
            "an expectation",
            ImmutableList.<Key<?>>builder()
                    .add(AT, BETWEEN)
                    .addAll(KINDS.keySet())
                    .add(NODE)
                    .addAll(FlowClaimReader.SETTINGS)
                    .addAll(SessionClaimReader.SETTINGS)
                    .addAll(RouteClaimReader.SETTINGS)
                    .addAll(InterfaceClaimReader.SETTINGS)
                    .addAll(PortalClaimReader.SETTINGS)
                    .addAll(ClientsClaimReader.SETTINGS)
                    .add(BECAUSE, SeedsReader.KEY)
                    .build());

    private ExpectationReader() {}

    static Expectation expectation(String name, Fields fields) {
        List<Key<?>> kinds = new ArrayList<>(KINDS.keySet());
        kinds.removeIf(kind -> !fields.has(kind));
        if (kinds.isEmpty()) {
            fields.reading()
                    .wrong(
                            fields.place(),
                            "the expectation does not say what it is about; say one of " + names(KINDS.keySet()));
            return new Expectation(name, when(fields), new Expectation.Converges(true), fields.place());
        }
        if (kinds.size() > 1) {
            fields.wrong(
                    kinds.get(1), "one expectation is about one thing, not " + names(kinds) + "; make one of each");
        }
        Claim claim = KINDS.get(kinds.get(0)).apply(fields);
        boolean timeless = claim instanceof Expectation.Refused || claim instanceof Expectation.Converges;
        return new Expectation(
                name, timeless ? Optional.empty() : when(fields), claim, fields.find(SeedsReader.KEY), fields.place());
    }

    /** Tells of an expectation that names something and claims nothing of it. */
    static void checkClaims(Fields fields, Key<?> about, ImmutableList<Key<?>> claims) {
        if (claims.stream().noneMatch(fields::has)) {
            fields.wrong(about, "nothing is expected of it; say one of " + names(claims));
        }
    }

    /** The expectation that {@code expect: refused} stands for. */
    static Expectation refusal(String name, Optional<String> event, Place place) {
        return new Expectation(name, Optional.empty(), new Expectation.Refused(event, Optional.empty()), place);
    }

    private static Optional<When> when(Fields fields) {
        Optional<ImmutableList<TimeExpression>> between = fields.find(BETWEEN);
        Optional<TimeExpression> at = fields.find(AT);
        if (at.isPresent() && between.isPresent()) {
            fields.wrong(BETWEEN, "at and between contradict each other; say one of them");
        }
        if (between.isPresent() && between.get().size() != 2) {
            fields.wrong(BETWEEN, "an interval has two ends, as in between: [cut, mend]");
            return Optional.empty();
        }
        return at.map(time -> new When(time, time))
                .or(() -> between.map(ends -> new When(ends.get(0), Iterables.getLast(ends))));
    }

    private static Claim refused(Fields fields) {
        String what = fields.get(REFUSED);
        if (what.equals(NETWORK)) {
            return new Expectation.Refused(Optional.empty(), fields.find(BECAUSE));
        }
        fields.reading().names().refer(NameKind.EVENT, what, fields.placeOf(REFUSED));
        return new Expectation.Refused(Optional.of(what), fields.find(BECAUSE));
    }

    private static Claim sameAs(Fields fields) {
        if (!fields.has(AT)) {
            fields.wrong(SAME_AS, "same-as compares two times; say at which time too, as in at: end");
        }
        return new Expectation.SameAs(fields.get(SAME_AS));
    }

    private static String names(Iterable<Key<?>> keys) {
        return ImmutableList.copyOf(keys).stream().map(Key::name).collect(Collectors.joining(", "));
    }
}
