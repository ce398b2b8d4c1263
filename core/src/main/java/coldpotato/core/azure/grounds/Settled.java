package coldpotato.core.azure.grounds;

import com.google.common.collect.ImmutableList;

/**
 * Something that the documents leave open, or contradict each other about, and that the model settles without a choice, or leaves
 * out.
 *
 * @param topic what it is about
 * @param reading what the model does
 */
public record Settled(String topic, String reading) {
    private static final ImmutableList<Settled> ALL = ImmutableList.of(
            new Settled(
                    "number and placement of gateway instances",
                    "two instances, each with a session to both edge routers of every circuit"),
            new Settled(
                    "MED, origin and local preference at Microsoft's edge",
                    "they do not count: AS path length, then all paths that are left"),
            new Settled("hashing of flows", "by addresses, protocol and ports, per flow; nothing else moves a flow"),
            new Settled(
                    "whether IPv4 and IPv6 share their fate",
                    "they do not: each family has a session of its own, with a limit of its own; one limit for both families of"
                            + " Microsoft peering, as an older document may be read, is therefore not modelled"),
            new Settled("aggregation of routes at Microsoft's edge", "none"),
            new Settled(
                    "how long draining takes after the prepending of maintenance",
                    "as long as any change of routes: it follows from msee-mrai, gateway-programming-delay and the customer's"
                            + " routers"),
            new Settled(
                    "whether traffic returns at once to a preferred circuit that is repaired",
                    "yes, outside Virtual WAN: with the next decision of each router"),
            new Settled("graceful restart, add-path and dampening at Microsoft's edge", "not modelled"),
            new Settled(
                    "packets over 1,400 bytes",
                    "not modelled: fragmented by a document of 2024, not supported by the gateway in the newest"),
            new Settled(
                    "a hold time below the lowest documented one, tens of seconds in 2018, 10 s since 2023",
                    "negotiated like any other: the lower of both ends counts"),
            new Settled(
                    "which ExpressRoute gateways without zones are too old for IPv6, since no date is given",
                    "none: every gateway counts as new enough"),
            new Settled(
                    "a session reset because of an AS number for documentation in a path",
                    "not modelled; see documentation-asn-in-path"),
            new Settled(
                    "11,000 routes of VNets, sites and peerings together, beyond which a connection may become unstable",
                    "not modelled: only the limits of each session and of each gateway count"),
            new Settled(
                    "round trips from Seattle to regions (expressroute-troubleshooting-network-performance.md)",
                    "not modelled: every gateway is as far from its edge routers as gateway-msee-delay says"),
            new Settled("packets per second of gateway SKUs, in which documents differ", "not modelled"),
            new Settled(
                    "communities of West US 2 and West Central US, 51022 and 51023 in 2016",
                    "51026 and 51027, as in all newer documents; older values can be written as numbers"),
            new Settled(
                    "the first address of Oracle's link subnets, reserved by one note",
                    "the rule: the far side takes the first usable address, Microsoft the second"),
            new Settled(
                    "countries of Global Reach, 3 in 2018, 10 in 2019, 16 in 2020",
                    "those of 2020, and others that the file names; older lists are not kept"),
            new Settled("routes that an appliance may tell a Route Server", "1,000; later limits were not read"));

    /** All of them. */
    public static ImmutableList<Settled> all() {
        return ALL;
    }
}
