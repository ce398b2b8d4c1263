package coldpotato.scenarios.file;

import coldpotato.core.azure.grounds.Catalogue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Function;

/** Values that are words: free text, names, one of a few. */
final class Words {
    /** Any text of at least one visible character. */
    static final Value<String> TEXT = Value.scalar(new Form.Text("text", ".*\\S.*", true), "", (scalar, wrong) -> {
        if (scalar.text().isBlank()) {
            wrong.accept("says nothing");
        }
        return Optional.of(scalar.text());
    });

    /** Any text, none at all included. */
    static final Value<String> MAYBE_NOTHING =
            Value.scalar(new Form.Text("text", ".*", true), "", (scalar, wrong) -> Optional.of(scalar.text()));

    private static final String NAME_PATTERN = "[A-Za-z0-9:][A-Za-z0-9._:-]{0,99}";

    /** The name of a router or of a peer; an address will do. */
    static final Value<String> NAME = Value.scalar(
            new Form.Text("a name of letters, digits, dots, colons, - and _", NAME_PATTERN, true),
            "",
            (scalar, wrong) -> {
                boolean fits = scalar.text().matches(NAME_PATTERN);
                if (!fits) {
                    wrong.accept(Quoted.of(scalar.text())
                            + " is not a name; take letters, digits, dots, colons, - and _, at most 100");
                }
                return Optional.of(scalar.text()).filter(any -> fits);
            });

    /** True or false; {@code on} and {@code off} say the same. */
    static final Value<Boolean> SWITCH =
            choice(ImmutableMap.of("on", true, "off", false, "true", true, "false", false), false);

    private Words() {}

    /** One of a few words. */
    static <T> Value<T> choice(ImmutableMap<String, T> choices, T standIn) {
        ImmutableList<String> words = choices.keySet().asList();
        return Value.scalar(new Form.Words(words), standIn, (scalar, wrong) -> {
            T chosen = choices.get(scalar.text());
            if (chosen == null) {
                wrong.accept(Quoted.of(scalar.text()) + " is none of " + String.join(", ", words)
                        + Spelling.hint(scalar.text(), words));
            }
            return Optional.ofNullable(chosen);
        });
    }

    /** The name of something that the documents list, whatever the case of its letters; becomes the listed name. */
    static <T> Value<T> listed(String what, Catalogue<T> catalogue) {
        Form form = new Form.Text("name of " + what, ".*\\S.*", true);
        return Value.scalar(form, catalogue.all().get(0), (scalar, wrong) -> {
            Optional<T> found = catalogue.find(scalar.text());
            if (found.isEmpty()) {
                wrong.accept(Quoted.of(scalar.text()) + " is not the name of " + what
                        + Spelling.hint(scalar.text(), catalogue));
            }
            return found;
        });
    }

    /** A name that is known from now on; one that was known before may come again, at another time. */
    static Value<String> definition(NameKind kind) {
        return definition(kind, reading -> reading.names().defined(kind));
    }

    /** A name that is known from now on and was not before. */
    static Value<String> newName(NameKind kind) {
        return definition(kind, reading -> ImmutableSet.of());
    }

    /** @param again names that may be defined once more */
    private static Value<String> definition(NameKind kind, Function<Reading, ImmutableSet<String>> again) {
        Form form = new Form.Text("name of a " + kind.text(), Names.PATTERN, true);
        Value<String> text = Value.scalar(form, "", (scalar, wrong) -> Optional.of(scalar.text()));
        return new Value<>(form, text.standIn(), (tree, reading) -> {
            boolean named = tree instanceof Tree.Scalar && !tree.isNull();
            if (named && !again.apply(reading).contains(((Tree.Scalar) tree).text())) {
                reading.names().define(kind, (Tree.Scalar) tree, reading.mistakes());
            }
            return text.read(tree, reading);
        });
    }

    /** A name that stands for something defined elsewhere. */
    static Value<String> reference(NameKind kind) {
        Form form = new Form.Text("name of a " + kind.text(), ".*\\S.*", true);
        Value<String> text = Value.scalar(form, "", (scalar, wrong) -> Optional.of(scalar.text()));
        return new Value<>(form, text.standIn(), (tree, reading) -> {
            if (tree instanceof Tree.Scalar scalar && !tree.isNull()) {
                reading.names().refer(kind, scalar.text(), scalar.place());
            }
            return text.read(tree, reading);
        });
    }

    static Value<ImmutableSet<String>> references(NameKind kind) {
        return Value.list(reference(kind)).map(ImmutableSet::copyOf);
    }
}
