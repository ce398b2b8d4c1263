package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;

/** How a value may be written, as data: the schema and the key reference are made from it. */
sealed interface Form {

    /**
     * Text.
     *
     * @param what the unit or kind of thing, for people
     * @param pattern that the whole text matches, for editors; the reader may know more
     * @param number true if other YAML tools may take the text for a number
     */
    record Text(String what, String pattern, boolean number) implements Form {}

    /** A whole number, both limits included. */
    record Whole(long min, long max) implements Form {}

    /** One of a few words. */
    record Words(ImmutableList<String> words) implements Form {}

    /** A list of values of one form, or one such value alone. */
    record ListOf(Form item) implements Form {}

    /**
     * Names that the user chooses, each with a value.
     *
     * @param what is named
     */
    record Named(String what, Form value) implements Form {}

    /** Keys that are known. */
    record Keys(Shape shape) implements Form {}

    /** One of several forms. */
    record Either(ImmutableList<Form> forms) implements Form {}
}
