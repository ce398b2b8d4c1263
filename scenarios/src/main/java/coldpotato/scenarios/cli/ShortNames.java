package coldpotato.scenarios.cli;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Function;

/** What to call several files in a list. */
final class ShortNames {
    private static final String ENDING = ".yaml";

    private ShortNames() {}

    /** The names of the files without folder and ending, if no two are alike; otherwise whole paths. */
    static ImmutableMap<Path, String> of(Collection<Path> files) {
        boolean distinct = files.stream().map(ShortNames::name).distinct().count() == files.size();
        Function<Path, String> name = distinct ? ShortNames::name : Path::toString;
        return files.stream().collect(ImmutableMap.toImmutableMap(file -> file, name));
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}
