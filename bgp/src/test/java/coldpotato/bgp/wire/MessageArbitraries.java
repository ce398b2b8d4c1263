package coldpotato.bgp.wire;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.Aggregator;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.AsSegment;
import coldpotato.bgp.attr.Origin;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.attr.PathAttributesBuilder;
import coldpotato.bgp.attr.UnknownAttribute;
import coldpotato.bgp.wire.CodecPropertyTest.RandomAttribute;
import coldpotato.bgp.wire.CodecPropertyTest.Wire;
import coldpotato.core.net.Community;
import coldpotato.core.net.ExtendedCommunity;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.LargeCommunity;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.domains.DomainContextBase;

/** Random attributes, prefixes and messages that a correct speaker could send. */
class MessageArbitraries extends DomainContextBase {
    private static final Arbitrary<Integer> ANY_INT =
            Arbitraries.integers().withDistribution(RandomDistribution.uniform());

    @Provide
    Arbitrary<IpAddress> hosts() {
        Arbitrary<IpAddress> ipv4 =
                Arbitraries.integers().between(0x01000000, 0x7effffff).map(IpAddress::ipv4);
        Arbitrary<IpAddress> ipv6 = Arbitraries.longs().map(low -> IpAddress.ipv6(0x2001_0db8_0000_0000L, low));
        return Arbitraries.oneOf(ipv4, ipv6);
    }

