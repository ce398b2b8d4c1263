package coldpotato.scenarios.file;

import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PrefixList;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/** The sections {@code prefix-lists} and {@code policies}, the same in every kind of file that has them. */
final class PolicySections {
    private static final Key<ImmutableMap<String, PrefixList>> PREFIX_LISTS = Key.optional(
            "prefix-lists",
            Value.named(NameKind.PREFIX_LIST, PrefixListsReader.IN_PLACE),
            "none",
            "prefix lists by name; the first entry that covers a prefix decides",
            "{on-premises: [10.10.0.0/16 le 24]}");
    static final Key<ImmutableMap<String, ImmutableList<Placed<PoliciesReader.Draft>>>> POLICIES = Key.optional(
            "policies",
            Value.named(NameKind.POLICY, PoliciesReader.RULES),
            "none",
            "policies by name: rules in order, until one accepts or refuses; at the end stands a refusal",
            "{prefer-west: [{match: {community: 12076:50002}, set: {local-preference: 150}}, accept]}");

    static final ImmutableList<Key<?>> KEYS = ImmutableList.of(PREFIX_LISTS, POLICIES);

    private PolicySections() {}

    /** The policies by name, with the prefix lists that they refer to. */
    static ImmutableMap<String, Policy> policies(Fields fields) {
        ImmutableMap<String, PrefixList> lists =
                Entries.read(fields.find(PREFIX_LISTS), (name, list) -> new PrefixList(name, list.entries()));
        return Entries.read(fields.find(POLICIES), (name, drafts) -> PoliciesReader.policy(name, drafts, lists));
    }
}
