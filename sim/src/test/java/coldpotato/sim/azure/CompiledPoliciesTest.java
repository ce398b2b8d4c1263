package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.attr.PathAttributesBuilder;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyAction;
import coldpotato.bgp.policy.PolicyRoute;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.PolicySession;
import coldpotato.bgp.policy.PolicyVerdict;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.grounds.AssumptionValues;
import coldpotato.core.azure.operations.AnnouncementOperation;
import coldpotato.core.azure.operations.EdgeOperation;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.operations.PeeringLeg;
import coldpotato.core.azure.operations.PeeringOperation;
import coldpotato.core.net.Community;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sessions of a plan let through, and which rule says so. */
class CompiledPoliciesTest {
    private static final IpAddress HOP = IpAddress.parse("192.0.2.1");
    private static final PolicySession SESSION = new PolicySession(65010, 12076, HOP, HOP);
    private static final PeeringLeg PRIMARY = new PeeringLeg("er-ams", Leg.PRIMARY, PeeringKind.PRIVATE);

    private final NetworkPlan plan = Networks.compile(Networks.everything().build());

    @Test
    void theCustomerAnnouncesWhatItsSiteHasAndNothingElse() {
        Policy export = customerExport(plan, "er-ams.primary.private.ipv4");
        assertThat(verdict(export, "10.10.0.0/16").accepted()).isTrue();
        assertThat(verdict(export, "10.20.0.0/16").rule()).isEqualTo("not announced on private peering");
        assertThat(verdict(export, "10.10.1.0/24").accepted()).isFalse();
        assertThat(verdict(export, "203.0.113.0/24").accepted()).isFalse();
        assertThat(verdict(customerExport(plan, "er-ams.primary.microsoft.ipv4"), "203.0.113.0/24")
                        .accepted())
                .isTrue();
    }

    @Test
    void theCustomerPrependsItsOwnAs() {
        NetworkPlan prepended = after(new EdgeOperation.SetPrepend(PRIMARY, 3));
        PolicyVerdict verdict = verdict(customerExport(prepended, "er-ams.primary.private.ipv4"), "10.10.0.0/16");
        assertThat(verdict.attributes().asPath()).isEqualTo(AsPath.of(65010, 65010, 65010));
    }

    @Test
    void theUsersPolicyDecidesAboutWhatIsToBeAnnounced() {
        Policy none = new Policy("hide", ImmutableList.of(), PolicyRule.always("hide all", PolicyAction.REFUSE));
        HybridNetwork network = new EdgeOperation.SetPolicy(PRIMARY, Optional.empty(), Optional.of("hide"))
                .change(Networks.oneCircuit().build());
        Policy export = customerExport(
                AzureCompiler.compile(network, ImmutableMap.of("hide", none)), "er-ams.primary.private.ipv4");
        assertThat(verdict(export, "10.10.0.0/16").rule()).isEqualTo("hide all");
    }

    @Test
    void microsoftIgnoresTheCustomersCommunitiesAndMed() {
        Policy policy = plan.sessions().get("er-ams.primary.private.ipv4").b().importPolicy();
        PolicyVerdict verdict = policy.apply(route(
                "10.10.0.0/16",
                attributes().communities(communities("65010:1", "no-export")).med(5)));
        assertThat(verdict.accepted()).isTrue();
        assertThat(verdict.attributes().communities()).isEmpty();
        assertThat(verdict.attributes().med()).isEqualTo(PathAttributes.ABSENT);
    }

    @Test
    void privatePeeringTakesADefaultRoute() {
        Policy policy = plan.sessions().get("er-ams.primary.private.ipv4").b().importPolicy();
        assertThat(verdict(policy, "0.0.0.0/0").accepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24,advertised public prefixes",
        "203.0.113.7/32,advertised public prefixes",
        "198.51.100.0/24,not in the advertised public prefixes",
        "0.0.0.0/0,default route on Microsoft peering",
        "10.0.0.0/8,private addresses on Microsoft peering",
        "192.168.7.0/24,private addresses on Microsoft peering"
    })
    void microsoftPeeringTakesPublicPrefixesOfTheList(String prefix, String rule) {
        Policy policy = plan.sessions().get("er-ams.primary.microsoft.ipv4").b().importPolicy();
        assertThat(verdict(policy, prefix).rule()).isEqualTo(rule);
    }

    @Test
    void microsoftPeeringIsSilentWithoutAFilter() {
        assertThat(shown(plan, "12076:51002").rule()).isEqualTo("no route filter is attached");
    }

    @Test
    void microsoftPeeringFromBeforeFiltersAnnouncesEverything() {
        NetworkPlan old = Networks.compile(Networks.everything()
                .put(Networks.withMicrosoftPeering(
                        Networks.everything().build().circuits().get("er-ams"), LocalDate.of(2017, 7, 31)))
                .build());
        assertThat(shown(old, "12076:51002").accepted()).isTrue();
    }

    @Test
    void aFilterShowsWhatItLists() {
        NetworkPlan filtered = after(new PeeringOperation.AttachRouteFilter("er-ams", "storage"));
        assertThat(shown(filtered, "12076:51002", "12076:52002").rule()).isEqualTo("route filter storage");
        assertThat(shown(filtered, "12076:51004").rule()).isEqualTo("not in route filter storage");
    }

