package coldpotato.scenarios.file;

/** A user's own words inside a message, short and printable whatever they are. */
final class Quoted {
    private static final int LENGTH_MAX = 60;

    private Quoted() {}

    static String of(String text) {
        String shown = text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) + "..." : text;
        StringBuilder quoted = new StringBuilder("\"");
        shown.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
