package coldpotato.scenarios.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Function;

/**
 * What follows the word {@code show}.
 *
 * @param words such as {@code bgp summary}
 * @param destination of which it tells alone, empty for a whole table
 * @param views what there is to be seen of a router; nothing if it does not know the destination
 */
public record ShownTable<S extends BgpState>(
        String words, Optional<Destination> destination, Function<? super S, ImmutableList<View>> views) {
    private static final String BGP_ENTRY = "bgp ";

    private static final ImmutableMap<String, Function<BgpState, ImmutableList<View>>> TABLES = ImmutableMap.of(
            "bgp summary", BgpSummary::views, "bgp", BgpTable::views, "neighbors", SessionListing::views);

    /**
     * A table of a speaker that runs on its own.
     *
     * @throws Unanswerable if there is none
     */
    public static ShownTable<BgpState> ofSpeaker(String words) {
        return find(words, TABLES);
    }

    /**
     * A table of those that there are.
     *
     * @throws Unanswerable if there is none
     */
    static <S extends BgpState> ShownTable<S> find(
            String words, ImmutableMap<String, ? extends Function<? super S, ImmutableList<View>>> tables) {
        Function<? super S, ImmutableList<View>> known = tables.get(words);
        if (known != null) {
            return new ShownTable<>(words, Optional.empty(), known);
        }
        if (!words.startsWith(BGP_ENTRY)) {
            throw Unanswerable.unknown("table", words, tables.keySet());
        }
        String text = words.substring(BGP_ENTRY.length());
        Destination destination = Destination.tryParse(text)
                .orElseThrow(() -> new Unanswerable("\"" + text + "\" is neither summary nor a prefix nor an address"));
        return new ShownTable<>(words, Optional.of(destination), state -> BgpEntry.find(state, destination).stream()
                .collect(ImmutableList.toImmutableList()));
    }

    /**
     * The table of each of these routers.
     *
     * @throws Unanswerable if none of them knows the destination
     */
    public ImmutableMap<S, ImmutableList<View>> of(ImmutableList<S> states) {
        ImmutableMap.Builder<S, ImmutableList<View>> all = ImmutableMap.builder();
        states.forEach(state -> all.put(state, views.apply(state)));
        ImmutableMap<S, ImmutableList<View>> shown = all.buildOrThrow();
        if (shown.values().stream().allMatch(ImmutableList::isEmpty)) {
            destination.ifPresent(missing -> notInTable(missing, states.get(0)));
        }
        return shown;
    }

    private static void notInTable(Destination missing, BgpState state) {
        throw new Unanswerable(missing + " is not in the BGP table of " + state.node() + "; "
                + missing.insteadIn(BgpEntry.known(state)));
    }
}
