package coldpotato.sim.node;

import coldpotato.core.net.FlowKey;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * What a router does with packets to one address as long as nothing changes there: the same with all of them, but that the
 * 5-tuple chooses between its ways out.
 */
public final class Fork {
    private final Step.Kind kind;
    private final Optional<FibEntry> entry;
    private final ImmutableList<Step.Out> ways;
    private final EcmpHash.Members members;

    private Fork(Step.Kind kind, Optional<FibEntry> entry, ImmutableList<Step.Out> ways, EcmpHash.Members members) {
        this.kind = kind;
        this.entry = entry;
        this.ways = ways;
        this.members = members;
    }

    static Fork ending(Step.Kind kind, Optional<FibEntry> entry) {
        return new Fork(kind, entry, ImmutableList.of(), EcmpHash.Members.ONE);
    }

    /** One way, which no entry asked for. */
    static Fork straight(Step.Out way) {
        return new Fork(Step.Kind.FORWARDED, Optional.empty(), ImmutableList.of(way), EcmpHash.Members.ONE);
    }

    static Fork of(FibEntry entry, ImmutableList<Step.Out> ways, EcmpHash.Members members) {
        return new Fork(Step.Kind.FORWARDED, Optional.of(entry), ways, members);
    }

    public Step.Kind kind() {
        return kind;
    }

    /** The prefix of the entry that said so, empty if none matched. */
    public Optional<Prefix> prefix() {
        return entry.map(FibEntry::prefix);
    }

    /** The links that the entry names, whether they are up or not: those whose state decided. */
    public ImmutableSet<String> links() {
        return entry.stream()
                .flatMap(each -> each.nextHops().stream())
                .flatMap(hop -> hop.link().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The ways out, if packets are sent on. */
    public ImmutableList<Step.Out> ways() {
        return ways;
    }

    /** Number of the way out of a flow's packets. */
    public int choose(FlowKey key) {
        return ways.size() == 1 ? 0 : members.choose(key);
    }

    Step step(FlowKey key) {
        return kind == Step.Kind.FORWARDED
                ? new Step(kind, entry, Optional.of(ways.get(choose(key))))
                : Step.of(kind, entry);
    }
}
