package coldpotato.core.azure.grounds;

import coldpotato.core.azure.grounds.Assumption.Unit;
import coldpotato.core.azure.grounds.Conflict.Reading;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;

/**
 * Where documents contradict each other. Each is an assumption, set by name like any other, or all at once to what the documents
 * of a day said: {@code assume: {documents: 2023-06-30}}.
 *
 * <p>Not here, because both readings come to the same in this model: the limit of Microsoft peering per session or per family (each
 * family has a session of its own), the note on Oracle's first address (it counts the network's address), the prefixes that an
 * appliance may announce to Route Server (later limits were not read). Not modelled: fragments of packets over 1,400 bytes; what an
 * MSEE makes of a hold time below the lowest that is documented (tens of seconds in 2018, 10 s since 2023): it is negotiated like
 * any other.
 */
public final class Conflicts {
    public static final Assumption BFD_ON_MICROSOFT_PEERING = new Assumption(
            "bfd-on-microsoft-peering",
            "Whether MSEEs run BFD on Microsoft peering at all.",
            Unit.SWITCH,
            "on",
            "on",
            "off",
            "expressroute-bfd.md of 2018 has it on private peering only; expressroute-howto-reset-peering.md of Oct 2019 on"
                    + " Microsoft peering too, by the date of the circuit");

    /** The value of {@link #REGIONAL_COMMUNITY} by which the region shows where the VNet has a community of its own. */
    public static final String WITH_CUSTOM_COMMUNITY = "with-custom";

    public static final Assumption REGIONAL_COMMUNITY = new Assumption(
            "regional-community-on-private-peering",
            "Whether VNet prefixes carry the value of their region: never, or when the VNet has a value of its own.",
            Unit.CHOICE,
            WITH_CUSTOM_COMMUNITY,
            WITH_CUSTOM_COMMUNITY,
            "never",
            "expressroute-routing.md of June 2023 knows none; how-to-configure-custom-bgp-communities.md shows it beside the"
                    + " custom one, and expressroute-routing.md of 2026 only then",
            ImmutableList.of("never", WITH_CUSTOM_COMMUNITY));

    public static final Assumption SCALE_GATEWAY_ROUTES = new Assumption(
            "ergwscale-routes-learned",
            "How many routes a gateway of SKU ErGwScale learns.",
            Unit.CHOICE,
            "9500",
            "60000",
            "9500",
            "60,000 in the table of July 2024, 9,500 in the newest copy of expressroute-about-virtual-network-gateways.md",
            ImmutableList.of("9500", "60000"));

    public static final Assumption VNET_TO_VNET = new Assumption(
            "vnet-to-vnet-by-default",
            "Whether gateways of VNets take routes of other VNets by way of a circuit although their setting is off.",
            Unit.SWITCH,
            "off",
            "on",
            "off",
            "expressroute-about-virtual-network-gateways.md of 2023 has it on by default,"
                    + " virtual-network-connectivity-guidance.md and the newest copy off, with a setting on the gateway");

    public static final Assumption CIRCUITS_PER_HUB = new Assumption(
            "circuits-per-hub",
            "How many ExpressRoute circuits a virtual hub takes.",
            Unit.CHOICE,
            "8",
            "8",
            "4",
            "4 in work-remotely-support.md of 2023, 8 in virtual-wan-limits.md and virtual-wan-expressroute-about.md",
            ImmutableList.of("4", "8"));

    /** Documents of later days have not been read. */
    public static final LocalDate READ_UNTIL = LocalDate.of(2026, 12, 31);

    public static final Assumption FASTPATH_ON_SCALE_GATEWAYS = new Assumption(
            "fastpath-on-scale-gateways",
            "Whether connections of a gateway of SKU ErGwScale may have FastPath, from 10 scale units on.",
            Unit.SWITCH,
            "on",
            "on",
            "off",
            "about-fastpath.md of 2023 names Ultra Performance and ErGw3AZ; the newest copy of expressroute-faqs.md also ErGwScale"
                    + " with 10 scale units or more");

    private static final ImmutableList<Conflict> ALL = ImmutableList.of(
            new Conflict(
                    VNET_TO_VNET,
                    ImmutableList.of(
                            new Reading(
                                    LocalDate.of(2023, 6, 30), "on", "expressroute-about-virtual-network-gateways.md"),
                            new Reading(LocalDate.of(2024, 5, 1), "off", "virtual-network-connectivity-guidance.md"))),
            new Conflict(
                    CIRCUITS_PER_HUB,
                    ImmutableList.of(
                            new Reading(LocalDate.of(2023, 6, 30), "4", "work-remotely-support.md"),
                            new Reading(LocalDate.of(2025, 3, 26), "8", "virtual-wan-expressroute-about.md"))),
            new Conflict(
                    HubAssumptions.REMOTE_EXPRESSROUTE_LAST,
                    ImmutableList.of(
                            new Reading(
                                    LocalDate.of(2022, 5, 31),
                                    "off",
                                    "about-virtual-hub-routing-preference.md, an example"),
                            new Reading(
                                    LocalDate.of(2022, 5, 31),
                                    "on",
                                    "about-virtual-hub-routing-preference.md, a note for several hubs"))),
            new Conflict(
                    FASTPATH_ON_SCALE_GATEWAYS,
                    ImmutableList.of(
                            new Reading(LocalDate.of(2023, 1, 31), "off", "about-fastpath.md"),
                            new Reading(LocalDate.of(2025, 1, 1), "on", "expressroute-faqs.md"))),
            new Conflict(
                    VpnAssumptions.TUNNELS,
                    ImmutableList.of(
                            new Reading(
                                    LocalDate.of(2019, 11, 12), "30", "vpn-gateway-table-gwtype-aggtput-include.md"),
                            new Reading(LocalDate.of(2025, 6, 23), "100", "about-gateway-skus.md"))),
            new Conflict(
                    BFD_ON_MICROSOFT_PEERING,
                    ImmutableList.of(
                            new Reading(LocalDate.of(2018, 8, 17), "off", "expressroute-bfd.md"),
                            new Reading(LocalDate.of(2019, 10, 25), "on", "expressroute-howto-reset-peering.md"))),
            new Conflict(
                    REGIONAL_COMMUNITY,
                    ImmutableList.of(
                            new Reading(LocalDate.of(2023, 6, 30), "never", "expressroute-routing.md"),
                            new Reading(
                                    LocalDate.of(2023, 12, 31),
                                    "with-custom",
                                    "how-to-configure-custom-bgp-communities.md"))),
            new Conflict(
                    SCALE_GATEWAY_ROUTES,
                    ImmutableList.of(
                            new Reading(
                                    LocalDate.of(2024, 7, 1),
                                    "60000",
                                    "expressroute-about-virtual-network-gateways.md"),
                            new Reading(
                                    LocalDate.of(2025, 1, 1),
                                    "9500",
                                    "expressroute-about-virtual-network-gateways.md"))));

    private Conflicts() {}

    /** All of them. */
    public static ImmutableList<Conflict> all() {
        return ALL;
    }

    /** The choices that are made here and nowhere else. */
    static ImmutableList<Assumption> assumptions() {
        return ImmutableList.of(
                BFD_ON_MICROSOFT_PEERING,
                REGIONAL_COMMUNITY,
                SCALE_GATEWAY_ROUTES,
                VNET_TO_VNET,
                CIRCUITS_PER_HUB,
                FASTPATH_ON_SCALE_GATEWAYS);
    }
}
