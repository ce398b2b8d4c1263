package coldpotato.bgp.policy;

import static coldpotato.bgp.policy.RouteSample.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final MatchClause WEST_EUROPE =
            new MatchClause.AnyCommunity(ImmutableList.of(CommunityPattern.parse("12076:50002")));
    private static final PolicyRule PREFER = rule("prefer[1]", WEST_EUROPE, new SetClause.LocalPref(150));
    private static final PolicyRule ACCEPT = PolicyRule.always("prefer[2]", PolicyAction.ACCEPT);
    private static final PolicyRoute PLAIN = route(a -> a);
    private static final PolicyRoute FROM_WEST_EUROPE =
            route(a -> a.communities(ImmutableList.of(Community.of(12076, 50002))));

    private static PolicyRule rule(String name, MatchClause match, SetClause set) {
        return new PolicyRule(name, ImmutableList.of(match), ImmutableList.of(set), PolicyAction.NEXT, "drill.yaml:7");
    }

    private static Policy policy(PolicyRule... rules) {
        return new Policy("prefer", ImmutableList.copyOf(rules));
    }

    @Test
    void aRuleThatOnlySetsGoesOnToTheNext() {
        PolicyVerdict verdict = policy(PREFER, ACCEPT).apply(FROM_WEST_EUROPE);

        assertThat(verdict.accepted()).isTrue();
        assertThat(verdict.rule()).isEqualTo("prefer[2]");
        assertThat(verdict.attributes().localPref()).isEqualTo(150);
    }

    @Test
    void namesTheRulesThatChangedTheRoute() {
        assertThat(policy(PREFER, ACCEPT).apply(FROM_WEST_EUROPE).changedBy()).containsExactly(PREFER);
    }

    @Test
    void givesTheSameInstanceBackWhenNothingChanges() {
        PolicyVerdict verdict = policy(PREFER, ACCEPT).apply(PLAIN);

        assertThat(verdict.attributes()).isSameAs(PLAIN.attributes());
        assertThat(verdict.changed()).isFalse();
    }

    @Test
    void settingWhatIsSetAlreadyIsNoChange() {
        PolicyRoute set = route(a -> a.localPref(150).communities(ImmutableList.of(Community.of(12076, 50002))));

        PolicyVerdict verdict = policy(PREFER, ACCEPT).apply(set);

        assertThat(verdict.attributes()).isSameAs(set.attributes());
        assertThat(verdict.changed()).isFalse();
    }

    @Test
    void refusesWhatNoRuleAccepts() {
        PolicyVerdict verdict = policy(PREFER).apply(FROM_WEST_EUROPE);

        assertThat(verdict.accepted()).isFalse();
        assertThat(verdict.rule()).isEqualTo("prefer (end)");
        assertThat(verdict.attributes()).isSameAs(FROM_WEST_EUROPE.attributes());
    }

    @Test
    void theFirstRuleThatDecidesEndsThePolicy() {
        PolicyRule refuse = PolicyRule.always("refuse", PolicyAction.REFUSE);

        assertThat(policy(ACCEPT, refuse).apply(PLAIN).accepted()).isTrue();
        assertThat(policy(refuse, ACCEPT).apply(PLAIN).rule()).isEqualTo("refuse");
    }

    @Test
    void laterRulesSeeWhatEarlierOnesSet() {
        MatchClause preferred = new MatchClause.LocalPref(NumberRange.of(150));
        PolicyRule med = rule("prefer[2]", preferred, new SetClause.Med(7));

        assertThat(policy(PREFER, med, ACCEPT)
                        .apply(FROM_WEST_EUROPE)
                        .attributes()
                        .med())
                .isEqualTo(7);
    }

    @Test
    void allMatchClausesOfARuleMustHold() {
        MatchClause never = new MatchClause.NeighbourAs(1);
        PolicyRule both = new PolicyRule(
                "both", ImmutableList.of(WEST_EUROPE, never), ImmutableList.of(), PolicyAction.ACCEPT, "");

        assertThat(policy(both).apply(FROM_WEST_EUROPE).accepted()).isFalse();
    }

    @Test
    void weightLeavesTheAttributesAlone() {
        PolicyRule weight = rule("weight", WEST_EUROPE, new SetClause.Weight(10));

        PolicyVerdict verdict = policy(weight, ACCEPT).apply(FROM_WEST_EUROPE);

        assertThat(verdict.weight()).isEqualTo(OptionalLong.of(10));
        assertThat(verdict.attributes()).isSameAs(FROM_WEST_EUROPE.attributes());
        assertThat(verdict.changedBy()).containsExactly(weight);
    }

    @Test
    void aRuleCannotSetWhatItRefuses() {
        assertThatThrownBy(() -> new PolicyRule(
                        "r", ImmutableList.of(), ImmutableList.of(new SetClause.Med(1)), PolicyAction.REFUSE, ""))
                .hasMessage("rule r sets what it refuses");
    }

    @Test
    void theTwoPoliciesWithoutRulesSayTheirNames() {
        assertThat(Policy.ACCEPT_ALL.apply(PLAIN).accepted()).isTrue();
        assertThat(Policy.REFUSE_ALL.apply(PLAIN).accepted()).isFalse();
        assertThat(Policy.REFUSE_ALL.apply(PLAIN).rule()).isEqualTo("refuse-all");
    }

    @Test
    void aPolicyThatLeaksRefusesNothingAndStillChangesWhatItChanges() {
        PolicyRule refuse = PolicyRule.always("nothing", PolicyAction.REFUSE);

        PolicyVerdict verdict =
                policy(PREFER, refuse).leaking(ImmutableSet.of()).apply(FROM_WEST_EUROPE);

        assertThat(verdict.accepted()).isTrue();
        assertThat(verdict.attributes().localPref()).isEqualTo(150);
        assertThat(policy().leaking(ImmutableSet.of()).apply(PLAIN).accepted()).isTrue();
    }

    @Test
    void aPolicyThatLeaksABlockStillRefusesAllOthers() {
        Policy refusing = policy(PolicyRule.always("nothing", PolicyAction.REFUSE));
        Prefix inside = PLAIN.prefix();

        assertThat(refusing.leaking(ImmutableSet.of(inside)).apply(PLAIN).accepted())
                .isTrue();
        assertThat(refusing.leaking(ImmutableSet.of(Prefix.parse("203.0.113.0/24")))
                        .apply(PLAIN)
                        .accepted())
                .isFalse();
    }
}
