package coldpotato.bgp.policy;

import static coldpotato.bgp.policy.RouteSample.route;
import static coldpotato.bgp.policy.RouteSample.withPath;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.AsSegment;
import coldpotato.bgp.attr.Origin;
import coldpotato.core.net.Community;
import coldpotato.core.net.ExtendedCommunity;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.LargeCommunity;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MatchClauseTest {
    private static final PolicyRoute PLAIN = route(a -> a);
    private static final PolicyRoute TAGGED =
            route(a -> a.communities(ImmutableList.of(Community.of(12076, 51004), Community.of(65010, 30)))
                    .largeCommunities(ImmutableList.of(new LargeCommunity(65010, 1, 2)))
                    .extendedCommunities(ImmutableList.of(new ExtendedCommunity(0x0002_fdf2_0000_0007L))));

    private static ImmutableList<CommunityPattern> patterns(String... texts) {
        return Stream.of(texts).map(CommunityPattern::parse).collect(ImmutableList.toImmutableList());
    }

    private static boolean any(String... texts) {
        return new MatchClause.AnyCommunity(patterns(texts)).holds(TAGGED);
    }

    private static boolean all(String... texts) {
        return new MatchClause.AllCommunities(patterns(texts)).holds(TAGGED);
    }

    @Test
    void prefixMustBeInTheList() {
        MatchClause match = new MatchClause.Prefixes(PrefixList.exactly(Prefix.parse("10.20.0.0/16")));

        assertThat(match.holds(PLAIN)).isTrue();
        assertThat(match.holds(route("10.21.0.0/16", a -> a))).isFalse();
    }

    @Test
    void familyIsThatOfThePrefix() {
        assertThat(new MatchClause.OfFamily(AfiSafi.IPV4_UNICAST).holds(PLAIN)).isTrue();
        assertThat(new MatchClause.OfFamily(AfiSafi.IPV6_UNICAST).holds(PLAIN)).isFalse();
    }

    @Test
    void pathMatchesAnExpressionOverItsText() {
        MatchClause match = new MatchClause.PathMatches(AsPathRegex.compile("^12076_65020$"));

        assertThat(match.holds(withPath(12076, 65020))).isTrue();
        assertThat(match.holds(withPath(12076, 65021))).isFalse();
    }

    @Test
    void pathContainsAnAsAnywhere() {
        assertThat(new MatchClause.PathContains(65020).holds(withPath(12076, 65020, 65030)))
                .isTrue();
        assertThat(new MatchClause.PathContains(65020).holds(PLAIN)).isFalse();
    }

    @Test
    void originAsIsTheLast() {
        assertThat(new MatchClause.OriginAs(65020).holds(withPath(12076, 65020)))
                .isTrue();
        assertThat(new MatchClause.OriginAs(12076).holds(withPath(12076, 65020)))
                .isFalse();
    }

    @Test
    void aPathThatEndsInASetHasNoOriginAs() {
        AsPath path = new AsPath(ImmutableList.of(new AsSegment(AsSegment.Type.AS_SET, ImmutableIntArray.of(65020))));

        assertThat(new MatchClause.OriginAs(65020).holds(route(a -> a.asPath(path))))
                .isFalse();
    }

    @Test
    void pathLengthIsARange() {
        MatchClause match = new MatchClause.PathLength(new NumberRange(2, 3));

        assertThat(match.holds(withPath(1))).isFalse();
        assertThat(match.holds(withPath(1, 2, 3))).isTrue();
        assertThat(match.holds(withPath(1, 2, 3, 4))).isFalse();
    }

    @Test
    void anyCommunityNeedsOneOfThePatterns() {
        assertThat(any("12076:51004")).isTrue();
        assertThat(any("12076:50002", "12076:*")).isTrue();
        assertThat(any("12076:51005..52000", "no-export")).isFalse();
    }

    @Test
    void allCommunitiesNeedsEachOfThePatterns() {
        assertThat(all("12076:*", "65010:30")).isTrue();
        assertThat(all("12076:*", "65010:31")).isFalse();
    }

    @Test
    void largeAndExtendedCommunitiesMatchByHowThePatternIsWritten() {
        assertThat(any("65010:1:*")).isTrue();
        assertThat(any("65010:2:*")).isFalse();
        assertThat(any("rt:65010:7")).isTrue();
        assertThat(any("soo:65010:7")).isFalse();
        assertThat(all("65010:*:2", "rt:*:*", "65010:30")).isTrue();
    }

    @Test
    void nextHopLiesInABlock() {
        MatchClause match = new MatchClause.NextHopIn(ImmutableList.of(Prefix.parse("192.168.100.128/30")));

        assertThat(match.holds(PLAIN)).isTrue();
        assertThat(match.holds(route(a -> a.nextHop(IpAddress.parse("10.0.0.1")))))
                .isFalse();
    }

    @Test
    void originIsCompared() {
        assertThat(new MatchClause.HasOrigin(Origin.IGP).holds(PLAIN)).isTrue();
        assertThat(new MatchClause.HasOrigin(Origin.EGP).holds(PLAIN)).isFalse();
    }

    @Test
    void anAbsentMedCountsAsZero() {
        MatchClause zero = new MatchClause.Med(NumberRange.of(0));

        assertThat(zero.holds(PLAIN)).isTrue();
        assertThat(zero.holds(route(a -> a.med(5)))).isFalse();
        assertThat(new MatchClause.Med(NumberRange.atLeast(5)).holds(route(a -> a.med(5))))
                .isTrue();
    }

    @Test
    void anAbsentLocalPreferenceCountsAsOneHundred() {
        MatchClause hundred = new MatchClause.LocalPref(NumberRange.of(100));

        assertThat(hundred.holds(PLAIN)).isTrue();
        assertThat(hundred.holds(route(a -> a.localPref(99)))).isFalse();
    }

    @Test
    void neighbourAsIsThatOfTheSession() {
        assertThat(new MatchClause.NeighbourAs(12076).holds(withPath(65020))).isTrue();
        assertThat(new MatchClause.NeighbourAs(65020).holds(withPath(65020))).isFalse();
    }
}
