package coldpotato.scenarios.report;

/** Emphasis for terminals that can show it; elsewhere text is left as it is. */
public enum Style {
    PLAIN(false),
    ANSI(true);

    private static final String ESCAPE = "\u001b[";

    private final boolean coloured;

    Style(boolean coloured) {
        this.coloured = coloured;
    }

    /** A name that stands above something. */
    public String title(String text) {
        return wrap("1", text);
    }

    /** What is as it should be. */
    public String good(String text) {
        return wrap("32", text);
    }

    /** What is not. */
    public String bad(String text) {
        return wrap("1;31", text);
    }

    /** What only some readers want. */
    public String faint(String text) {
        return wrap("2", text);
    }

    private String wrap(String code, String text) {
        return coloured ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
