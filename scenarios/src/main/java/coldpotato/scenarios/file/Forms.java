package coldpotato.scenarios.file;

import java.util.stream.Collectors;

/** Forms in words, for messages and for the key reference. */
final class Forms {
    private Forms() {}

    /** That a tree is not what is expected at its place. */
    static String mismatch(Form form, Tree tree) {
        boolean value = tree instanceof Tree.Scalar && !tree.isNull();
        String found = value ? Quoted.of(((Tree.Scalar) tree).text()) : tree.kind();
        return "this should be " + describe(form) + ", not " + found;
    }

    static String describe(Form form) {
        if (form instanceof Form.Text text) {
            return text.what();
        }
        if (form instanceof Form.Whole whole) {
            return whole.max() == Long.MAX_VALUE
                    ? "a whole number from " + whole.min()
                    : "a whole number " + whole.min() + " to " + whole.max();
        }
        if (form instanceof Form.Words words) {
            return String.join(" | ", words.words());
        }
        if (form instanceof Form.ListOf list) {
            return describe(list.item()) + ", or a list of them";
        }
        if (form instanceof Form.Named named) {
            return "names, each with " + describe(named.value());
        }
        if (form instanceof Form.Keys keys) {
            return keys.shape().name();
        }
        return ((Form.Either) form).forms().stream().map(Forms::describe).collect(Collectors.joining(", or "));
    }
}
