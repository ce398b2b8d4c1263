package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The names that a file defines and uses. */
final class Names {
    static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9_-]*";
    /** Events and expectations are read by people only. */
    static final String TITLE_PATTERN = "[A-Za-z0-9][^\\x00-\\x1f\\x7f]*";

    private static final int LENGTH_MAX = 100;
    private static final Pattern NAME = Pattern.compile(PATTERN);
    private static final Pattern TITLE = Pattern.compile(TITLE_PATTERN);

    private final Map<NameKind, Map<String, Place>> defined = new EnumMap<>(NameKind.class);
    private final Map<String, NameKind> network = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();

    /** Makes a name known; false, after telling why, if it cannot be one. */
    boolean define(NameKind kind, Tree.Scalar name, Mistakes mistakes) {
        Pattern pattern = kind.isTitle() ? TITLE : NAME;
        if (name.text().length() > LENGTH_MAX || !pattern.matcher(name.text()).matches()) {
            mistakes.add(
                    name.place(),
                    Quoted.of(name.text()) + " cannot be the name of " + article(kind)
                            + "; take letters, digits, - and _, at most " + LENGTH_MAX);
            return false;
        }
        NameKind other = kind.isPartOfNetwork() ? network.putIfAbsent(name.text(), kind) : null;
        Place before =
                defined.computeIfAbsent(kind, any -> new LinkedHashMap<>()).putIfAbsent(name.text(), name.place());
        if (other != null || before != null) {
            NameKind first = other == null ? kind : other;
            mistakes.add(
                    name.place(),
                    Quoted.of(name.text()) + " is already the name of " + article(first) + " ("
                            + defined.get(first).get(name.text())
                            + "); what stands in the network needs a name of its own");
        }
        return true;
    }

    private static String article(NameKind kind) {
        return ("aeioAEIO".indexOf(kind.text().charAt(0)) >= 0 ? "an " : "a ") + kind.text();
    }

    void refer(NameKind kind, String name, Place place) {
        references.add(new Reference(kind, name, place));
    }

    ImmutableSet<String> defined(NameKind kind) {
        return switch (kind) {
            case ANNOUNCER ->
                names(
                        NameKind.SITE,
                        NameKind.VIRTUAL_NETWORK,
                        NameKind.CLOUD,
                        NameKind.INTERNET_LINK,
                        NameKind.VPN_CONNECTION,
                        NameKind.APPLIANCE);
            case GATEWAY_OWNER -> names(NameKind.VIRTUAL_NETWORK, NameKind.HUB);
            case NAT -> names(NameKind.SOURCE_NAT, NameKind.DESTINATION_NAT);
            case FLOW_KEEPER -> names(NameKind.FIREWALL, NameKind.APPLIANCE);
            case SUBSCRIBED -> names(NameKind.CIRCUIT, NameKind.VIRTUAL_NETWORK, NameKind.HUB);
            default -> named(kind);
        };
    }

    private ImmutableSet<String> names(NameKind first, NameKind... more) {
        return Lists.asList(first, more).stream()
                .flatMap(kind -> named(kind).stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    private ImmutableSet<String> named(NameKind kind) {
        Map<String, Place> names = defined.get(kind);
        return names == null ? ImmutableSet.of() : ImmutableSet.copyOf(names.keySet());
    }

    /** Tells of the names that lead nowhere, of those that the file itself defines. */
    void check(Mistakes mistakes) {
        for (Reference reference : references) {
            if (reference.kind().inFile() && !defined(reference.kind()).contains(reference.name())) {
                mistakes.add(reference.place(), dangling(reference, defined(reference.kind())));
            }
        }
    }

    static String dangling(Reference reference, Iterable<String> known) {
        return "there is no " + reference.kind().text() + " " + Quoted.of(reference.name())
                + Spelling.hintOrAll(reference.name(), known);
    }

    /** The names that only the compiled network can tell right from wrong. */
    ImmutableList<Reference> outsideFile() {
        return references.stream()
                .filter(reference -> !reference.kind().inFile())
                .collect(ImmutableList.toImmutableList());
    }
}
