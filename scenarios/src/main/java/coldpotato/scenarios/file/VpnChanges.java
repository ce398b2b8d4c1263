package coldpotato.scenarios.file;

import coldpotato.core.azure.PointToSite.Protocol;
import coldpotato.core.azure.operations.EdgeOperation;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.operations.VpnEnd;
import coldpotato.core.azure.operations.VpnOperation;
import coldpotato.core.net.Asn;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.function.Function;

/** Entries of the timeline that configure VPN gateways and their connections, and computers that come and go. */
final class VpnChanges {
    private static final Key<String> CONNECT_VPN = TimelineReader.what(
            "connect-vpn",
            Words.reference(NameKind.VPN_CONNECTION),
            "a VPN connection is made that has connected: off, or was deleted",
            "backup");
    private static final Key<String> DISCONNECT_VPN = TimelineReader.what(
            "disconnect-vpn", Words.reference(NameKind.VPN_CONNECTION), "a VPN connection is deleted", "backup");
    private static final Key<String> SET_VPN_POLICY = TimelineReader.what(
            "set-vpn-policy",
            Words.reference(NameKind.VPN_CONNECTION),
            "the customer's router gets other policies at a VPN connection",
            "backup");
    private static final Key<String> SET_VPN_PREPEND = TimelineReader.what(
            "set-vpn-prepend",
            Words.reference(NameKind.VPN_CONNECTION),
            "the customer's router prepends more or less at a VPN connection",
            "backup");
    private static final Key<String> SET_VPN_GATEWAY = TimelineReader.what(
            "set-vpn-gateway",
            Words.reference(NameKind.VIRTUAL_NETWORK),
            "the VPN gateway of a virtual network gets another vpn-asn, active-active or vpn-sku",
            "hub");
    private static final Key<String> CONNECT_CLIENTS = TimelineReader.what(
            "connect-clients",
            Words.reference(NameKind.GATEWAY_OWNER),
            "computers connect to the VPN gateway of a virtual network or hub; refused are those beyond its quotas",
            "hub");
    private static final Key<String> DISCONNECT_CLIENTS = TimelineReader.what(
            "disconnect-clients",
            Words.reference(NameKind.GATEWAY_OWNER),
            "computers leave the VPN gateway of a virtual network or hub",
            "hub");

    private static final Key<Asn> VPN_ASN =
            Key.optional("vpn-asn", Nets.ASN, "unchanged", "new AS number (with set-vpn-gateway)", "65516");
    private static final Key<Boolean> ACTIVE_ACTIVE = Key.optional(
            "active-active", Words.SWITCH, "unchanged", "both instances active (with set-vpn-gateway)", "on");
    private static final Key<String> VPN_SKU =
            Key.optional("vpn-sku", VpnReader.SIZE, "unchanged", "new size (with set-vpn-gateway)", "VpnGw2");
    private static final Key<Protocol> PROTOCOL = Key.optional(
            "protocol",
            VpnReader.PROTOCOL,
            "needed with connect-clients and disconnect-clients",
            "what the computers speak (with connect-clients, disconnect-clients)",
            "sstp");
    private static final Key<Integer> COUNT = Key.optional(
            "count",
            Numbers.whole(1, 100_000),
            "needed with connect-clients and disconnect-clients",
            "how many computers (with connect-clients, disconnect-clients)",
            "129");

    static final ImmutableMap<Key<?>, Function<Fields, Operation>> KINDS =
            ImmutableMap.<Key<?>, Function<Fields, Operation>>builder()
                    .put(CONNECT_VPN, fields -> new VpnOperation.SetConnected(fields.get(CONNECT_VPN), true))
                    .put(DISCONNECT_VPN, fields -> new VpnOperation.SetConnected(fields.get(DISCONNECT_VPN), false))
                    .put(SET_VPN_POLICY, VpnChanges::setPolicy)
                    .put(
                            SET_VPN_PREPEND,
                            fields -> new EdgeOperation.SetPrepend(
                                    new VpnEnd(fields.get(SET_VPN_PREPEND)),
                                    ChangeReader.needed(fields, SET_VPN_PREPEND, EdgeChanges.PREPEND)))
                    .put(SET_VPN_GATEWAY, VpnChanges::setGateway)
                    .put(
                            CONNECT_CLIENTS,
                            fields -> new VpnOperation.ConnectClients(
                                    fields.get(CONNECT_CLIENTS),
                                    ChangeReader.needed(fields, CONNECT_CLIENTS, PROTOCOL),
                                    ChangeReader.needed(fields, CONNECT_CLIENTS, COUNT)))
                    .put(
                            DISCONNECT_CLIENTS,
                            fields -> new VpnOperation.DisconnectClients(
                                    fields.get(DISCONNECT_CLIENTS),
                                    ChangeReader.needed(fields, DISCONNECT_CLIENTS, PROTOCOL),
                                    ChangeReader.needed(fields, DISCONNECT_CLIENTS, COUNT)))
                    .buildOrThrow();

    static final ImmutableList<Key<?>> SETTINGS = ImmutableList.of(VPN_ASN, ACTIVE_ACTIVE, VPN_SKU, PROTOCOL, COUNT);

    private VpnChanges() {}

    private static Operation setPolicy(Fields fields) {
        if (!fields.has(EdgeChanges.IMPORT) && !fields.has(EdgeChanges.EXPORT)) {
            fields.wrong(SET_VPN_POLICY, "say which: import, export or both");
        }
        return new EdgeOperation.SetPolicy(
                new VpnEnd(fields.get(SET_VPN_POLICY)),
                fields.find(EdgeChanges.IMPORT),
                fields.find(EdgeChanges.EXPORT));
    }

    private static Operation setGateway(Fields fields) {
        String owner = fields.get(SET_VPN_GATEWAY);
        ImmutableList<Key<?>> said = ImmutableList.of(VPN_ASN, ACTIVE_ACTIVE, VPN_SKU).stream()
                .filter(fields::has)
                .collect(ImmutableList.toImmutableList());
        if (said.size() != 1) {
            fields.wrong(SET_VPN_GATEWAY, "say one of vpn-asn, active-active and vpn-sku");
        }
        if (fields.has(ACTIVE_ACTIVE)) {
            return new VpnOperation.SetActiveActive(
                    owner, fields.find(ACTIVE_ACTIVE).orElse(true));
        }
        return fields.has(VPN_SKU)
                ? new VpnOperation.SetSku(owner, fields.find(VPN_SKU).orElse(""))
                : new VpnOperation.SetAsn(owner, fields.find(VPN_ASN).orElse(Asn.MICROSOFT));
    }
}
