package coldpotato.scenarios.file;

import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyAction;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.PrefixList;
import coldpotato.bgp.policy.SetClause;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/** The section {@code policies}: rules in order, until one accepts or refuses; at the end stands a refusal. */
final class PoliciesReader {
    private static final ImmutableMap<String, PolicyAction> VERDICTS =
            ImmutableMap.of("accept", PolicyAction.ACCEPT, "refuse", PolicyAction.REFUSE);
    private static final ImmutableMap<String, PolicyAction> ACTIONS =
            ImmutableMap.of("accept", PolicyAction.ACCEPT, "refuse", PolicyAction.REFUSE, "next", PolicyAction.NEXT);

    private static final Key<String> NAME = Key.optional(
            "name", Words.TEXT, "the policy's name and the place in its list", "what verdicts call it", "west");
    private static final Key<Fields> MATCH = Key.optional(
            "match", MatchReader.MATCH.value(), "every route", "the routes it is about", "{community: 12076:50002}");
    private static final Key<Fields> SET = Key.optional(
            "set", SetReader.SET.value(), "nothing is changed", "what it changes", "{local-preference: 150}");
    private static final Key<PolicyAction> THEN = Key.optional(
            "then",
            Words.choice(ACTIONS, PolicyAction.NEXT),
            "next, which tries the next rule",
            "what becomes of these routes",
            "accept");
    static final Shape RULE = Shape.of("a rule", NAME, MATCH, SET, THEN);

    /** A rule that has been read and still waits for its usual name and for the prefix lists. */
    interface Draft {
        PolicyRule rule(String usualName, String provenance, ImmutableMap<String, PrefixList> lists);
    }

    /** The rules of one policy. */
    static final Value<ImmutableList<Placed<Draft>>> RULES = Value.list(Placed.value(Value.either(
            Words.choice(VERDICTS, PolicyAction.ACCEPT).map(PoliciesReader::always),
            RULE.value().map(PoliciesReader::rule))));

    private PoliciesReader() {}

    static Policy policy(String name, ImmutableList<Placed<Draft>> drafts, ImmutableMap<String, PrefixList> lists) {
        ImmutableList.Builder<PolicyRule> rules = ImmutableList.builder();
        for (int i = 0; i < drafts.size(); i++) {
            String usualName = name + "[" + (i + 1) + "]";
            Placed<Draft> draft = drafts.get(i);
            rules.add(draft.value().rule(usualName, draft.place().provenance(), lists));
        }
        return new Policy(name, rules.build());
    }

    private static Draft always(PolicyAction action) {
        return (name, provenance, lists) ->
                new PolicyRule(name, ImmutableList.of(), ImmutableList.of(), action, provenance);
    }

    private static Draft rule(Fields fields) {
        ImmutableList<SetClause> sets = fields.find(SET).map(SetReader::clauses).orElse(ImmutableList.of());
        PolicyAction action = fields.find(THEN).orElse(PolicyAction.NEXT);
        boolean refusesWhatItSets = action == PolicyAction.REFUSE && fields.has(SET);
        if (refusesWhatItSets) {
            fields.wrong(SET, "the rule changes routes and then refuses them; take set away, or say then: accept");
        }
        if (action == PolicyAction.NEXT && !fields.has(SET)) {
            fields.reading().wrong(fields.place(), "the rule does nothing; say then: accept or then: refuse");
        }
        return (usualName, provenance, lists) -> new PolicyRule(
                fields.find(NAME).orElse(usualName),
                matches(fields, lists),
                refusesWhatItSets ? ImmutableList.of() : sets,
                action,
                provenance);
    }

    private static ImmutableList<MatchClause> matches(Fields fields, ImmutableMap<String, PrefixList> lists) {
        return fields.find(MATCH)
                .map(match -> MatchReader.clauses(match, lists))
                .orElse(ImmutableList.of());
    }
}
