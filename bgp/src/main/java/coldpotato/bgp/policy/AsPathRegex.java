package coldpotato.bgp.policy;

/**
 * A regular expression over the text of AS_PATH, as routers know it: it may match anywhere in the text, and {@code _} stands
 * for the beginning, the end, a space or a bracket or comma of a set.
 */
public final class AsPathRegex {
    private final String text;

    private AsPathRegex(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if the text is not an expression; the message says where */
    public static AsPathRegex compile(String text) {
        return new AsPathRegex(text);
    }

    public boolean matches(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AsPathRegex that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