    @Provide
    Arbitrary<Prefix> prefixes() {
        Arbitrary<Prefix> ipv4 = Combinators.combine(
                        ANY_INT, Arbitraries.integers().between(0, 32))
                .as((bits, length) -> new Prefix(IpAddress.ipv4(bits), length));
        Arbitrary<Prefix> ipv6 = Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.longs(),
                        Arbitraries.integers().between(0, 128))
                .as((high, low, length) -> new Prefix(IpAddress.ipv6(high, low), length));
        return Arbitraries.oneOf(ipv4, ipv6);
    }

    @Provide
    Arbitrary<PathAttributes> attributes() {
        Arbitrary<PathAttributesBuilder> plain = Combinators.combine(
                        hosts(),
                        Arbitraries.of(Origin.class),
                        paths(),
                        numbers(),
                        numbers(),
                        Arbitraries.of(true, false))
                .as((nextHop, origin, path, med, localPref, atomic) -> PathAttributes.builder(nextHop)
                        .origin(origin)
                        .asPath(path)
                        .med(med)
                        .localPref(localPref)
                        .atomicAggregate(atomic));
        Arbitrary<PathAttributesBuilder> tagged = with(
                with(
                        with(plain, list(ANY_INT.map(Community::new)), PathAttributesBuilder::communities),
                        list(Arbitraries.longs().map(ExtendedCommunity::new)),
                        PathAttributesBuilder::extendedCommunities),
                list(Combinators.combine(ANY_INT, ANY_INT, ANY_INT).as(LargeCommunity::new)),
                PathAttributesBuilder::largeCommunities);
        Arbitrary<IpAddress> routers = ANY_INT.map(IpAddress::ipv4);
        Arbitrary<PathAttributesBuilder> reflected = with(
                with(tagged, routers.injectNull(0.5), PathAttributesBuilder::originatorId),
                list(ANY_INT).map(ImmutableIntArray::copyOf),
                PathAttributesBuilder::clusterList);
        Arbitrary<Aggregator> aggregators = Combinators.combine(asns(), routers).as(Aggregator::new);
        return with(
                        with(reflected, aggregators.injectNull(0.5), PathAttributesBuilder::aggregator),
                        unknown(),
                        PathAttributesBuilder::unknown)
                .map(PathAttributesBuilder::build);
    }

    private static <T> Arbitrary<PathAttributesBuilder> with(
            Arbitrary<PathAttributesBuilder> builders,
            Arbitrary<T> values,
            BiFunction<PathAttributesBuilder, T, PathAttributesBuilder> setter) {
        return Combinators.combine(builders, values).as(setter::apply);
    }

    private static <T> Arbitrary<List<T>> list(Arbitrary<T> items) {
        return items.list().ofMaxSize(5);
    }

    /** Absent, or 32 bits. */
    private static Arbitrary<Long> numbers() {
        return Arbitraries.longs().between(PathAttributes.ABSENT, 0xffff_ffffL);
    }

    private static Arbitrary<Integer> asns() {
        return Arbitraries.oneOf(Arbitraries.integers().between(1, 65535), ANY_INT.filter(asn -> asn != 0));
    }

    private static Arbitrary<AsPath> paths() {
        Arbitrary<AsSegment> segments = Combinators.combine(
                        Arbitraries.of(AsSegment.Type.AS_SEQUENCE, AsSegment.Type.AS_SET),
                        asns().list().ofMinSize(1).ofMaxSize(6))
                .as((type, asns) -> new AsSegment(type, ImmutableIntArray.copyOf(asns)));
        return segments.list().ofMaxSize(3).map(list -> new AsPath(ImmutableList.copyOf(list)));
    }

    /** Of a type that no row of the table has, in order, each once. */
    private static Arbitrary<List<UnknownAttribute>> unknown() {
        return Arbitraries.integers().between(40, 255).set().ofMaxSize(2).map(types -> types.stream()
                .sorted()
                .map(type -> new UnknownAttribute(0xe0, type, new byte[type * 2]))
                .toList());
    }

    @Provide
    Arbitrary<OpenMessage> opens() {
        Arbitrary<Capability> unknown = Combinators.combine(
                        Arbitraries.integers().between(128, 255),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(100))
                .as((code, value) -> new Capability(code, OctetString.of(value)));
        Arbitrary<Capability> known = Arbitraries.of(
                Capability.ROUTE_REFRESH,
                Capability.EXTENDED_MESSAGE,
                Capability.multiprotocol(AfiSafi.IPV4_UNICAST),
                Capability.multiprotocol(AfiSafi.IPV6_UNICAST));
        return Combinators.combine(
                        asns(),
                        Arbitraries.integers().between(3, 65535),
                        ANY_INT.filter(id -> id != 0),
                        list(Arbitraries.oneOf(unknown, known)))
                .as((as, hold, id, capabilities) -> new OpenMessage(
                        as,
                        hold,
                        IpAddress.ipv4(id),
                        ImmutableList.<Capability>builder()
                                .addAll(capabilities)
                                .add(Capability.fourOctetAs(as))
                                .build()));
    }

    @Provide
    Arbitrary<Wire> messages() {
        return Arbitraries.oneOf(
                attributes().map(Wire::announcing),
                opens().map(open -> new Wire(MessageEncoder.encode(open))),
                Arbitraries.create(() -> new Wire(MessageEncoder.keepalive())),
                Arbitraries.of(NotificationCode.class)
                        .map(code -> new Wire(MessageEncoder.encode(NotificationMessage.of(code)))));
    }

    @Provide
    Arbitrary<RandomAttribute> randomAttributes() {
        Arbitrary<byte[]> values = Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(24),
                Arbitraries.bytes()
                        .between((byte) 0, (byte) 4)
                        .array(byte[].class)
                        .ofMaxSize(24));
        Arbitrary<Integer> codes = Arbitraries.oneOf(
                Arbitraries.of(AttributeType.class).map(AttributeType::code),
                Arbitraries.integers().between(0, 255));
        return Combinators.combine(Arbitraries.of(0x40, 0x80, 0xc0, 0xe0), codes, values)
                .as((flags, code, value) -> {
                    AttributeType row = AttributeType.of(code);
                    return new RandomAttribute(row == null ? flags : row.kind().flags(), code, value);
                });
    }

    @Provide
    Arbitrary<CodecContext> contexts() {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        Arbitrary<ImmutableSet<AfiSafi>> families =
                Arbitraries.of(AfiSafi.class).set().map(ImmutableSet::copyOf);
        return Combinators.combine(either, either, Arbitraries.of(PeerType.class), families, families, either)
                .as((fourOctetAs, extended, peer, agreed, addPath, firstAs) ->
                        new CodecContext(fourOctetAs, extended, peer, agreed, addPath, firstAs ? 65001 : 0, false));
    }
}
