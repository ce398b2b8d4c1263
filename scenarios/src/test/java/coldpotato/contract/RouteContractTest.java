package coldpotato.contract;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.Origin;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyAction;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.SetClause;
import coldpotato.core.net.Community;
import coldpotato.core.net.ExtendedCommunity;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.LargeCommunity;
import coldpotato.core.trace.TraceKind;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Routes go from speaker to speaker: what is told, with which attributes, and what is not. That something is not told is seen
 * by something that is told after it.
 *
 * <pre>
 *   a (AS 65001) --ab-- b (AS 65002) --bc-- c (AS 65003)
 * </pre>
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Host.class)
@Execution(ExecutionMode.CONCURRENT)
class RouteContractTest extends Contract {
    private static final Community COLOUR = Community.of(65001, 30);
    private static final ExtendedCommunity TARGET = new ExtendedCommunity(0x0002_fde9_0000_0064L);
    private static final ExtendedCommunity OURS_ALONE = new ExtendedCommunity(0x4002_fde9_0000_0064L);
    private static final LargeCommunity LARGE = new LargeCommunity(65001, 1, 2);

    private final Node a = router("a", 65001);
    private final Node b = router("b", 65002);
    private final Node c = router("c", 65003);

    RouteContractTest(Host host) {
        super(host);
        join("ab", a, b);
        join("bc", b, c);
    }

    private IpAddress at(Node node, String session) {
        return node.settings(session).localAddress();
    }

    @Test
    void aRouteArrivesWithExactlyItsAttributes() {
        startAndConnect();
        a.originate("10.1.0.0/16", RouteContractTest::dressed);
        until("c has it", () -> c.has("10.1.0.0/16"));
        PathAttributes expected = dressed(
                PathAttributes.builder(at(a, "ab")).asPath(AsPath.of(65001)).build());
        assertThat(b.best("10.1.0.0/16").attributes())
                .isEqualTo(expected.toBuilder()
                        .extendedCommunities(List.of(TARGET))
                        .build());
        assertThat(c.best("10.1.0.0/16").attributes())
                .isEqualTo(expected.toBuilder()
                        .extendedCommunities(List.of(TARGET))
                        .nextHop(at(b, "bc"))
                        .asPath(AsPath.of(65002, 65001))
                        .med(PathAttributes.ABSENT)
                        .build());
    }

    private static PathAttributes dressed(PathAttributes plain) {
        return plain.toBuilder()
                .origin(Origin.INCOMPLETE)
                .med(50)
                .communities(List.of(COLOUR, Community.BLACKHOLE))
                .extendedCommunities(List.of(TARGET, OURS_ALONE))
                .largeCommunities(List.of(LARGE))
                .build();
    }

    @Test
    void aRouteIsReplacedAndWithdrawn() {
        startAndConnect();
        a.originate("10.1.0.0/16");
        until("c has it", () -> c.has("10.1.0.0/16"));
        a.originate(
                "10.1.0.0/16",
                plain -> plain.toBuilder().communities(List.of(COLOUR)).build());
        until("c has the other", () -> c.best("10.1.0.0/16").attributes().has(COLOUR));
        a.withdraw("10.1.0.0/16");
        until("c has none", () -> !c.has("10.1.0.0/16"));
        assertThat(b.paths("10.1.0.0/16")).isEmpty();
    }

    @Test
    void aNewSessionBeginsWithAllThatIsKnown() {
        c.set("bc", p -> p.passive(true));
        b.set("bc", p -> p.passive(true));
        start();
        untilUp("ab");
        a.originate("10.1.0.0/16");
        until("b has it", () -> b.has("10.1.0.0/16"));
        c.reconfigure("bc", p -> p.passive(false));
        until("c has it", () -> c.has("10.1.0.0/16"));
        assertThat(c.path("10.1.0.0/16")).isEqualTo("65002 65001");
    }

    @Test
    void theNextBestPathIsTakenAndToldWhenTheBestIsGone() {
        Node d = router("d", 65004);
        join("ad", a, d);
        join("db", d, b);
        startAndConnect();
        a.originate("10.1.0.0/16");
        until("b knows two ways", () -> b.paths("10.1.0.0/16").size() == 2);
        assertThat(c.path("10.1.0.0/16")).isEqualTo("65002 65001");
        a.stop("ab", "the short way");
        until("c goes round", () -> c.path("10.1.0.0/16").equals("65002 65004 65001"));
        a.start("ab");
        until("c goes straight on", () -> c.path("10.1.0.0/16").equals("65002 65001"));
    }

    @Test
    void nobodyIsToldWhatHeSaidHimself() {
        startAndConnect();
        a.originate("10.1.0.0/16");
        until("c has it", () -> c.has("10.1.0.0/16"));
        b.originate("10.2.0.0/16");
        until("a hears b", () -> a.has("10.2.0.0/16"));
        assertThat(a.paths("10.1.0.0/16")).singleElement().matches(path -> path.source()
                .isLocal());
    }

