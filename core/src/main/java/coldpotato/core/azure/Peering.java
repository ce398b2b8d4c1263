package coldpotato.core.azure;

import coldpotato.core.net.Family;
import java.util.Arrays;
import java.util.Optional;

/** What private and Microsoft peering have in common: a pair of links, each with a BGP session per family. */
public sealed interface Peering permits PrivatePeering, MicrosoftPeering {

    PeeringKind kind();

    /** Whether its sessions may be up. */
    PeeringState state();

    /** False if it is switched off in every family: all sessions closed. */
    default boolean enabled() {
        return Arrays.stream(Family.values()).anyMatch(state()::isOn);
    }

    Optional<LinkSubnets> ipv4();

    Optional<LinkSubnets> ipv6();

    /** 802.1Q tag, the same on both links. */
    int vlan();

    /** Key on Microsoft's side. */
    Optional<String> md5();

    /** True if the MSEE runs BFD on it. */
    boolean bfd();

    PeeringLink primary();

    PeeringLink secondary();

    /** A builder that starts from this. */
    PeeringBuilder<? extends Peering, ?> toBuilder();

    /** The same in another state. */
    default Peering withState(PeeringState value) {
        return toBuilder().state(value).build();
    }

    /** The same with BFD on the MSEE or without. */
    default Peering withBfd(boolean value) {
        return toBuilder().bfd(value).build();
    }

    /** The same with another customer's side of one link. */
    default Peering withLink(Leg leg, PeeringLink link) {
        return toBuilder().link(leg, link).build();
    }

    default PeeringLink link(Leg leg) {
        return switch (leg) {
            case PRIMARY -> primary();
            case SECONDARY -> secondary();
        };
    }

    default Optional<LinkSubnets> subnets(Family family) {
        return switch (family) {
            case IPV4 -> ipv4();
            case IPV6 -> ipv6();
        };
    }
}
