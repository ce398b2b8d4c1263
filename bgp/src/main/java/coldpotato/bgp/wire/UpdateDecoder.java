package coldpotato.bgp.wire;

import static coldpotato.bgp.wire.Reaction.ATTRIBUTE_DISCARD;
import static coldpotato.bgp.wire.Reaction.SESSION_RESET;
import static coldpotato.bgp.wire.Reaction.TREAT_AS_WITHDRAW;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.PathAttributesBuilder;
import coldpotato.bgp.wire.UpdateMessage.Announcement;
import coldpotato.bgp.wire.UpdateMessage.Withdrawal;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Reads one UPDATE: its three parts, then what follows from them together (RFC 4271 section 6.3, RFC 7606). */
final class UpdateDecoder {
    private final AttributePool pool;
    private final CodecContext context;
    private final AttributeCollector attributes;
    private ImmutableList<Prefix> withdrawn;
    private ImmutableList<Prefix> announced;
    private boolean isReachable;

    UpdateDecoder(AttributePool pool, CodecContext context) {
        this.pool = pool;
        this.context = context;
        this.attributes = new AttributeCollector(context);
    }

    UpdateMessage read(Octets body) throws BgpError {
        boolean isEmpty = body.remaining() == 4;
        Octets withdrawnPart = part(body, 2, "withdrawn routes");
        Octets attributePart = part(body, 0, "attributes");
        withdrawn = readPrefixes(withdrawnPart, NotificationCode.MALFORMED_ATTRIBUTE_LIST);
        new AttributeListReader(attributePart, attributes).readAll();
        isReachable = !body.isEmpty();
        announced = readPrefixes(body, NotificationCode.INVALID_NETWORK_FIELD);
        isReachable |= attributes.reach().isReachable();
        checkRoutes();
        return message(isEmpty);
    }

    /** A part with its length in front; behind it at least some octets must be left. */
    private static Octets part(Octets body, int behind, String name) throws BgpError {
        int length = body.u16();
        if (length > body.remaining() - behind) {
            throw BgpError.malformedAttributeList(name + " of " + length + " octets in " + body.remaining());
        }
        return body.slice(length);
    }

    /** RFC 7606 section 5.3: which prefixes are meant must not be in doubt. */
    private ImmutableList<Prefix> readPrefixes(Octets nlri, NotificationCode error) throws BgpError {
        boolean addPath = context.addPathFamilies().contains(AfiSafi.IPV4_UNICAST);
        int count = NlriCodec.count(nlri, 0, Family.IPV4.bits(), addPath);
        if (count == NlriCodec.MALFORMED) {
            throw firstOf(attributes.faults(), BgpError.of(error, "a prefix is too long or runs past the end"));
        }
        return count > 0 && context.families().contains(AfiSafi.IPV4_UNICAST)
                ? NlriCodec.read(nlri, Family.IPV4, count, addPath)
                : ImmutableList.of();
    }

    /** Where the attributes before the prefixes were wrong too, the peer hears of those. */
    private static BgpError firstOf(ImmutableList<AttributeFault> faults, BgpError otherwise) {
        Reaction reaction = UpdateMessage.strongest(faults);
        return reaction.isStrongerThan(ATTRIBUTE_DISCARD) ? reset(faults, reaction) : otherwise;
    }

    /** What attributes must be to make routes; without routes nobody asks (RFC 7606 section 3 d). */
    private void checkRoutes() {
        MpReach reach = attributes.reach();
        if (!announced.isEmpty()) {
            require(AttributeType.NEXT_HOP);
            if (attributes.nextHop() != null) {
                checkNextHop(AttributeType.NEXT_HOP, attributes.nextHop());
            }
        }
        if (!reach.prefixes().isEmpty()) {
            checkNextHop(AttributeType.MP_REACH_NLRI, reach.nextHop());
        }
        if (!announced.isEmpty() || !reach.prefixes().isEmpty()) {
            require(AttributeType.ORIGIN);
            require(AttributeType.AS_PATH);
            checkFirstAs();
        }
    }

    private void require(AttributeType type) {
        if (!attributes.has(type)) {
            OctetString data = OctetString.of((byte) type.code());
            NotificationMessage notification =
                    NotificationMessage.of(NotificationCode.MISSING_WELL_KNOWN_ATTRIBUTE, data);
            attributes.fault(type, TREAT_AS_WITHDRAW, notification, "missing");
        }
    }

    /** RFC 4271 section 6.3: a next hop that is no host makes routes that are not to be used. */
    private void checkNextHop(AttributeType type, IpAddress nextHop) {
        boolean allowedLoopback = context.loopbackNextHops() && isLoopback(nextHop);
        if (!isHost(nextHop) && !allowedLoopback) {
            report(type, NotificationCode.INVALID_NEXT_HOP_ATTRIBUTE, nextHop + " is not the address of a host");
        }
    }