    @Test
    void whatOneInternalNeighbourSaidIsNotToldToAnother() {
        Node inside1 = router("inside1", 65003);
        Node inside2 = router("inside2", 65003);
        join("c1", c, inside1);
        join("c2", c, inside2);
        startAndConnect();
        inside1.originate("10.1.0.0/16");
        until("c and the outside have it", () -> a.has("10.1.0.0/16"));
        c.originate("10.2.0.0/16");
        until("the other hears c", () -> inside2.has("10.2.0.0/16"));
        assertThat(inside2.paths("10.1.0.0/16")).isEmpty();
    }

    @Test
    void insideAnAsALocalPreferenceGoesAlong() {
        Node inside = router("inside", 65002);
        join("bi", b, inside);
        b.set("bi", p -> p.nextHopSelf(true));
        b.set("ab", p -> p.importPolicy(always(new SetClause.LocalPref(150))));
        startAndConnect();
        a.originate("10.1.0.0/16");
        until("inside has it", () -> inside.has("10.1.0.0/16"));
        assertThat(inside.best("10.1.0.0/16").attributes())
                .isEqualTo(PathAttributes.builder(at(b, "bi"))
                        .asPath(AsPath.of(65001))
                        .localPref(150)
                        .build());
    }

    @Test
    void aPathWithTheOwnAsInItIsRefused() {
        Node far = router("far", 65001);
        join("bf", b, far);
        startAndConnect();
        a.originate("10.1.0.0/16");
        until("far hears of it", () -> !far.paths("10.1.0.0/16").isEmpty());
        assertThat(far.paths("10.1.0.0/16"))
                .singleElement()
                .matches(path -> !path.accepted() && path.rule().equals("own AS in the path"));
        assertThat(far.events(TraceKind.ROUTE_REFUSED, "bf")).isNotEmpty();
    }

    @Test
    void policiesChangeAndRefuseWhatComesAndGoes() {
        b.set(
                "ab",
                p -> p.importPolicy(policy(
                        rule(PolicyAction.REFUSE, new MatchClause.HasOrigin(Origin.EGP)),
                        rule(PolicyAction.ACCEPT, new SetClause.Communities(false, ImmutableList.of(COLOUR))))));
        b.set("bc", p -> p.exportPolicy(always(new SetClause.Prepend(64512, 2))));
        startAndConnect();
        a.originate("10.1.0.0/16", plain -> plain.toBuilder().origin(Origin.EGP).build());
        a.originate("10.2.0.0/16");
        until("c has the other", () -> c.has("10.2.0.0/16"));
        assertThat(c.has("10.1.0.0/16")).isFalse();
        assertThat(c.path("10.2.0.0/16")).isEqualTo("65002 64512 64512 65001");
        assertThat(c.best("10.2.0.0/16").attributes().has(COLOUR)).isTrue();
    }

    private static Policy always(SetClause set) {
        return policy(rule(PolicyAction.ACCEPT, set));
    }

    private static Policy policy(PolicyRule... rules) {
        return new Policy("policy", ImmutableList.copyOf(rules));
    }

    private static PolicyRule rule(PolicyAction action, MatchClause match) {
        return new PolicyRule("match", ImmutableList.of(match), ImmutableList.of(), action, "");
    }

    private static PolicyRule rule(PolicyAction action, SetClause set) {
        return new PolicyRule("set", ImmutableList.of(), ImmutableList.of(set), action, "");
    }

    @Test
    void noExportStopsAtTheBorderOfTheAs() {
        Node inside = router("inside", 65002);
        join("bi", b, inside);
        b.set("bi", p -> p.nextHopSelf(true));
        startAndConnect();
        a.originate("10.1.0.0/16", plain -> plain);
        b.originate("10.2.0.0/16", plain -> plain.toBuilder()
                .communities(List.of(Community.NO_EXPORT))
                .build());
        b.originate("10.3.0.0/16");
        until("both hear b", () -> c.has("10.3.0.0/16") && inside.has("10.3.0.0/16"));
        assertThat(inside.has("10.2.0.0/16")).isTrue();
        assertThat(c.paths("10.2.0.0/16")).isEmpty();
        assertThat(a.paths("10.2.0.0/16")).isEmpty();
    }

    @Test
    void ipv6RoutesGoOverIpv6Sessions() {
        Node d = router("d", 65004);
        joinByIpv6("cd", c, d);
        Node e = router("e", 65005);
        joinByIpv6("de", d, e);
        startAndConnect();
        c.originate("2001:db8:c::/48");
        until("e has it", () -> e.has("2001:db8:c::/48"));
        assertThat(e.best("2001:db8:c::/48").attributes())
                .isEqualTo(PathAttributes.builder(at(d, "de"))
                        .asPath(AsPath.of(65004, 65003))
                        .build());
        c.withdraw("2001:db8:c::/48");
        until("e has it no more", () -> !e.has("2001:db8:c::/48"));
    }

    @Test
    void aThousandRoutesComeAndGo() {
        startAndConnect();
        List<String> prefixes = IntStream.range(0, 1000)
                .mapToObj(i -> "10." + i / 250 + "." + i % 250 + ".0/24")
                .toList();
        prefixes.forEach(a::originate);
        until("c has them all", () -> prefixes.stream().allMatch(c::has));
        prefixes.forEach(a::withdraw);
        until("c has none of them", () -> prefixes.stream().noneMatch(c::has));
    }
}
