package coldpotato.scenarios.file;

import coldpotato.core.azure.Leg;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.operations.PeeringLeg;
import com.google.common.base.Ascii;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that name a peering of a circuit, {@code er-ams.private}, or one of its links, {@code er-ams.primary.private}. */
final class PeeringNames {
    private static final Pattern PEERING_PATTERN = Pattern.compile("([^.]+)\\.(private|microsoft)");

    private static final Pattern LEG_PATTERN = Pattern.compile("([^.]+)\\.(primary|secondary)\\.(private|microsoft)");

    /**
     * A peering.
     *
     * @param circuit whose
     */
    record OfCircuit(String circuit, PeeringKind kind) {}

    static final Value<OfCircuit> PEERING = value(
            new Form.Text("a peering such as er-ams.private", PEERING_PATTERN.pattern(), false),
            PeeringNames::peering,
            OfCircuit::circuit);

    static final Value<PeeringLeg> LEG = value(
            new Form.Text("a link of a peering such as er-ams.primary.private", LEG_PATTERN.pattern(), false),
            PeeringNames::leg,
            PeeringLeg::circuit);

    /** A link of a peering, or whoever else announces prefixes. */
    static final Value<String> ANNOUNCER = announcer();

    private PeeringNames() {}

    private static <T> Value<T> value(Form form, Function<String, Optional<T>> parser, Function<T, String> circuit) {
        String example = form instanceof Form.Text text
                ? text.what().substring(text.what().lastIndexOf(' ') + 1)
                : "";
        T standIn = parser.apply(example).orElseThrow();
        return new Value<>(form, reading -> standIn, (tree, reading) -> {
            Optional<T> named = tree instanceof Tree.Scalar scalar ? parser.apply(scalar.text()) : Optional.empty();
            if (named.isEmpty()) {
                reading.wrong(tree.place(), Forms.mismatch(form, tree));
                return standIn;
            }
            reading.names().refer(NameKind.CIRCUIT, circuit.apply(named.get()), tree.place());
            return named.get();
        });
    }

    private static Value<String> announcer() {
        Value<String> named = Words.reference(NameKind.ANNOUNCER);
        return new Value<>(named.form(), named.standIn(), (tree, reading) -> {
            boolean isLeg =
                    tree instanceof Tree.Scalar scalar && leg(scalar.text()).isPresent();
            return isLeg ? LEG.read(tree, reading).toString() : named.read(tree, reading);
        });
    }

    private static Optional<OfCircuit> peering(String text) {
        Matcher matcher = PEERING_PATTERN.matcher(text);
        return matcher.matches()
                ? Optional.of(new OfCircuit(matcher.group(1), PeeringKind.valueOf(Ascii.toUpperCase(matcher.group(2)))))
                : Optional.empty();
    }

    private static Optional<PeeringLeg> leg(String text) {
        Matcher matcher = LEG_PATTERN.matcher(text);
        return matcher.matches()
                ? Optional.of(new PeeringLeg(
                        matcher.group(1),
                        Leg.valueOf(Ascii.toUpperCase(matcher.group(2))),
                        PeeringKind.valueOf(Ascii.toUpperCase(matcher.group(3)))))
                : Optional.empty();
    }
}
