package coldpotato.scenarios.file;

import coldpotato.core.azure.RouteLeak;
import coldpotato.core.azure.operations.LeakOperation;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Function;

/** Entries of the timeline by which a router's filters are lost and found again. */
final class LeakChanges {
    private static final Key<String> LEAK = TimelineReader.what(
            "leak",
            Words.reference(NameKind.NODE),
            "the export policies of a router, or of each of a group, fail to filter: it tells neighbours what it should keep from"
                    + " them",
            "ce1");
    private static final Key<String> STOP_LEAK = TimelineReader.what(
            "stop-leak", Words.reference(NameKind.NODE), "a router that leaks filters again", "ce1");
    private static final Key<ImmutableList<String>> LEAK_TO = Key.optional(
            "leak-to",
            Value.list(Words.reference(NameKind.ELEMENT)),
            "all neighbours outside its AS",
            "whom it tells too much: neighbours, links or sessions (with leak)",
            "[er-lon.primary]");
    private static final Key<ImmutableSet<Prefix>> LEAKED = Key.optional(
            "leaked",
            Nets.PREFIXES,
            "everything",
            "only these blocks and all in them leak (with leak)",
            "10.60.0.0/16");

    static final ImmutableMap<Key<?>, Function<Fields, Operation>> KINDS =
            ImmutableMap.of(LEAK, LeakChanges::leak, STOP_LEAK, fields -> new LeakOperation.End(fields.get(STOP_LEAK)));

    static final ImmutableList<Key<?>> SETTINGS = ImmutableList.of(LEAK_TO, LEAKED);

    private LeakChanges() {}

    private static Operation leak(Fields fields) {
        return new LeakOperation.Begin(new RouteLeak(
                fields.get(LEAK),
                ImmutableSet.copyOf(fields.find(LEAK_TO).orElse(ImmutableList.of())),
                fields.find(LEAKED).orElse(ImmutableSet.of())));
    }
}
