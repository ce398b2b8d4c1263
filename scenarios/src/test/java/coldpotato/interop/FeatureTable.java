package coldpotato.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of {@code bgp/README.md}: a row for each {@link Feature}, a column for each {@link Product} with the version that
 * was tried last. {@code -Dcoldpotato.golden=rewrite} enters what went well while the tests ran; a feature whose test started and
 * did not end well is untried again, and so is a whole column when its version has changed. Read the difference.
 */
final class FeatureTable {
    static final String WORKS = "works";
    static final String LACKS = "not in it";
    static final String UNTRIED = "untried";

    private static final Path README = Path.of("../bgp/README.md");
    private static final String BEGIN = "<!-- interoperation: written by the tests -->\n";
    private static final String END = "<!-- end of interoperation -->";

    /** By product: the version in the head, then the cells by feature. */
    private final Map<Product, String> heads = new EnumMap<>(Product.class);

    private final Map<Product, Map<Feature, String>> cells = new EnumMap<>(Product.class);

    private FeatureTable() {
        for (Product product : Product.values()) {
            heads.put(product, product.label());
            cells.put(product, new EnumMap<>(Feature.class));
        }
    }

    static boolean isRewritten() {
        return "rewrite".equals(System.getProperty("coldpotato.golden"));
    }

    /** Enters one cell into the README; tests run beside each other, in processes of their own as well. */
    static synchronized void record(Product product, Feature feature, String cell) {
        Path lock = Path.of("target/interoperation.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            FeatureTable table = read();
            table.enter(product, product.version(), feature, cell);
            String readme = Files.readString(README);
            Files.writeString(README, before(readme) + table.text() + after(readme));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FeatureTable read() {
        FeatureTable table = new FeatureTable();
        try {
            String readme = Files.readString(README);
            List<List<String>> rows = between(readme)
                    .lines()
                    .filter(line -> line.startsWith("|"))
                    .map(FeatureTable::columns)
                    .toList();
            if (!rows.isEmpty()) {
                rows.forEach(row -> table.take(rows.get(0), row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    /** What was tried with another version than this one is not known of this one. */
    void enter(Product product, String version, Feature feature, String cell) {
        String head = product.label() + " " + version;
        if (!head.equals(heads.put(product, head))) {
            cells.get(product).clear();
        }
        cells.get(product).put(feature, cell);
    }

    String cell(Product product, Feature feature) {
        return cells.get(product).getOrDefault(feature, feature.isIn(product) ? UNTRIED : LACKS);
    }

    String head(Product product) {
        return heads.get(product);
    }

    String text() {
        List<String> lines = new ArrayList<>();
        Stream<Product> products = Stream.of(Product.values());
        lines.add(line("feature", products.map(heads::get)));
        lines.add("|---" + "|---".repeat(Product.values().length) + "|");
        for (Feature feature : Feature.values()) {
            lines.add(line(feature.label(), Stream.of(Product.values()).map(product -> cell(product, feature))));
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    /** What stands in the README now. */
    static String written() {
        try {
            return between(Files.readString(README));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(List<String> head, List<String> row) {
        for (Product product : Product.values()) {
            int column = column(head, product);
            if (column > 0) {
                heads.put(product, head.get(column));
                Stream.of(Feature.values())
                        .filter(feature -> feature.label().equals(row.get(0)))
                        .filter(feature -> row.get(column).equals(WORKS))
                        .forEach(feature -> cells.get(product).put(feature, WORKS));
            }
        }
    }

    private static int column(List<String> head, Product product) {
        for (int i = 1; i < head.size(); i++) {
            if (head.get(i).split(" ")[0].equals(product.label())) {
                return i;
            }
        }
        return 0;
    }

    private static List<String> columns(String line) {
        String[] parts = line.substring(1).split("\\|");
        return Stream.of(parts).map(String::strip).toList();
    }

    private static String line(String first, Stream<String> rest) {
        return Stream.concat(Stream.of(first), rest).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String before(String readme) {
        return readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length());
    }

    private static String after(String readme) {
        return readme.substring(readme.indexOf(END));
    }

    private static String between(String readme) {
        return readme.substring(before(readme).length(), readme.indexOf(END));
    }
}