    @Test
    void aFilterMayBeAssumedToNeedAllCommunities() {
        HybridNetwork strict = Networks.everything()
                .assumptions(new AssumptionValues(ImmutableMap.of("route-filter-matches-any", "off")))
                .build();
        NetworkPlan filtered =
                Networks.compile(new PeeringOperation.AttachRouteFilter("er-ams", "storage").change(strict));
        assertThat(shown(filtered, "12076:51002", "12076:52002").accepted()).isFalse();
        assertThat(shown(filtered, "12076:52002").accepted()).isTrue();
    }

    @Test
    void aStandardCircuitIsToldOfItsOwnGeopoliticalRegionOnly() {
        Policy export = plan.sessions().get("er-ams.msee1.backbone.ipv4").b().exportPolicy();
        assertThat(verdict(export, "20.60.0.0/16").accepted()).isTrue();
        assertThat(verdict(export, "20.70.0.0/16").accepted()).isFalse();
        assertThat(verdict(export, "20.80.0.0/16").accepted())
                .as("on the Internet only")
                .isFalse();
    }

    @Test
    void theInternetIsToldOfEveryService() {
        Policy export = plan.sessions().get("microsoft.internet.ipv4").b().exportPolicy();
        assertThat(verdict(export, "20.70.0.0/16").accepted()).isTrue();
        assertThat(verdict(export, "20.80.0.0/16").accepted()).isTrue();
        assertThat(verdict(export, "203.0.113.0/24").accepted())
                .as("heard over ExpressRoute")
                .isFalse();
    }

    @Test
    void microsoftPrefersExpressRouteToTheInternet() {
        Policy fromCircuit =
                plan.sessions().get("er-ams.msee1.backbone.ipv4").b().importPolicy();
        Policy fromInternet = plan.sessions().get("microsoft.internet.ipv4").b().importPolicy();
        assertThat(verdict(fromCircuit, "203.0.113.0/24").attributes().effectiveLocalPref())
                .isGreaterThan(
                        verdict(fromInternet, "203.0.113.0/24").attributes().effectiveLocalPref());
    }

    @Test
    void aGatewayAnnouncesItsVirtualNetworkAndNothingThatItHeard() {
        Policy export = plan.sessions().get("hub-ams.msee1.gateway1.ipv4").b().exportPolicy();
        assertThat(verdict(export, "10.20.0.0/16").accepted()).isTrue();
        assertThat(verdict(export, "10.10.0.0/16").accepted()).isFalse();
    }

    @Test
    void anMseeDoesNotTellOneGatewayOfAnother() {
        Policy export = plan.sessions().get("hub-ams.msee1.gateway1.ipv4").a().exportPolicy();
        assertThat(export.apply(route("10.30.0.0/16", attributes().asPath(AsPath.of(65515))))
                        .rule())
                .isEqualTo("VNet to VNet over the circuit is off");
        assertThat(export.apply(route("10.10.0.0/16", attributes().asPath(AsPath.of(65010))))
                        .accepted())
                .isTrue();
    }

    @Test
    void halvesOfAPrefixAreAnnouncedOnTheirLinkAndStayOutOfIbgp() {
        NetworkPlan halved =
                after(new AnnouncementOperation.Announce("er-ams.primary.private", Networks.prefixes("10.10.0.0/17")));
        assertThat(halved.nodes().get("ce1").originations())
                .anyMatch(origination -> origination.prefix().equals(Prefix.parse("10.10.0.0/17")));
        assertThat(verdict(customerExport(halved, "er-ams.primary.private.ipv4"), "10.10.0.0/17")
                        .accepted())
                .isTrue();
        Policy ibgp = halved.sessions().get("ibgp.ce1-ce2.ipv4").a().exportPolicy();
        assertThat(verdict(ibgp, "10.10.0.0/17").accepted()).isFalse();
        assertThat(verdict(ibgp, "10.10.0.0/16").accepted()).isTrue();
    }

    private static Policy customerExport(NetworkPlan plan, String session) {
        return plan.sessions().get(session).a().exportPolicy();
    }

    private static PolicyVerdict shown(NetworkPlan plan, String... communities) {
        return plan.sessions()
                .get("er-ams.primary.microsoft.ipv4")
                .b()
                .exportPolicy()
                .apply(route("20.60.0.0/16", attributes().communities(communities(communities))));
    }

    private static NetworkPlan after(Operation operation) {
        return Networks.compile(operation.change(Networks.everything().build()));
    }

    private static PolicyVerdict verdict(Policy policy, String prefix) {
        return policy.apply(route(prefix, attributes()));
    }

    private static PathAttributesBuilder attributes() {
        return PathAttributes.builder(HOP);
    }

    private static PolicyRoute route(String prefix, PathAttributesBuilder attributes) {
        return new PolicyRoute(Prefix.parse(prefix), attributes.build(), SESSION);
    }

    private static ImmutableList<Community> communities(String... texts) {
        return Arrays.stream(texts).map(Community::parse).collect(ImmutableList.toImmutableList());
    }
}
