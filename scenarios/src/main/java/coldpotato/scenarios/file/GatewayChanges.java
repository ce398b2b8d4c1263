package coldpotato.scenarios.file;

import coldpotato.core.azure.GatewaySku;
import coldpotato.core.azure.operations.GatewayOperation;
import coldpotato.core.azure.operations.Operation;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.function.Function;

/** Entries of the timeline that configure ExpressRoute gateways of VNets. */
final class GatewayChanges {
    private static final Key<String> SET_SKU = TimelineReader.what(
            "set-gateway-sku",
            Words.reference(NameKind.VIRTUAL_NETWORK),
            "the ExpressRoute gateway of a VNet gets another size",
            "hub");
    private static final Key<String> SET_REMOTE_TRAFFIC = TimelineReader.what(
            "set-remote-traffic",
            Words.reference(NameKind.VIRTUAL_NETWORK),
            "the ExpressRoute gateway of a VNet takes routes of others on its circuits, or takes them no longer",
            "hub");
    private static final Key<String> SET_FASTPATH = TimelineReader.what(
            "set-fastpath", Words.reference(NameKind.CONNECTION), "FastPath is switched on or off", "hub-ams");

    private static final Key<String> SKU = Key.optional(
            "gateway-sku",
            Words.listed("an ExpressRoute gateway SKU", GatewaySku.catalogue()).map(GatewaySku::name),
            "needed with set-gateway-sku",
            "new size (with set-gateway-sku)",
            "ErGw2AZ");
    private static final Key<Integer> UNITS = Key.optional(
            "scale-units",
            Numbers.whole(1, 1000),
            "1",
            "scale units of ErGwScale, at most " + GatewaySku.SCALE_UNITS_MAX + " (with set-gateway-sku)",
            "10");
    private static final Key<Boolean> REMOTE_VNETS = Key.optional(
            "allow-remote-vnet-traffic",
            Words.SWITCH,
            "unchanged",
            "routes of other VNets (with set-remote-traffic)",
            "on");
    private static final Key<Boolean> REMOTE_VIRTUAL_WAN = Key.optional(
            "allow-virtual-wan-traffic",
            Words.SWITCH,
            "unchanged",
            "routes of Virtual WAN hubs (with set-remote-traffic)",
            "on");
    static final Key<Boolean> FASTPATH = Key.optional(
            "fastpath",
            Words.SWITCH,
            "needed with set-fastpath; off with connect",
            "whether it is on (with set-fastpath, connect)",
            "on");

    static final ImmutableMap<Key<?>, Function<Fields, Operation>> KINDS = ImmutableMap.of(
            SET_SKU,
            fields -> new GatewayOperation.SetGatewaySku(
                    fields.get(SET_SKU),
                    ChangeReader.needed(fields, SET_SKU, SKU),
                    fields.find(UNITS).orElse(1)),
            SET_REMOTE_TRAFFIC,
            GatewayChanges::setRemoteTraffic,
            SET_FASTPATH,
            fields -> new GatewayOperation.SetFastPath(
                    fields.get(SET_FASTPATH), ChangeReader.needed(fields, SET_FASTPATH, FASTPATH)));

    static final ImmutableList<Key<?>> SETTINGS =
            ImmutableList.of(SKU, UNITS, REMOTE_VNETS, REMOTE_VIRTUAL_WAN, FASTPATH);

    private GatewayChanges() {}

    private static Operation setRemoteTraffic(Fields fields) {
        if (!fields.has(REMOTE_VNETS) && !fields.has(REMOTE_VIRTUAL_WAN)) {
            fields.wrong(SET_REMOTE_TRAFFIC, "say whose: allow-remote-vnet-traffic, allow-virtual-wan-traffic or both");
        }
        return new GatewayOperation.SetRemoteTraffic(
                fields.get(SET_REMOTE_TRAFFIC), fields.find(REMOTE_VNETS), fields.find(REMOTE_VIRTUAL_WAN));
    }
}
