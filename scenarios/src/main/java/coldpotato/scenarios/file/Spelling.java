package coldpotato.scenarios.file;

import coldpotato.core.azure.Catalogue;

/** Guesses what the user meant to write. */
final class Spelling {
    /** Longer words are not compared: nobody mistypes a page of text. */
    private static final int LENGTH_MAX = 80;

    private Spelling() {}

    /** {@code ; did you mean "x"?}, or nothing if no known word is near. */
    static String hint(String word, Iterable<String> known) {
        return word.length() > LENGTH_MAX
                ? ""
                : Catalogue.suggest(word, known).stream()
                        .findFirst()
                        .map(meant -> "; did you mean \"" + meant + "\"?")
                        .orElse("");
    }
}
