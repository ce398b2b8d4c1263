package coldpotato.sim.azure;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.policy.AsPathRegex;
import coldpotato.bgp.policy.CommunityPattern;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.NumberRange;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.SetClause;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.IpVpn;
import coldpotato.core.azure.MicrosoftPeering;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PublicAddresses;
import coldpotato.core.azure.RouteFilter;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.azure.grounds.LifecycleAssumptions;
import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;

/** What is let through on the sessions of a circuit, at each end and in each direction. */
final class CircuitPolicies {
    private static final int MSEE_ASN = Documented.MSEE_ASN.toInt();

    private static final PolicyRule NO_TRANSIT =
            Rules.refuse("no transit through the provider", new MatchClause.PathContains(MSEE_ASN));

    private static final PolicyRule WITHOUT_AZURES_AS = Rules.set(
            "Azure's private AS numbers are not shown",
            new SetClause.RemoveAs(Documented.RESERVED_ASN_FIRST.toInt(), Documented.RESERVED_ASN_LAST.toInt()));

    /** 64496 to 64511 (RFC 5398) anywhere in the path. */
    private static final MatchClause DOCUMENTATION_ASN =
            new MatchClause.PathMatches(AsPathRegex.compile("_(6449[6-9]|6450[0-9]|6451[01])_"));

    private final Compilation compilation;

    CircuitPolicies(Compilation compilation) {
        this.compilation = compilation;
    }

    /** The customer's router announces its list and nothing else; then prepends; then the user's own policy decides. */
    Policy customerExport(PeeringKind kind, PeeringLink link) {
        Optional<IpVpn> provider = compilation.network().ipvpnOf(link.router());
        ImmutableList.Builder<PolicyRule> rules = ImmutableList.builder();
        if (provider.isEmpty() || link.advertise().isPresent()) {
            rules.add(Rules.refuse(
                    "not announced on " + kind.title(),
                    Rules.anythingBut(compilation.network().announcedOn(kind, link))));
        }
        if (provider.isPresent() && !provider.get().reflectsAzure()) {
            rules.add(NO_TRANSIT);
        }
        if (link.prepend() > 0) {
            rules.add(Rules.set("prepend " + link.prepend(), new SetClause.PrependOwn(link.prepend())));
        }
        Policy announced = Rules.policy("announced on " + kind.title(), Rules.accept("announced on " + kind.title()));
        Policy user = link.exportPolicy().isEmpty() ? announced : compilation.policy(link.exportPolicy());
        return Rules.before(user, rules.build());
    }

    /** A provider on layer 3 passes on what comes from the customer, not what comes from Microsoft. */
    Policy providerToMicrosoft() {
        return Rules.policy("provider", Rules.accept("customer routes"), NO_TRANSIT);
    }

    Policy mseeImport(Peering peering, Basis at) {
        return switch (peering.kind()) {
            case PRIVATE ->
                Rules.policy(
                        "private peering",
                        Rules.accept("private peering"),
                        Rules.withoutCommunities("customer communities are ignored"),
                        Rules.set("customer MED is ignored", new SetClause.Med(PathAttributes.ABSENT)));
            case MICROSOFT -> fromCustomer((MicrosoftPeering) peering, at);
        };
    }

    Policy mseeExport(Peering peering, Basis at) {
        return switch (peering.kind()) {
            case PRIVATE ->
                // Besides the customer's own, which is never told what it said, only gateways and Global Reach bring
                // routes.
                Rules.policy("private peering", Rules.accept("private peering"), WITHOUT_AZURES_AS, Marks.REMOVED);
            case MICROSOFT -> toCustomer((MicrosoftPeering) peering, at);
        };
    }

    /** The advertised public prefixes are an access list; private addresses and default routes never pass. */
    private Policy fromCustomer(MicrosoftPeering peering, Basis at) {
        ImmutableSet<Prefix> permitted = peering.advertisedPublicPrefixes();
        Policy usual = Rules.policy(
                "Microsoft peering",
                Rules.refuse("not in the advertised public prefixes"),
                Rules.refuse(
                        "default route on Microsoft peering",
                        Rules.exactly(ImmutableSet.of(Prefix.DEFAULT_IPV4, Prefix.DEFAULT_IPV6))),
                Rules.refuse("private addresses on Microsoft peering", Rules.within(PublicAddresses.NOT_PUBLIC)),
                Rules.withoutCommunities("customer communities are ignored"),
                Rules.set("customer MED is ignored", new SetClause.Med(PathAttributes.ABSENT)),
                Rules.accept(
                        "advertised public prefixes",
                        at.isOn(Assumptions.ACCESS_LIST_MORE_SPECIFIC)
                                ? Rules.within(permitted)
                                : Rules.exactly(permitted)));
        boolean dropped = at.choice(LifecycleAssumptions.DOCUMENTATION_ASN).equals("dropped");
        return dropped
                ? Rules.before(
                        usual,
                        ImmutableList.of(Rules.refuse("AS number for documentation in the path", DOCUMENTATION_ASN)))
                : usual;
    }

    private Policy toCustomer(MicrosoftPeering peering, Basis at) {
        Optional<RouteFilter> filter = peering.routeFilter()
                .map(name -> compilation.network().routeFilters().get(name));
        if (filter.isPresent()) {
            return filtered(filter.get(), at);
        }
        return peering.configured().isBefore(Documented.ROUTE_FILTER_SINCE)
                ? Rules.policy(
                        "no route filter",
                        Rules.accept("configured before " + Documented.ROUTE_FILTER_SINCE + ", announces everything"))
                : Rules.policy("no route filter", Rules.refuse("no route filter is attached"));
    }

    private Policy filtered(RouteFilter filter, Basis at) {
        String name = "route filter " + filter.name();
        MatchClause listed = Rules.anyCommunity(
                filter.communities().stream().map(CommunityPattern::of).collect(ImmutableList.toImmutableList()));
        PolicyRule end = Rules.refuse("not in " + name);
        return at.isOn(Assumptions.FILTER_MATCHES_ANY)
                ? Rules.policy(name, end, Rules.accept(name, listed))
                : Rules.policy(
                        name,
                        end,
                        Rules.refuse("not wholly in " + name, Rules.anyCommunity(unlisted(filter))),
                        Rules.accept(name, listed));
    }

    /** Every community of Microsoft's that the filter does not list, as ranges. */
    private static ImmutableList<CommunityPattern> unlisted(RouteFilter filter) {
        ImmutableList.Builder<CommunityPattern> gaps = ImmutableList.builder();
        int next = 0;
        for (Community community : ImmutableSortedSet.copyOf(filter.communities())) {
            int value = community.bits() & 0xffff;
            if (community.bits() >>> 16 == MSEE_ASN) {
                addRange(gaps, next, value - 1);
                next = value + 1;
            }
        }
        addRange(gaps, next, 0xffff);
        return gaps.build();
    }

    private static void addRange(ImmutableList.Builder<CommunityPattern> ranges, int first, int last) {
        if (first <= last) {
            ranges.add(new CommunityPattern(
                    CommunityPattern.Kind.STANDARD,
                    ImmutableList.of(NumberRange.of(MSEE_ASN), new NumberRange(first, last))));
        }
    }
}
