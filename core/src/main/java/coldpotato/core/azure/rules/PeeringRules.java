package coldpotato.core.azure.rules;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.LinkSubnets;
import coldpotato.core.azure.MicrosoftPeering;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PeeringLocation;
import coldpotato.core.azure.PublicAddresses;
import coldpotato.core.azure.RouteFilter;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Community;
import coldpotato.core.net.Family;
import coldpotato.core.net.Prefix;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What Azure refuses about circuits and their peerings. */
final class PeeringRules {
    private static final int VLAN_MAX = 4094;
    private static final Pattern ALPHANUMERIC = Pattern.compile("[A-Za-z0-9]*");
    private static final ImmutableSet<Long> BANDWIDTHS_MBPS =
            ImmutableSet.of(50L, 100L, 200L, 500L, 1_000L, 2_000L, 5_000L, 10_000L);

    private final HybridNetwork network;
    private final Consumer<Refusal> refusals;

    PeeringRules(HybridNetwork network, Consumer<Refusal> refusals) {
        this.network = network;
        this.refusals = refusals;
    }

    void check(Circuit circuit) {
        String path = ModelPath.circuit(circuit.name());
        if (circuit.direct().isEmpty() && !BANDWIDTHS_MBPS.contains(circuit.bandwidthMbps())) {
            refuse(path, "no circuit of " + circuit.bandwidthMbps() + " Mbps is offered", Document.FAQS);
        }
        if (circuit.metro() && circuit.location(Leg.SECONDARY).equals(circuit.location())) {
            refuse(path, "there is no second location for a Metro circuit at " + circuit.location(), Document.METRO);
        }
        if (circuit.sku() == Circuit.Sku.LOCAL && hasNoLocalRegion(circuit)) {
            refuse(path, "SKU Local is not offered at " + circuit.location(), Document.LOCATIONS);
        }
        if (circuit.privatePeering()
                        .map(Peering::vlan)
                        .equals(circuit.microsoftPeering().map(Peering::vlan))
                && circuit.privatePeering().isPresent()) {
            refuse(path, "both peerings use VLAN " + circuit.peerings().get(0).vlan(), Document.PEERING_SETTINGS);
        }
        circuit.peerings().forEach(peering -> check(circuit, peering));
        circuit.microsoftPeering().ifPresent(peering -> microsoft365(circuit, peering));
        subnetsApart(circuit);
    }

    void check(RouteFilter filter) {
        String path = ModelPath.routeFilter(filter.name());
        if (filter.rules().size() != 1) {
            refuse(path, "a route filter has one rule, not " + filter.rules().size(), Document.ROUTE_FILTER);
        }
        if (filter.rules().stream().anyMatch(rule -> rule.access() == RouteFilter.Access.DENY)) {
            refuse(path, "a rule of a route filter is of type Allow, not Deny", Document.ROUTE_FILTER);
        }
        for (Community community : filter.communities()) {
            if (community.bits() >>> 16 != Documented.MSEE_ASN.toInt()) {
                refuse(path, community + " is no community of Microsoft's (12076:...)", Document.ROUTE_FILTER);
            }
        }
    }

    /** Values of Microsoft 365 need an authorization by Microsoft, and a Premium circuit. */
    private void microsoft365(Circuit circuit, MicrosoftPeering peering) {
        ImmutableSet<Community> wanted = peering.routeFilter().stream()
                .flatMap(name -> network.routeFilters().get(name).communities().stream())
                .filter(Documented.MICROSOFT_365::contains)
                .collect(ImmutableSet.toImmutableSet());
        String path = ModelPath.peering(circuit.name(), PeeringKind.MICROSOFT);
        if (!wanted.isEmpty() && !circuit.terms().microsoft365()) {
            refuse(
                    path,
                    "route filter " + peering.routeFilter().orElseThrow() + " lists "
                            + Joiner.on(", ").join(wanted)
                            + " of Microsoft 365, which Microsoft has to authorize first",
                    Document.ROUTE_FILTER);
        }
        if (!wanted.isEmpty() && circuit.sku() != Circuit.Sku.PREMIUM) {
            refuse(
                    path,
                    "Microsoft 365 needs a Premium circuit, not a "
                            + circuit.sku().text() + " one",
                    Document.FAQS);
        }
    }

    private static boolean hasNoLocalRegion(Circuit circuit) {
        return PeeringLocation.catalogue()
                .find(circuit.location())
                .map(location -> location.localRegions().isEmpty())
                .orElse(false);
    }

    private void check(Circuit circuit, Peering peering) {
        String path = ModelPath.peering(circuit.name(), peering.kind());
        if (peering.vlan() < 1 || peering.vlan() > VLAN_MAX) {
            refuse(path, "VLAN " + peering.vlan() + " is not from 1 to " + VLAN_MAX, Document.PEERING_SETTINGS);
        }
        peering.md5().ifPresent(key -> md5(path, key));
        for (Family family : Family.values()) {
            peering.subnets(family).ifPresent(subnets -> sizes(path, subnets));
        }
        for (Leg leg : Leg.values()) {
            asn(circuit, peering, leg);
        }
        switch (peering.kind()) {
            case PRIVATE -> apartFromVirtualNetworks(path, peering);
            case MICROSOFT -> {
                publicAddresses(path, (MicrosoftPeering) peering);
                apartFromOtherCircuits(circuit, path, peering);
            }
        }
    }

