package coldpotato.scenarios.report;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.net.PrefixMap;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody asks the way to.
 *
 * @param prefix a prefix, or the host prefix of an address
 * @param isAddress true if an address was named, which is looked up by its longest match
 */
public record Destination(Prefix prefix, boolean isAddress) {
    private static final int SUGGESTIONS_MAX = 4;

    /** The destination that the text names, empty if it names none. */
    public static Optional<Destination> tryParse(String text) {
        return Prefix.tryParse(text)
                .map(prefix -> new Destination(prefix, false))
                .or(() -> IpAddress.tryParse(text).map(address -> new Destination(Prefix.host(address), true)));
    }

    /** The prefix of a table that it stands for. */
    public Optional<Prefix> in(PrefixMap<?> table) {
        if (isAddress) {
            return table.longestMatch(prefix.address()).map(Map.Entry::getKey);
        }
        return table.get(prefix) == null ? Optional.empty() : Optional.of(prefix);
    }

    /** What a table has instead: the longest match, what lies inside, then the rest of it. */
    public String insteadIn(PrefixMap<?> table) {
        if (table.isEmpty()) {
            return "it knows no prefix at all";
        }
        Optional<Prefix> match =
                table.longestMatch(prefix.address()).map(Map.Entry::getKey).filter(found -> found.contains(prefix));
        ImmutableList<Prefix> inside = prefixes(table.covered(prefix));
        if (match.isEmpty() && inside.isEmpty()) {
            return "it knows " + list(nearest(table));
        }
        return match.map(found -> "the longest match is " + found).orElse("nothing covers it")
                + (inside.isEmpty() ? "" : "; inside it are " + list(inside));
    }

    /** All prefixes, first those that begin like it. */
    private ImmutableList<Prefix> nearest(PrefixMap<?> table) {
        return ImmutableList.sortedCopyOf(
                Comparator.comparingInt(other -> -sharedBits(other)), prefixes(table.entries()));
    }

    private int sharedBits(Prefix other) {
        int bits = 0;
        while (bits < Math.min(prefix.length(), other.length())
                && other.family() == prefix.family()
                && other.address().bit(bits) == prefix.address().bit(bits)) {
            bits++;
        }
        return other.family() == prefix.family() ? bits : -1;
    }

    private static ImmutableList<Prefix> prefixes(Iterable<? extends Map.Entry<Prefix, ?>> entries) {
        ImmutableList.Builder<Prefix> prefixes = ImmutableList.builder();
        entries.forEach(entry -> prefixes.add(entry.getKey()));
        return prefixes.build();
    }

    private static String list(ImmutableList<Prefix> prefixes) {
        StringBuilder text = new StringBuilder();
        prefixes.stream().limit(SUGGESTIONS_MAX).forEach(prefix -> text.append(text.length() == 0 ? "" : ", ")
                .append(prefix));
        int more = prefixes.size() - SUGGESTIONS_MAX;
        return more > 0 ? text + " and " + more + " more" : text.toString();
    }

    /** As it was asked for. */
    @Override
    public String toString() {
        return isAddress ? prefix.address().toString() : prefix.toString();
    }
}
