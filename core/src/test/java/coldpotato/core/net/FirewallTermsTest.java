package coldpotato.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirewallTermsTest {
    private static final FlowKey WEB = key("10.20.1.4", "10.10.1.5", 443);
    private static final FlowKey TELNET = key("10.20.1.4", "10.10.1.5", 23);

    @Test
    void withoutRulesOnlyTheSideDecides() {
        assertThat(FirewallTerms.plain(false).admits(WEB, false)).isTrue();
        assertThat(FirewallTerms.plain(false).admits(WEB, true)).isFalse();
        assertThat(FirewallTerms.plain(true).admits(WEB, true)).isTrue();
    }

    @Test
    void theFirstRuleThatConcernsAFlowDecides() {
        FirewallTerms terms = terms(rule("web", true, 443), rule("none", false));
        assertThat(terms.admits(WEB, true)).isTrue();
        assertThat(terms.admits(TELNET, false)).isFalse();
        assertThat(terms.deciding(TELNET, false).map(FlowRule::name)).hasValue("none");
    }

    @Test
    void aRuleForOneSideSaysNothingOfTheOther() {
        FlowRule inward = new FlowRule(
                "in",
                true,
                Optional.of(true),
                ImmutableSet.of(),
                ImmutableSet.of(),
                Optional.empty(),
                ImmutableSet.of());
        assertThat(terms(inward).deciding(WEB, true)).hasValue(inward);
        assertThat(terms(inward).deciding(WEB, false)).isEmpty();
    }

    @Test
    void aRuleIsAboutItsPrefixesAndProtocolOnly() {
        FlowRule narrow = new FlowRule(
                "narrow",
                true,
                Optional.empty(),
                ImmutableSet.of(Prefix.parse("10.20.0.0/16")),
                ImmutableSet.of(Prefix.parse("10.10.1.0/24")),
                Optional.of(IpProtocol.TCP),
                ImmutableSet.of());
        assertThat(narrow.concerns(WEB, true)).isTrue();
        assertThat(narrow.concerns(key("10.21.1.4", "10.10.1.5", 443), true)).isFalse();
        assertThat(narrow.concerns(key("10.20.1.4", "10.10.2.5", 443), true)).isFalse();
    }

    private static FirewallTerms terms(FlowRule... rules) {
        return new FirewallTerms(false, ImmutableList.copyOf(rules), false, FirewallTerms.NEVER, ClusterTerms.ALONE);
    }

    private static FlowRule rule(String name, boolean allows, Integer... ports) {
        return new FlowRule(
                name,
                allows,
                Optional.empty(),
                ImmutableSet.of(),
                ImmutableSet.of(),
                Optional.empty(),
                ImmutableSet.copyOf(ports));
    }

    private static FlowKey key(String from, String to, int port) {
        return new FlowKey(IpProtocol.TCP, IpAddress.parse(from), 1024, IpAddress.parse(to), port);
    }
}
