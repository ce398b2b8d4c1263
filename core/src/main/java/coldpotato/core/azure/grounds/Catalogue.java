package coldpotato.core.azure.grounds;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Things that people call by name, whatever the case of its letters.
 *
 * @param <T> what is listed
 */
public final class Catalogue<T> {
    private static final int SUGGESTIONS_MAX = 3;

    private final ImmutableList<T> all;
    private final Function<T, String> name;
    private final ImmutableSortedMap<String, T> byKey;

    /**
     * @param all in the order in which they are listed
     * @param name what each is called
     * @throws IllegalArgumentException if two names differ by case only
     */
    public Catalogue(ImmutableList<T> all, Function<T, String> name) {
        this.all = all;
        this.name = name;
        this.byKey = all.stream()
                .collect(ImmutableSortedMap.toImmutableSortedMap(
                        Comparator.naturalOrder(), entry -> key(name.apply(entry)), entry -> entry));
    }

    public ImmutableList<T> all() {
        return all;
    }

    public Optional<T> find(String text) {
        return Optional.ofNullable(byKey.get(key(text)));
    }

    /** @throws IllegalArgumentException if nothing has this name */
    public T get(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("no such name: " + text));
    }

    /** The names most like this one, nearest first; empty if none is near. */
    public ImmutableList<String> suggest(String text) {
        return suggest(text, all.stream().map(name).collect(ImmutableList.toImmutableList()));
    }

    /** The names of a list that are most like this one, nearest first; empty if none is near. */
    public static ImmutableList<String> suggest(String text, Iterable<String> names) {
        String wanted = key(text);
        int near = Math.max(1, wanted.length() / 3);
        return ImmutableList.copyOf(names).stream()
                .filter(candidate -> distance(wanted, key(candidate)) <= near)
                .sorted(Comparator.<String>comparingInt(candidate -> distance(wanted, key(candidate)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTIONS_MAX)
                .collect(ImmutableList.toImmutableList());
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Letters added, left out, changed, or exchanged with their neighbour. */
    private static int distance(String one, String other) {
        int[] twoBefore = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] before = row.clone();
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
                boolean exchanged = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                row[j] = exchanged ? Math.min(row[j], twoBefore[j - 2] + 1) : row[j];
            }
            twoBefore = before;
        }
        return row[other.length()];
    }
}
