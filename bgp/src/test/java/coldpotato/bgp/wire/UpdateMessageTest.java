package coldpotato.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.Aggregator;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.AsSegment;
import coldpotato.bgp.attr.AsSegment.Type;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.Origin;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.attr.UnknownAttribute;
import coldpotato.bgp.wire.UpdateMessage.Announcement;
import coldpotato.bgp.wire.UpdateMessage.Withdrawal;
import coldpotato.core.net.Community;
import coldpotato.core.net.ExtendedCommunity;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.LargeCommunity;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UpdateMessageTest {
    private static final Prefix P10 = Prefix.parse("10.0.0.0/8");
    private static final Prefix P172 = Prefix.parse("172.16.0.0/12");
    private static final Prefix P6 = Prefix.parse("2001:db8::/33");
    private static final IpAddress HOP = IpAddress.parse("192.0.2.1");
    private static final IpAddress HOP6 = IpAddress.parse("2001:db8::1");

    private final MessageDecoder decoder = new MessageDecoder(new AttributePool());

    @Test
    void carriesEveryAttributeBothWays() throws BgpError {
        PathAttributes attributes = PathAttributes.builder(HOP)
                .origin(Origin.INCOMPLETE)
                .asPath(new AsPath(ImmutableList.of(
                        new AsSegment(Type.AS_SEQUENCE, ImmutableIntArray.of(12076, 200000)),
                        new AsSegment(Type.AS_SET, ImmutableIntArray.of(65010)))))
                .med(50)
                .localPref(150)
                .atomicAggregate(true)
                .aggregator(new Aggregator(200000, IpAddress.parse("192.0.2.9")))
                .communities(List.of(Community.parse("12076:50002"), Community.NO_EXPORT))
                .originatorId(IpAddress.parse("192.0.2.7"))
                .clusterList(ImmutableIntArray.of(1, 2))
                .extendedCommunities(List.of(new ExtendedCommunity(0x0002_fde9_0000_001eL)))
                .largeCommunities(List.of(new LargeCommunity(65001, 1, 2)))
                .unknown(List.of(new UnknownAttribute(0xe0, 99, new byte[] {7})))
                .build();
        byte[] bytes = Hex.update("""
                40 01 01  02                                # ORIGIN incomplete
                40 02 10  02 02 00002f2c 00030d40           # AS_PATH: sequence 12076 200000
                          01 01 0000fdf2                    #   set 65010
                40 03 04  c0000201                          # NEXT_HOP
                80 04 04  00000032                          # MED 50
                40 05 04  00000096                          # LOCAL_PREF 150
                40 06 00                                    # ATOMIC_AGGREGATE
                c0 07 08  00030d40 c0000209                 # AGGREGATOR
                c0 08 08  2f2cc352 ffffff01                 # COMMUNITIES
                80 09 04  c0000207                          # ORIGINATOR_ID
                80 0a 08  00000001 00000002                 # CLUSTER_LIST
                c0 10 08  0002fde90000001e                  # EXTENDED COMMUNITIES
                c0 20 0c  0000fde9 00000001 00000002        # LARGE_COMMUNITY
                e0 63 01  07                                # unknown, partial
                """, """
                08 0a                                       # 10.0.0.0/8
                0c ac10                                     # 172.16.0.0/12
                """);
        assertThat(announce(attributes, Sessions.INTERNAL, P10, P172)).containsExactly(bytes);
        assertThat(decode(bytes, Sessions.INTERNAL)).isEqualTo(announced(AfiSafi.IPV4_UNICAST, attributes, P10, P172));
    }

    @Test
    void carriesIpv6RoutesInMpReachWhichComesFirst() throws BgpError {
        PathAttributes attributes = PathAttributes.builder(HOP6)
                .linkLocalNextHop(IpAddress.parse("fe80::1"))
                .build();
        byte[] bytes = Hex.update("""
                90 0e 002b                                  # MP_REACH_NLRI
                  0002 01                                   #   IPv6 unicast
                  20 20010db8000000000000000000000001       #   next hops: global
                     fe800000000000000000000000000001       #   and link-local
                  00                                        #   reserved
                  21 20010db800                             #   2001:db8::/33
                40 01 01  00                                # ORIGIN IGP
                40 02 00                                    # AS_PATH, empty
                """, "");
        assertThat(announce(attributes, Sessions.INTERNAL, P6)).containsExactly(bytes);
        assertThat(decode(bytes, Sessions.INTERNAL)).isEqualTo(announced(AfiSafi.IPV6_UNICAST, attributes, P6));
    }

    @Test
    void carriesWithdrawalsBothWays() throws BgpError {
        byte[] ipv4 = Hex.message(MessageType.UPDATE, "0005 080a 0cac10 0000");
        byte[] ipv6 = Hex.update("90 0f 0009  0002 01  21 20010db800", "");
        assertThat(withdraw(AfiSafi.IPV4_UNICAST, P10, P172)).containsExactly(ipv4);
        assertThat(withdraw(AfiSafi.IPV6_UNICAST, P6)).containsExactly(ipv6);
        assertThat(decode(ipv4, Sessions.EXTERNAL).withdrawals())
                .containsExactly(new Withdrawal(AfiSafi.IPV4_UNICAST, ImmutableList.of(P10, P172)));
        assertThat(decode(ipv6, Sessions.EXTERNAL).withdrawals())
                .containsExactly(new Withdrawal(AfiSafi.IPV6_UNICAST, ImmutableList.of(P6)));
    }

    @Test
    void carriesEndOfRibBothWays() throws BgpError {
        byte[] ipv4 = Hex.message(MessageType.UPDATE, "0000 0000");
        byte[] ipv6 = Hex.update("90 0f 0003  0002 01", "");
        assertThat(MessageEncoder.endOfRib(AfiSafi.IPV4_UNICAST)).isEqualTo(ipv4);
        assertThat(MessageEncoder.endOfRib(AfiSafi.IPV6_UNICAST)).isEqualTo(ipv6);
        assertThat(decode(ipv4, Sessions.EXTERNAL).endOfRib()).contains(AfiSafi.IPV4_UNICAST);
        assertThat(decode(ipv6, Sessions.EXTERNAL).endOfRib()).contains(AfiSafi.IPV6_UNICAST);
    }

    @Test
    void hidesLargeAsNumbersFromOldSpeakersAndFindsThemAgain() throws BgpError {
        PathAttributes attributes = PathAttributes.builder(HOP)
                .asPath(AsPath.of(65001, 200000))
                .aggregator(new Aggregator(200000, HOP))
                .build();
        byte[] bytes = Hex.update("""
                40 01 01  00
                40 02 06  02 02 fde9 5ba0                   # AS_PATH: 65001 AS_TRANS
                40 03 04  c0000201
                c0 07 06  5ba0 c0000201                     # AGGREGATOR: AS_TRANS
                c0 11 0a  02 02 0000fde9 00030d40           # AS4_PATH: 65001 200000
                c0 12 08  00030d40 c0000201                 # AS4_AGGREGATOR: 200000
                """, "08 0a");
        assertThat(announce(attributes, Sessions.TWO_OCTET_AS, P10)).containsExactly(bytes);
        assertThat(decode(bytes, Sessions.TWO_OCTET_AS)).isEqualTo(announced(AfiSafi.IPV4_UNICAST, attributes, P10));
    }

    @Test
    void putsInFrontWhatAnOldSpeakerPrepended() throws BgpError {
        assertThat(pathOf("40 02 08  02 03 fdea fde9 5ba0", "c0 11 06  02 01 00030d40"))
                .hasToString("65002 65001 200000");
    }

    @Test
    void ignoresAnAs4PathLongerThanTheAsPath() throws BgpError {
        assertThat(pathOf("40 02 04  02 01 5ba0", "c0 11 0a  02 02 0000fde9 00030d40"))
                .hasToString("23456");
    }

    @Test
    void ignoresAnAs4PathWhereAnOldSpeakerAggregated() throws BgpError {
        assertThat(pathOf(
                        "40 02 04  02 01 5ba0",
                        "c0 07 06 fde9 c0000201  c0 11 06  02 01 00030d40  c0 12 08 00030d40 c0000201"))
                .hasToString("23456");
    }

    @Test
    void sendsNoInternalAttributesToAnotherAs() throws BgpError {
        PathAttributes attributes = PathAttributes.builder(HOP)
                .localPref(200)
                .originatorId(HOP)
                .clusterList(ImmutableIntArray.of(1))
                .build();
        PathAttributes expected = PathAttributes.builder(HOP).build();
        byte[] bytes = announce(attributes, Sessions.EXTERNAL, P10).get(0);
        assertThat(decode(bytes, Sessions.EXTERNAL)).isEqualTo(announced(AfiSafi.IPV4_UNICAST, expected, P10));
    }

    @Test
    void splitsWhatDoesNotFitOneMessage() throws BgpError {
        List<Prefix> prefixes = IntStream.range(0, 3000)
                .mapToObj(i -> Prefix.DEFAULT_IPV4.subnet(32, i))
                .toList();
        List<byte[]> messages =
                announce(PathAttributes.builder(HOP).build(), Sessions.INTERNAL, prefixes.toArray(Prefix[]::new));
        List<Prefix> decoded = new ArrayList<>();
        for (byte[] message : messages) {
            decoded.addAll(
                    decode(message, Sessions.INTERNAL).announcements().get(0).prefixes());
        }
        assertThat(messages).hasSize(4).allMatch(message -> message.length <= 4096);
        assertThat(decoded).isEqualTo(prefixes);
    }

    @Test
    void fillsLongMessagesWhereBothSidesAgreed() {
        Prefix[] prefixes = IntStream.range(0, 13000)
                .mapToObj(i -> Prefix.DEFAULT_IPV6.subnet(32, i))
                .toArray(Prefix[]::new);
        List<byte[]> messages = announce(PathAttributes.builder(HOP6).build(), Sessions.EXTENDED_MESSAGES, prefixes);
        assertThat(messages).hasSize(1).allMatch(message -> message.length > 65000);
    }

    @Test
    void refusesAttributesThatFitNoMessage() {
        List<Community> communities =
                IntStream.range(0, 1100).mapToObj(Community::new).toList();
        PathAttributes attributes =
                PathAttributes.builder(HOP).communities(communities).build();
        List<byte[]> messages = new ArrayList<>();
        assertThat(MessageEncoder.encodeAnnouncements(
                        AfiSafi.IPV4_UNICAST, attributes, List.of(P10), Sessions.INTERNAL, messages::add))
                .isFalse();
        assertThat(messages).isEmpty();
    }

    @Test
    void refusesToSendAnUnspecifiedNextHop() {
        PathAttributes own = PathAttributes.builder(IpAddress.ipv4(0)).build();
        assertThatIllegalArgumentException().isThrownBy(() -> announce(own, Sessions.EXTERNAL, P10));
    }

    @Test
    void givesRoutesOfBothPlacesTheirOwnNextHops() throws BgpError {
        UpdateMessage update = decode(Hex.update("""
                        80 0e 1b  0002 01 10 20010db8000000000000000000000001 00 21 20010db800
                        40 01 01  00
                        40 02 00
                        40 03 04  c0000201
                        """, "08 0a"), Sessions.INTERNAL);
        assertThat(update.announcements())
                .extracting(announcement -> announcement.attributes().nextHop())
                .containsExactly(HOP, HOP6);
    }

    @Test
    void internsAttributes() throws BgpError {
        byte[] bytes = announce(PathAttributes.builder(HOP).build(), Sessions.INTERNAL, P10)
                .get(0);
        PathAttributes first =
                decode(bytes, Sessions.INTERNAL).announcements().get(0).attributes();
        PathAttributes second =
                decode(bytes, Sessions.INTERNAL).announcements().get(0).attributes();
        assertThat(first).isSameAs(second);
    }

    @Test
    void forgetsBitsBehindThePrefix() throws BgpError {
        byte[] bytes = Hex.message(MessageType.UPDATE, "0003 09 0aff 0000");
        assertThat(decode(bytes, Sessions.EXTERNAL).withdrawals().get(0).prefixes())
                .containsExactly(Prefix.parse("10.128.0.0/9"));
    }

    @Test
    void readsOverPathIdentifiers() throws BgpError {
        byte[] bytes = Hex.message(MessageType.UPDATE, "0006 00000001 08 0a 0000");
        assertThat(decode(bytes, Sessions.withAddPath()).withdrawals().get(0).prefixes())
                .containsExactly(P10);
    }

    @Test
    void leavesOutFamiliesThatWereNotAgreedOn() throws BgpError {
        byte[] ipv6 = Hex.update("90 0f 0009  0002 01  21 20010db800", "");
        byte[] ipv4 = Hex.message(MessageType.UPDATE, "0002 080a 0000");
        assertThat(decode(ipv6, Sessions.withFamilies(AfiSafi.IPV4_UNICAST)).withdrawals())
                .isEmpty();
        assertThat(decode(ipv4, Sessions.withFamilies(AfiSafi.IPV6_UNICAST)).withdrawals())
                .isEmpty();
    }

    private AsPath pathOf(String asPath, String more) throws BgpError {
        byte[] bytes = Hex.update("40 01 01 00 \n" + asPath + "\n 40 03 04 c0000201 \n" + more, "08 0a");
        return decode(bytes, Sessions.TWO_OCTET_AS)
                .announcements()
                .get(0)
                .attributes()
                .asPath();
    }

    private UpdateMessage decode(byte[] bytes, CodecContext context) throws BgpError {
        return (UpdateMessage) decoder.decode(bytes, context);
    }

    private static UpdateMessage announced(AfiSafi family, PathAttributes attributes, Prefix... prefixes) {
        return new UpdateMessage(
                ImmutableList.of(),
                ImmutableList.of(new Announcement(family, attributes, ImmutableList.copyOf(prefixes))),
                ImmutableList.of(),
                Optional.empty());
    }

    private static List<byte[]> announce(PathAttributes attributes, CodecContext context, Prefix... prefixes) {
        List<byte[]> messages = new ArrayList<>();
        AfiSafi family = AfiSafi.of(prefixes[0].family());
        assertThat(MessageEncoder.encodeAnnouncements(family, attributes, List.of(prefixes), context, messages::add))
                .isTrue();
        return messages;
    }

    private static List<byte[]> withdraw(AfiSafi family, Prefix... prefixes) {
        List<byte[]> messages = new ArrayList<>();
        MessageEncoder.encodeWithdrawals(family, List.of(prefixes), Sessions.EXTERNAL, messages::add);
        return messages;
    }
}
