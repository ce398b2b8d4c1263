package coldpotato.bgp.wire;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * OPEN (RFC 4271 section 4.2). The version is always {@link #VERSION}: another one is refused while decoding.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +---------------+-------------------------------+---------------+
 * |    Version    |             My AS             |   Hold Time   |
 * +---------------+-------------------------------+---------------+
 * |  (continued)  |                BGP Identifier                 |
 * +---------------+---------------+-------------------------------+
 * |  (continued)  |  Params Len   |  parameters: type, length, capabilities ...
 * +---------------+---------------+-------------------------------+
 * </pre>
 *
 * Parameters of more than 254 octets have lengths of two octets (RFC 9072).
 *
 * @param as the sender's AS, unsigned: of the four-octet AS capability if it is there, of the My AS field otherwise
 * @param holdTimeSeconds 0 or 3 to 65535
 * @param bgpIdentifier four octets, not zero
 * @param capabilities in the order of the message, unknown ones too
 */
public record OpenMessage(int as, int holdTimeSeconds, IpAddress bgpIdentifier, ImmutableList<Capability> capabilities)
        implements BgpMessage {
    /** The BGP version spoken here. */
    public static final int VERSION = 4;

    public static final int HOLD_TIME_MIN_SECONDS = 3;
    public static final int HOLD_TIME_MAX_SECONDS = 65535;

    public OpenMessage {
        checkArgument(bgpIdentifier.isIpv4(), "a BGP identifier has 32 bits: %s", bgpIdentifier);
        checkArgument(
                holdTimeSeconds >= 0 && holdTimeSeconds <= HOLD_TIME_MAX_SECONDS, "hold time %s s", holdTimeSeconds);
    }

    /** What this speaker offers: the families, four-octet AS numbers, route refresh and extended messages. */
    public static OpenMessage offering(
            int as, int holdTimeSeconds, IpAddress bgpIdentifier, Iterable<AfiSafi> families) {
        ImmutableList.Builder<Capability> capabilities = ImmutableList.builder();
        families.forEach(family -> capabilities.add(Capability.multiprotocol(family)));
        capabilities.add(Capability.ROUTE_REFRESH, Capability.EXTENDED_MESSAGE, Capability.fourOctetAs(as));
        return new OpenMessage(as, holdTimeSeconds, bgpIdentifier, capabilities.build());
    }

    /** The families offered; IPv4 unicast if the sender knows nothing of families (RFC 4760 section 8). */
    public ImmutableSet<AfiSafi> families() {
        if (!has(CapabilityType.MULTIPROTOCOL)) {
            return ImmutableSet.of(AfiSafi.IPV4_UNICAST);
        }
        ImmutableSet.Builder<AfiSafi> families = ImmutableSet.builder();
        capabilities.forEach(capability -> capability.family().ifPresent(families::add));
        return families.build();
    }

    public boolean offersFourOctetAs() {
        return has(CapabilityType.FOUR_OCTET_AS);
    }

    public boolean offersRouteRefresh() {
        return has(CapabilityType.ROUTE_REFRESH);
    }

    public boolean offersExtendedMessages() {
        return has(CapabilityType.EXTENDED_MESSAGE);
    }

    boolean has(CapabilityType type) {
        return first(type).isPresent();
    }

    private Optional<Capability> first(CapabilityType type) {
        return capabilities.stream().filter(capability -> capability.is(type)).findFirst();
    }

    @Override
    public MessageType type() {
        return MessageType.OPEN;
    }
}