    private void md5(String path, String key) {
        if (key.length() > Documented.MD5_KEY_MAX || !ALPHANUMERIC.matcher(key).matches()) {
            refuse(
                    path,
                    "an MD5 key has up to " + Documented.MD5_KEY_MAX + " letters and digits, nothing else",
                    Document.PEERING_SETTINGS);
        }
    }

    private void sizes(String path, LinkSubnets subnets) {
        for (Leg leg : Leg.values()) {
            Prefix subnet = subnets.on(leg);
            int length = subnet.family() == Family.IPV4 ? 30 : 126;
            if (subnet.length() != length) {
                refuse(path, "the " + leg.text() + " link needs a /" + length + ", not " + subnet, Document.ROUTING);
            }
        }
    }

    private void asn(Circuit circuit, Peering peering, Leg leg) {
        Asn asn = circuit.provider().asn().orElseGet(() -> siteAsn(peering.link(leg)));
        String path = ModelPath.link(circuit.name(), peering.kind(), leg);
        if (asn.compareTo(Documented.RESERVED_ASN_FIRST) >= 0 && asn.compareTo(Documented.RESERVED_ASN_LAST) <= 0) {
            refuse(path, "AS " + asn + " is kept for Azure (65515 to 65520)", Document.PEERING_SETTINGS);
        }
        if (asn.equals(Documented.MSEE_ASN)) {
            refuse(path, "AS " + asn + " is Microsoft's own", Document.ROUTING);
        }
        if (asn.isNobodys()) {
            refuse(path, "AS " + asn + " is reserved by IANA, neither private nor anybody's", Document.ROUTING);
        }
        if (peering.kind() == PeeringKind.MICROSOFT && asn.isDocumentation()) {
            refuse(path, "AS " + asn + " is for documentation, not for Microsoft peering", Document.ROUTING);
        }
    }

    private Asn siteAsn(PeeringLink link) {
        return network.siteAt(link.router()).asn();
    }

    private void apartFromVirtualNetworks(String path, Peering peering) {
        for (VirtualNetwork vnet : network.virtualNetworks().values()) {
            for (Prefix subnet : subnets(peering)) {
                vnet.prefixes().stream()
                        .filter(subnet::overlaps)
                        .forEach(prefix -> refuse(
                                path,
                                "link subnet " + subnet + " overlaps " + prefix + " of VNet " + vnet.name(),
                                Document.ROUTING));
            }
        }
    }

    /** Public link addresses belong to one peering in the world; those of private peering are each customer's own. */
    private void apartFromOtherCircuits(Circuit circuit, String path, Peering peering) {
        network.circuits().values().stream()
                .takeWhile(other -> !other.name().equals(circuit.name()))
                .forEach(other -> other.microsoftPeering().stream()
                        .flatMap(theirs -> subnets(theirs).stream())
                        .filter(taken -> subnets(peering).stream().anyMatch(taken::overlaps))
                        .forEach(taken -> refuse(
                                path,
                                "link subnet " + taken + " is in use by Microsoft peering of circuit " + other.name(),
                                Document.ROUTING)));
    }

    private void publicAddresses(String path, MicrosoftPeering peering) {
        subnets(peering).stream()
                .filter(PublicAddresses::isNotPublic)
                .forEach(subnet -> refuse(path, "link subnet " + subnet + " is not public", Document.ROUTING));
        if (peering.advertisedPublicPrefixes().isEmpty()) {
            refuse(path, "there are no advertised public prefixes", Document.ROUTING);
        }
        for (Prefix prefix : peering.advertisedPublicPrefixes()) {
            if (prefix.isDefault()) {
                refuse(path, "a default route is not accepted on Microsoft peering", Document.ROUTING);
            } else if (PublicAddresses.isNotPublic(prefix)) {
                refuse(path, "advertised prefix " + prefix + " is not public", Document.ROUTING);
            }
        }
    }

    private void subnetsApart(Circuit circuit) {
        List<Prefix> seen = new ArrayList<>();
        for (Peering peering : circuit.peerings()) {
            for (Prefix subnet : subnets(peering)) {
                seen.stream()
                        .filter(subnet::overlaps)
                        .forEach(other -> refuse(
                                ModelPath.peering(circuit.name(), peering.kind()),
                                "link subnets " + other + " and " + subnet + " overlap",
                                Document.ROUTING));
                seen.add(subnet);
            }
        }
    }

    static ImmutableList<Prefix> subnets(Peering peering) {
        ImmutableList.Builder<Prefix> all = ImmutableList.builder();
        for (Family family : Family.values()) {
            peering.subnets(family).ifPresent(subnets -> all.add(subnets.primary(), subnets.secondary()));
        }
        return all.build();
    }

    private void refuse(String path, String reason, Document source) {
        refusals.accept(new Refusal(path, reason, source));
    }
}
