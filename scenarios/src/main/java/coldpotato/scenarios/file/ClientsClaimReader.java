package coldpotato.scenarios.file;

import coldpotato.core.azure.PointToSite.Protocol;
import coldpotato.scenarios.file.Expectation.OfClients;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.EnumMap;
import java.util.Map;

/** Expectations about the computers that are connected to a VPN gateway. */
final class ClientsClaimReader {
    static final Key<String> CLIENTS = Key.optional(
            "clients",
            Words.reference(NameKind.GATEWAY_OWNER),
            "not about computers",
            "how many computers are connected to the VPN gateway of this virtual network or hub",
            "hub");
    private static final ImmutableMap<Protocol, Key<CountRange>> COUNTS = ImmutableMap.of(
            Protocol.SSTP, count(Protocol.SSTP),
            Protocol.IKEV2, count(Protocol.IKEV2),
            Protocol.OPENVPN, count(Protocol.OPENVPN));

    /** The keys that go with {@code clients}. */
    static final ImmutableList<Key<?>> SETTINGS = ImmutableList.copyOf(COUNTS.values());

    private ClientsClaimReader() {}

    private static Key<CountRange> count(Protocol protocol) {
        return Key.optional(protocol.text(), Ranges.COUNT, "not claimed", "how many with " + protocol.text(), "128");
    }

    static OfClients claim(Fields fields) {
        ExpectationReader.checkClaims(fields, CLIENTS, SETTINGS);
        Map<Protocol, CountRange> counts = new EnumMap<>(Protocol.class);
        COUNTS.forEach((protocol, key) -> fields.find(key).ifPresent(range -> counts.put(protocol, range)));
        return new OfClients(fields.get(CLIENTS), ImmutableMap.copyOf(counts));
    }
}
