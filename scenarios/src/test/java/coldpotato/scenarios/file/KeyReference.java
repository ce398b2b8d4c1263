package coldpotato.scenarios.file;

import java.util.Locale;

/** Writes the table of keys for people. */
final class KeyReference {
    private KeyReference() {}

    static String text(Iterable<Shape> shapes) {
        StringBuilder text = new StringBuilder();
        for (Shape shape : shapes) {
            text.append("\n### ").append(heading(shape)).append("\n\n");
            text.append("| key | required or default | value | meaning | example |\n|---|---|---|---|---|\n");
            shape.keys().values().forEach(key -> text.append(row(key)));
        }
        return text.toString();
    }

    private static String heading(Shape shape) {
        String name = shape.name();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String row(Key<?> key) {
        return String.join(
                " | ",
                "| `" + key.name() + "`",
                cell(presence(key)),
                cell(Forms.describe(key.value().form())),
                cell(key.meaning()),
                "`" + cell(key.example()) + "` |\n");
    }

    /** Required, the usual value, or what absence means. */
    static String presence(Key<?> key) {
        return key.required()
                ? "required"
                : key.usual().map(usual -> "default: " + usual).orElse(key.absent());
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
