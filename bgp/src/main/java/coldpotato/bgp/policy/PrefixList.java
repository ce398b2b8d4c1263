package coldpotato.bgp.policy;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.net.Prefix;
import coldpotato.core.net.PrefixMap;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A list of prefixes with lengths, as engineers know it: the first entry that covers a prefix decides, and what no entry
 * covers is not in the list. Entries are found by their block, so that a list may be as long as a table.
 */
public final class PrefixList {
    private final String name;
    private final ImmutableList<Entry> entries;
    private final PrefixMap<List<Integer>> byBlock = new PrefixMap<>();

    /**
     * @param name as the user calls it, empty for a list written in place
     * @param entries in order
     */
    public PrefixList(String name, ImmutableList<Entry> entries) {
        this.name = name;
        this.entries = entries;
        for (int i = 0; i < entries.size(); i++) {
            Prefix block = entries.get(i).block();
            List<Integer> places = byBlock.get(block);
            if (places == null) {
                places = new ArrayList<>(1);
                byBlock.put(block, places);
            }
            places.add(i);
        }
    }

    /**
     * One entry: the prefixes inside a block whose length is in a range.
     *
     * @param permit true if these prefixes are in the list, false if they are not
     * @param block where the prefixes lie
     * @param lengthMin the shortest, at least the block's own length
     * @param lengthMax the longest
     */
    public record Entry(boolean permit, Prefix block, int lengthMin, int lengthMax) {

        public Entry {
            checkArgument(
                    block.length() <= lengthMin
                            && lengthMin <= lengthMax
                            && lengthMax <= block.family().bits(),
                    "%s ge %s le %s: lengths must rise from %s to at most %s",
                    block,
                    lengthMin,
                    lengthMax,
                    block.length(),
                    block.family().bits());
        }

        /**
         * An entry as it is written. Without ge and le only the block itself is meant; ge alone reaches to the longest
         * prefix there is; le alone begins at the block itself.
         *
         * @throws IllegalArgumentException unless length &lt;= ge &lt;= le &lt;= 32 or 128
         */
        public static Entry of(boolean permit, Prefix block, OptionalInt ge, OptionalInt le) {
            int longest = ge.isPresent() ? block.family().bits() : block.length();
            return new Entry(permit, block, ge.orElse(block.length()), le.orElse(longest));
        }

        boolean covers(Prefix prefix) {
            return lengthMin <= prefix.length() && prefix.length() <= lengthMax && block.contains(prefix);
        }

        @Override
        public String toString() {
            boolean exact = lengthMin == block.length() && lengthMax == block.length();
            return (permit ? "" : "deny ") + block + (exact ? "" : " ge " + lengthMin + " le " + lengthMax);
        }
    }

    /** A list of exactly these prefixes. */
    public static PrefixList exactly(Prefix... prefixes) {
        return new PrefixList(
                "",
                ImmutableList.copyOf(prefixes).stream()
                        .map(prefix -> Entry.of(true, prefix, OptionalInt.empty(), OptionalInt.empty()))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** A list of these blocks and everything in them. */
    public static PrefixList within(Collection<Prefix> blocks) {
        return new PrefixList(
                "", blocks.stream().map(block -> inside(true, block)).collect(ImmutableList.toImmutableList()));
    }

    /** A list of everything but these blocks and what is in them. */
    public static PrefixList outside(Collection<Prefix> blocks) {
        return new PrefixList(
                "",
                Stream.concat(
                                blocks.stream().map(block -> inside(false, block)),
                                Stream.of(Prefix.DEFAULT_IPV4, Prefix.DEFAULT_IPV6)
                                        .map(block -> inside(true, block)))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static Entry inside(boolean permit, Prefix block) {
        return new Entry(permit, block, block.length(), block.family().bits());
    }

    /** True if the list permits the prefix. */
    public boolean permits(Prefix prefix) {
        return deciding(prefix).map(Entry::permit).orElse(false);
    }

    private Optional<Entry> deciding(Prefix prefix) {
        int first = entries.size();
        for (Map.Entry<Prefix, List<Integer>> covering : byBlock.covering(prefix)) {
            for (int place : covering.getValue()) {
                if (place < first && entries.get(place).covers(prefix)) {
                    first = place;
                }
            }
        }
        return first == entries.size() ? Optional.empty() : Optional.of(entries.get(first));
    }

    public String name() {
        return name;
    }

    public ImmutableList<Entry> entries() {
        return entries;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof PrefixList that && name.equals(that.name) && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + entries.hashCode();
    }

    @Override
    public String toString() {
        return name.isEmpty() ? entries.toString() : name;
    }
}
