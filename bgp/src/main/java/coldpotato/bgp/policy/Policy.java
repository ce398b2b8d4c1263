package coldpotato.bgp.policy;

import com.google.common.collect.ImmutableList;

/** Placeholder shape of the policy: see the package's owner. */
public record Policy(String name, ImmutableList<PolicyRule> rules) {
    /** Lets every route through unchanged. */
    public static final Policy ACCEPT_ALL = new Policy("accept-all", ImmutableList.of());
}
