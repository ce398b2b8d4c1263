package coldpotato.bgp.policy;

import static coldpotato.bgp.policy.RouteSample.SESSION;
import static coldpotato.bgp.policy.RouteSample.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.Community;
import coldpotato.core.net.ExtendedCommunity;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.LargeCommunity;
import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

class SetClauseTest {
    private static final Community REGION = Community.of(12076, 51004);
    private static final Community OWN = Community.of(65010, 30);
    private static final LargeCommunity LARGE = new LargeCommunity(65010, 1, 2);
    private static final ExtendedCommunity TARGET = new ExtendedCommunity(0x0002_fdf2_0000_0007L);

    private static final PolicyRoute PLAIN = route(a -> a);
    private static final PolicyRoute TAGGED = route(a -> a.communities(ImmutableList.of(REGION)));

    private static PathAttributes after(PolicyRoute route, SetClause set) {
        return set.apply(route).attributes();
    }

    @Test
    void setsNumbers() {
        assertThat(after(PLAIN, new SetClause.LocalPref(150)).localPref()).isEqualTo(150);
        assertThat(after(PLAIN, new SetClause.Med(20)).med()).isEqualTo(20);
        assertThat(new SetClause.Weight(5).apply(PLAIN).weight()).hasValue(5);
    }

    @Test
    void takesMedAway() {
        PolicyRoute withMed = route(a -> a.med(20));

        assertThat(after(withMed, new SetClause.Med(PathAttributes.ABSENT)).med())
                .isEqualTo(PathAttributes.ABSENT);
    }

    @Test
    void setsOrigin() {
        SetClause set = new SetClause.Origin(coldpotato.bgp.attr.Origin.INCOMPLETE);

        assertThat(after(PLAIN, set).origin()).isEqualTo(coldpotato.bgp.attr.Origin.INCOMPLETE);
    }

    @Test
    void prependsAnyAsOrTheOneWeShow() {
        assertThat(after(PLAIN, new SetClause.Prepend(65001, 2)).asPath()).isEqualTo(AsPath.of(65001, 65001, 12076));
        assertThat(after(PLAIN, new SetClause.PrependOwn(3)).asPath()).isEqualTo(AsPath.of(65010, 65010, 65010, 12076));
    }

    @Test
    void removesTheAsNumbersOfARangeOnly() {
        PolicyRoute route = route(a -> a.asPath(AsPath.of(65515, 65520, 65010, 65520)));

        assertThat(after(route, new SetClause.RemoveAs(65515, 65520)).asPath()).isEqualTo(AsPath.of(65010));
        assertThat(new SetClause.RemoveAs(1, 64000).apply(route)).isSameAs(route);
    }

    @Test
    void prependingHasLimits() {
        assertThatThrownBy(() -> new SetClause.PrependOwn(0)).hasMessageContaining("1 to 64 times");
        assertThatThrownBy(() -> new SetClause.Prepend(1, 65)).hasMessageContaining("1 to 64 times");
    }

    @Test
    void setsTheNextHop() {
        IpAddress other = IpAddress.parse("10.0.0.9");

        assertThat(after(PLAIN, new SetClause.NextHop(other)).nextHop()).isEqualTo(other);
        assertThat(after(PLAIN, new SetClause.NextHopSelf()).nextHop()).isEqualTo(SESSION.localAddress());
        assertThat(after(route(a -> a.nextHop(other)), new SetClause.NextHopPeer())
                        .nextHop())
                .isEqualTo(SESSION.neighbourAddress());
    }

    @Test
    void aNextHopOfAnotherFamilyIsNotSet() {
        SetClause set = new SetClause.NextHop(IpAddress.parse("2001:db8::1"));

        assertThat(set.apply(PLAIN)).isSameAs(PLAIN);
    }

    @Test
    void replacesCommunities() {
        assertThat(after(TAGGED, new SetClause.Communities(true, ImmutableList.of(OWN)))
                        .communities())
                .containsExactly(OWN);
    }

    @Test
    void addsCommunitiesOnce() {
        SetClause add = new SetClause.Communities(false, ImmutableList.of(OWN, REGION));

        assertThat(after(TAGGED, add).communities()).containsExactly(REGION, OWN);
        assertThat(after(TAGGED, new SetClause.Communities(false, ImmutableList.of(REGION))))
                .isSameAs(TAGGED.attributes());
    }

    @Test
    void addsLargeAndExtendedCommunities() {
        SetClause large = new SetClause.LargeCommunities(false, ImmutableList.of(LARGE));
        SetClause extended = new SetClause.ExtendedCommunities(true, ImmutableList.of(TARGET));

        assertThat(after(PLAIN, large).largeCommunities()).containsExactly(LARGE);
        assertThat(after(PLAIN, extended).extendedCommunities()).containsExactly(TARGET);
    }

    @Test
    void removesCommunitiesByPatternAndKind() {
        PolicyRoute all = route(a -> a.communities(ImmutableList.of(REGION, OWN))
                .largeCommunities(ImmutableList.of(LARGE))
                .extendedCommunities(ImmutableList.of(TARGET)));
        SetClause remove = new SetClause.RemoveCommunities(
                ImmutableList.of(CommunityPattern.parse("65010:*"), CommunityPattern.parse("rt:*:*")));

        PathAttributes left = after(all, remove);

        assertThat(left.communities()).containsExactly(REGION);
        assertThat(left.largeCommunities()).containsExactly(LARGE);
        assertThat(left.extendedCommunities()).isEmpty();
    }
}
