package coldpotato.core.azure;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;

/**
 * The link subnets of a peering in one family: a /30 or /126 for each of the two links. The customer takes the first
 * usable address, Microsoft the second (expressroute-routing.md).
 *
 * @param primary subnet of the primary link
 * @param secondary subnet of the secondary link
 */
public record LinkSubnets(Prefix primary, Prefix secondary) {

    /** The two halves of a /29 or /125. */
    public static LinkSubnets split(Prefix block) {
        return new LinkSubnets(block.subnet(block.length() + 1, 0), block.subnet(block.length() + 1, 1));
    }

    /** The subnet of one link. */
    public Prefix on(Leg leg) {
        return switch (leg) {
            case PRIMARY -> primary;
            case SECONDARY -> secondary;
        };
    }

    /** The address of the customer's router, or of the provider's, on a link. */
    public static IpAddress customer(Prefix link) {
        return link.addressAt(1);
    }

    /** The address of the MSEE on a link. */
    public static IpAddress microsoft(Prefix link) {
        return link.addressAt(2);
    }
}
