package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the documents say that ExpressRoute and its surroundings do, as numbered stories. A scenario says which of them it shows;
 * the table in the README of this module says where each is shown.
 */
public enum DocumentedBehaviour {
    S01(
            "A /29 of private peering becomes two /30: the customer takes the first address of each, Microsoft the second.",
            "expressroute-routing.md"),
    S02(
            "A /125 becomes two /126 in the same way, on the VLAN that is there.",
            "expressroute-routing.md",
            "expressroute-erdirect-about.md"),
    S03(
            "Without BFD a silent failure lasts until the hold timer expires, two to three minutes.",
            "expressroute-bfd.md"),
    S04(
            "With BFD both ends know within a second, and traffic is on the other link within a minute.",
            "expressroute-bfd.md",
            "designing-for-high-availability-with-expressroute.md"),
    S05("Of two hold times the lower counts, for both ends.", "expressroute-bfd.md", "expressroute-faqs.md"),
    S06(
            "Where both links carry, only the flows of the link that fails move, about half of them.",
            "designing-for-high-availability-with-expressroute.md",
            "expressroute-faqs.md"),
    S07(
            "Prepending on one link makes the circuit active-passive for traffic from Azure.",
            "expressroute-optimize-routing.md",
            "designing-for-high-availability-with-expressroute.md"),
    S08(
            "The 4,001st IPv4 prefix ends the sessions of a Standard private peering, until the count is legal again.",
            "expressroute-routing.md",
            "expressroute-faqs.md"),
    S09(
            "Premium carries 10,000 IPv4 prefixes, and cannot be given up while more than 4,000 are in use.",
            "expressroute-routing.md",
            "expressroute-faqs.md"),
    S10(
            "Default route and private prefixes are taken on private peering, and not on Microsoft peering.",
            "expressroute-routing.md",
            "expressroute-faqs.md"),
    S11(
            "More specific routes make one circuit active, the aggregate makes the other its standby.",
            "designing-for-disaster-recovery-with-expressroute-privatepeering.md"),
    S12(
            "The connection of higher weight carries everything while its circuit lives.",
            "designing-for-disaster-recovery-with-expressroute-privatepeering.md"),
    S13("Weight is compared before the length of the AS path.", "expressroute-optimize-routing.md"),
    S14(
            "A more specific route wins however long its AS path is.",
            "designing-for-disaster-recovery-with-expressroute-privatepeering.md"),
    S15(
            "Equal routes of two circuits share the flows, and each flow stays on one of them.",
            "designing-for-disaster-recovery-with-expressroute-privatepeering.md",
            "expressroute-faqs.md"),
    S16(
            "On Microsoft peering prepended private AS numbers are taken away, so they demote nothing; public ones do.",
            "expressroute-optimize-routing.md",
            "expressroute-routing.md"),
    S17(
            "Microsoft peering announces nothing until a route filter is attached, then what the filter allows.",
            "how-to-routefilter-portal.md",
            "site-to-site-vpn-over-microsoft-peering.md"),
    S18(
            "Local preference by region communities sends each region's traffic to its near circuit.",
            "expressroute-optimize-routing.md"),
    S19(
            "Weights keep traffic between VNets of a region on the circuit of that region.",
            "expressroute-optimize-routing.md"),
    S20(
            "Requests by ExpressRoute and answers by the Internet meet a firewall without state, which drops them.",
            "expressroute-asymmetric-routing.md"),
    S21(
            "Source NAT at the Internet edge keeps the answers to inbound mail on the Internet.",
            "expressroute-asymmetric-routing.md"),
    S22(
            "A VPN takes over when private peering goes, and gives way when it returns.",
            "use-s2s-vpn-as-backup-for-expressroute-privatepeering.md"),
    S23(
            "A VNet gives no transit between a VPN site and an ExpressRoute site without a Route Server.",
            "expressroute-howto-coexist-resource-manager.md",
            "expressroute-faqs.md"),
    S24("Global Reach joins two circuits and does not lead on to a third.", "expressroute-faqs.md"),
    S25(
            "Global Reach needs two peering locations, no Local circuit, and Premium between geopolitical regions.",
            "expressroute-faqs.md"),
    S26("A user-defined route beats a BGP route of the same length.", "virtual-networks-udr-overview.md"),
    S27(
            "Inside a VNet its system route beats even a more specific BGP route.",
            "virtual-networks-udr-overview.md",
            "route-server-faq.md"),
    S28(
            "Gateway transit decides whether a spoke is announced and reached through the hub's gateway.",
            "expressroute-faqs.md",
            "connectivity-interoperability-configuration.md"),
    S29(
            "Maintenance of an MSEE prepends 12076 eight times both ways, and traffic drains without loss.",
            "planned-maintenance.md",
            "expressroute-faqs.md"),
    S30(
            "The hub routing preference decides between ExpressRoute, VPN and path length among local routes.",
            "about-virtual-hub-routing-preference.md"),
    S31(
            "Among routes that all come from other hubs, preferring ExpressRoute does not keep VPN from being chosen.",
            "about-virtual-hub-routing-preference.md"),
    S32(
            "Disabling a peering closes its two sessions and leaves those of the other peering alone.",
            "expressroute-howto-reset-peering.md"),
    S33(
            "Local reaches the region next to it, Standard its geopolitical region, Premium the world.",
            "expressroute-faqs.md",
            "expressroute-introduction.md"),
    S34(
            "Two sites and two regions: each VNet's traffic uses its own circuit both ways, then the other one both ways.",
            "designing-for-disaster-recovery-with-expressroute-privatepeering.md"),
    S35(
            "SSTP ends at 128 connections on every gateway; the rest of its clients need IKEv2 or OpenVPN.",
            "ikev2-openvpn-from-sstp.md",
            "vpn-gateway-table-gwtype-aggtput-include.md"),
    S36("Bandwidth counts for each link and each direction by itself.", "expressroute-faqs.md"),
    S37(
            "Oracle's interconnect takes the first address of each link; its circuit is deleted after FastConnect.",
            "configure-azure-oci-networking.md"),
    S38(
            "The 1,001st VNet prefix cuts the gateway off from the circuit, while the customer's sessions stay up.",
            "expressroute-faqs.md"),
    S39("A Route Server in the VNet ends the sharing between circuits.", "troubleshoot-route-server.md"),
    S40("The 101st IPv6 prefix ends the session on Premium too.", "expressroute-faqs.md", "expressroute-limits.md");

    /** The value of a key: a number such as {@code S01}. */
    static final Value<DocumentedBehaviour> NUMBER = number();

    private final String sentence;
    private final ImmutableList<String> sources;

    DocumentedBehaviour(String sentence, String... sources) {
        this.sentence = sentence;
        this.sources = ImmutableList.copyOf(sources);
    }

    /** What is documented, in short. */
    public String sentence() {
        return sentence;
    }

    /** The documents that say so. */
    public ImmutableList<String> sources() {
        return sources;
    }

    private static Value<DocumentedBehaviour> number() {
        var byNumber = Maps.uniqueIndex(Arrays.asList(values()), DocumentedBehaviour::name);
        String last = values()[values().length - 1].name();
        Form form = new Form.Text("number of a documented behaviour, S01 to " + last, "S[0-9][0-9]", true);
        return Value.scalar(form, S01, (scalar, wrong) -> {
            DocumentedBehaviour found = byNumber.get(scalar.text());
            if (found == null) {
                wrong.accept(Quoted.of(scalar.text()) + " is no documented behaviour; they have the numbers S01 to "
                        + last + ", and scenarios/README.md says what they are");
            }
            return Optional.ofNullable(found);
        });
    }
}