    private static boolean isHost(IpAddress address) {
        int first = address.toInt() >>> 24;
        boolean isUnspecified = address.isIpv4() ? first == 0 : address.high() == 0 && address.low() == 0;
        boolean isMulticastOrReserved = address.isIpv4() ? first >= 224 : address.high() >>> 56 == 0xff;
        return !isUnspecified && !isMulticastOrReserved && !isLoopback(address);
    }

    private static boolean isLoopback(IpAddress address) {
        return address.isIpv4() ? address.toInt() >>> 24 == 127 : address.high() == 0 && address.low() == 1;
    }

    private void checkFirstAs() {
        AsPath path = attributes.asPath();
        if (context.firstAs() != 0 && path != null && path.neighbourAs() != context.firstAs()) {
            String text = "[" + path + "] does not begin with the AS of the peer";
            report(AttributeType.AS_PATH, NotificationCode.MALFORMED_AS_PATH, text);
        }
    }

    private void report(AttributeType type, NotificationCode code, String text) {
        attributes.fault(type, TREAT_AS_WITHDRAW, NotificationMessage.of(code), text);
    }

    private UpdateMessage message(boolean isEmpty) throws BgpError {
        ImmutableList<AttributeFault> faults = attributes.faults();
        Reaction reaction = UpdateMessage.strongest(faults);
        if (reaction == SESSION_RESET || mustReset(reaction)) {
            throw reset(faults, reaction);
        }
        boolean withdraws = reaction == TREAT_AS_WITHDRAW;
        return new UpdateMessage(
                withdrawals(withdraws),
                withdraws ? ImmutableList.of() : announcements(),
                faults,
                endOfRib(isEmpty, faults));
    }

    /**
     * RFC 7606 section 5.2: attributes that announce nothing have no reason to be there. Perhaps what they announced could
     * not be found.
     */
    private boolean mustReset(Reaction reaction) {
        return reaction.isStrongerThan(ATTRIBUTE_DISCARD) && !isReachable && attributes.describesRoutes();
    }

    private static BgpError reset(ImmutableList<AttributeFault> faults, Reaction reaction) {
        for (AttributeFault fault : faults) {
            if (fault.reaction() == reaction) {
                return new BgpError(fault.notification(), fault.toString());
            }
        }
        throw new IllegalStateException("no fault asks for " + reaction);
    }

    private ImmutableList<Withdrawal> withdrawals(boolean withdraws) {
        ImmutableList.Builder<Withdrawal> all = ImmutableList.builder();
        addWithdrawal(AfiSafi.IPV4_UNICAST, withdrawn, all);
        addWithdrawal(attributes.unreach().family(), attributes.unreach().prefixes(), all);
        if (withdraws) {
            addWithdrawal(AfiSafi.IPV4_UNICAST, announced, all);
            addWithdrawal(attributes.reach().family(), attributes.reach().prefixes(), all);
        }
        return all.build();
    }

    private static void addWithdrawal(
            AfiSafi family, ImmutableList<Prefix> prefixes, ImmutableList.Builder<Withdrawal> all) {
        if (!prefixes.isEmpty()) {
            all.add(new Withdrawal(family, prefixes));
        }
    }

    private ImmutableList<Announcement> announcements() {
        MpReach reach = attributes.reach();
        if (announced.isEmpty() && reach.prefixes().isEmpty()) {
            return ImmutableList.of();
        }
        PathAttributesBuilder builder = attributes.complete();
        ImmutableList.Builder<Announcement> all = ImmutableList.builderWithExpectedSize(1);
        if (!announced.isEmpty()) {
            builder.nextHop(attributes.nextHop());
            all.add(new Announcement(AfiSafi.IPV4_UNICAST, pool.intern(builder.build()), announced));
        }
        if (!reach.prefixes().isEmpty()) {
            builder.nextHop(reach.nextHop()).linkLocalNextHop(reach.linkLocalNextHop());
            all.add(new Announcement(reach.family(), pool.intern(builder.build()), reach.prefixes()));
        }
        return all.build();
    }

    /** RFC 4724 section 2: nothing at all for IPv4 unicast, an MP_UNREACH_NLRI without prefixes for others. */
    private Optional<AfiSafi> endOfRib(boolean isEmpty, ImmutableList<AttributeFault> faults) {
        if (isEmpty) {
            return Optional.of(AfiSafi.IPV4_UNICAST);
        }
        boolean isMark = attributes.onlyUnreach()
                && faults.isEmpty()
                && attributes.unreach().prefixes().isEmpty()
                && withdrawn.isEmpty()
                && !isReachable;
        return isMark ? Optional.ofNullable(attributes.unreach().family()) : Optional.empty();
    }
}
