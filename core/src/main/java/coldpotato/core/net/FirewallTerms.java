package coldpotato.core.net;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What a stateful firewall lets pass, and how it keeps its state.
 *
 * @param opensFromOutside true if flows may also be opened from outside where no rule says otherwise
 * @param rules about flows that are opened; the first that concerns one decides
 * @param picksUp true if a packet in the middle of a TCP connection makes state too, where the connection might be opened
 * @param idleTimeoutNanos how long it remembers a flow of which no packet crosses, or {@link #NEVER} for as long as it can
 * @param cluster its units
 */
public record FirewallTerms(
        boolean opensFromOutside,
        ImmutableList<FlowRule> rules,
        boolean picksUp,
        long idleTimeoutNanos,
        ClusterTerms cluster) {
    /** Idle flows are not forgotten. */
    public static final long NEVER = Long.MAX_VALUE;

    public FirewallTerms {
        checkArgument(idleTimeoutNanos > 0, "idle flows are forgotten after %s ns", idleTimeoutNanos);
    }

    /** One unit without rules, which forgets nothing by itself. */
    public static FirewallTerms plain(boolean opensFromOutside) {
        return new FirewallTerms(opensFromOutside, ImmutableList.of(), false, NEVER, ClusterTerms.ALONE);
    }

    /** True if a flow may be opened with this key, from this side. */
    public boolean admits(FlowKey key, boolean outside) {
        return deciding(key, outside).map(FlowRule::allows).orElse(!outside || opensFromOutside);
    }

    /** The rule that decides whether such a flow may be opened; empty if none concerns it. */
    public Optional<FlowRule> deciding(FlowKey key, boolean outside) {
        return rules.stream().filter(rule -> rule.concerns(key, outside)).findFirst();
    }
}
