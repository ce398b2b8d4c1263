package coldpotato.scenarios.file;

import coldpotato.core.azure.grounds.Catalogue;
import com.google.common.collect.ImmutableList;

/** Guesses what the user meant to write. */
final class Spelling {
    /** Longer words are not compared: nobody mistypes a page of text. */
    private static final int LENGTH_MAX = 80;

    /** More known words than this are not told of. */
    private static final int KNOWN_SHOWN_MAX = 8;

    private Spelling() {}

    /** {@code ; did you mean "x"?}, or nothing if no known word is near. */
    static String hint(String word, Iterable<String> known) {
        return word.length() > LENGTH_MAX ? "" : hint(Catalogue.suggest(word, known));
    }

    /** The same; if no known word is near, all of them, unless there are many. */
    static String hintOrAll(String word, Iterable<String> known) {
        String hint = hint(word, known);
        ImmutableList<String> all = ImmutableList.copyOf(known);
        return hint.isEmpty() && !all.isEmpty() && all.size() <= KNOWN_SHOWN_MAX
                ? "; there is " + String.join(", ", all)
                : hint;
    }

    static String hint(String word, Catalogue<?> known) {
        return word.length() > LENGTH_MAX ? "" : hint(known.suggest(word));
    }

    private static String hint(ImmutableList<String> nearest) {
        return nearest.isEmpty() ? "" : "; did you mean \"" + nearest.get(0) + "\"?";
    }
}
