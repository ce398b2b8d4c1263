package coldpotato.scenarios.file;

import coldpotato.core.azure.Leg;
import coldpotato.core.azure.operations.DirectPortOperation;
import coldpotato.core.azure.operations.Operation;
import com.google.common.base.Ascii;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link of a port pair, as in {@code dp-ams.primary}.
 *
 * @param port name of the pair
 */
record PortLink(String port, Leg leg) {
    private static final Pattern PATTERN = Pattern.compile("([^.]+)\\.(primary|secondary)");
    private static final Form FORM =
            new Form.Text("a link of a port pair such as dp-ams.primary", PATTERN.pattern(), false);
    private static final PortLink STAND_IN = new PortLink("", Leg.PRIMARY);

    static final Value<PortLink> VALUE = new Value<>(FORM, reading -> STAND_IN, PortLink::read);

    private static PortLink read(Tree tree, Reading reading) {
        Matcher matcher = PATTERN.matcher(tree instanceof Tree.Scalar scalar ? scalar.text() : "");
        if (!matcher.matches()) {
            reading.wrong(tree.place(), Forms.mismatch(FORM, tree));
            return STAND_IN;
        }
        reading.names().refer(NameKind.DIRECT_PORT, matcher.group(1), tree.place());
        return new PortLink(matcher.group(1), Leg.valueOf(Ascii.toUpperCase(matcher.group(2))));
    }

    Operation setEnabled(boolean enabled) {
        return new DirectPortOperation.SetAdminState(port, leg, enabled);
    }
}
