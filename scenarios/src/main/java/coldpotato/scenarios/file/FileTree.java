package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableMap;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a file and those that it extends into one tree. */
final class FileTree {
    static final String EXTENDS = "extends";

    /** Files that extend one another in a row. */
    static final int FILES_MAX = 8;

    private final Mistakes mistakes;
    private final Set<Path> open = new LinkedHashSet<>();

    private FileTree(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The merged tree, or empty if a file could not be read; then a mistake says why. */
    static Optional<Tree.Mapping> read(Path file, Mistakes mistakes) {
        Path name = file.getFileName();
        Source source = new Source(file.toString(), name == null ? "" : name.toString());
        return new FileTree(mistakes).read(file, source, Place.whole(source));
    }

    /** @param asked where the file is asked for */
    private Optional<Tree.Mapping> read(Path file, Source source, Place asked) {
        if (!open.add(file.toAbsolutePath().normalize())) {
            mistakes.add(asked, "the files extend each other in a circle");
            return Optional.empty();
        }
        if (open.size() > FILES_MAX) {
            mistakes.add(asked, "more than " + FILES_MAX + " files extend one another");
            return Optional.empty();
        }
        return SourceText.read(file, source, asked, mistakes)
                .flatMap(text -> YamlReader.read(source, text, mistakes))
                .flatMap(this::mapping)
                .flatMap(own -> merged(file, own));
    }

    private Optional<Tree.Mapping> mapping(Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            return Optional.of(mapping);
        }
        mistakes.add(tree.place(), "a scenario is a mapping of keys such as name: to values, not " + tree.kind());
        return Optional.empty();
    }

    private Optional<Tree.Mapping> merged(Path file, Tree.Mapping own) {
        Tree.Entry base = own.entries().get(EXTENDS);
        Optional<Tree.Mapping> below =
                base == null ? Optional.of(Tree.Mapping.of(own.place(), ImmutableMap.of())) : base(file, base.value());
        return below.map(under -> new Merge(mistakes).merge(under, withoutExtends(own)));
    }

    private Optional<Tree.Mapping> base(Path file, Tree value) {
        if (!(value instanceof Tree.Scalar scalar) || value.isNull()) {
            mistakes.add(value.place(), "extends names one file, beside this one");
            return Optional.empty();
        }
        try {
            Path base = file.resolveSibling(scalar.text()).normalize();
            return read(base, new Source(base.toString(), scalar.text()), value.place());
        } catch (InvalidPathException notAPath) {
            mistakes.add(value.place(), Quoted.of(scalar.text()) + " is not the name of a file");
            return Optional.empty();
        }
    }

    private static Tree.Mapping withoutExtends(Tree.Mapping own) {
        Map<String, Tree.Entry> rest = new LinkedHashMap<>(own.entries());
        rest.remove(EXTENDS);
        return Tree.Mapping.of(own.place(), ImmutableMap.copyOf(rest));
    }
}
