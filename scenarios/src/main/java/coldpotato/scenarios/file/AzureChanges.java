package coldpotato.scenarios.file;

import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.operations.CircuitOperation;
import coldpotato.core.azure.operations.ConnectionOperation;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.operations.PeeringOperation;
import coldpotato.core.net.Community;
import coldpotato.core.net.Family;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Function;

/** Entries of the timeline that configure circuits, peerings, route filters and connections. */
final class AzureChanges {
    private static final Key<String> SET_WEIGHT = TimelineReader.what(
            "set-weight", Words.reference(NameKind.CONNECTION), "a connection gets another routing weight", "hub-ams");
    private static final Key<String> SET_SKU =
            TimelineReader.what("set-sku", Words.reference(NameKind.CIRCUIT), "a circuit gets another SKU", "er-ams");
    private static final Key<String> ATTACH_ROUTE_FILTER = TimelineReader.what(
            "attach-route-filter",
            Words.reference(NameKind.ROUTE_FILTER),
            "a route filter is attached to a circuit's Microsoft peering",
            "west-only");
    private static final Key<String> DETACH_ROUTE_FILTER = TimelineReader.what(
            "detach-route-filter",
            Words.reference(NameKind.CIRCUIT),
            "the circuit's Microsoft peering is left without a filter",
            "er-ams");
    private static final Key<String> SET_ROUTE_FILTER = TimelineReader.what(
            "set-route-filter",
            Words.reference(NameKind.ROUTE_FILTER),
            "a route filter gets other communities",
            "west-only");
    private static final Key<PeeringNames.OfCircuit> DISABLE_PEERING = TimelineReader.what(
            "disable-peering", PeeringNames.PEERING, "both sessions of a peering are closed", "er-ams.private");
    private static final Key<PeeringNames.OfCircuit> ENABLE_PEERING = TimelineReader.what(
            "enable-peering", PeeringNames.PEERING, "both sessions of a peering are opened", "er-ams.private");
    private static final Key<String> CONNECT = TimelineReader.what(
            "connect",
            Words.definition(NameKind.CONNECTION),
            "a new connection, of this name, described as in connections",
            "hub-lon");
    private static final Key<String> DISCONNECT = TimelineReader.what(
            "disconnect", Words.reference(NameKind.CONNECTION), "a connection is deleted", "hub-ams");

    private static final Key<Integer> WEIGHT = Key.optional(
            "weight",
            AzureReader.WEIGHT.value(),
            "needed with set-weight; 0 with connect",
            "routing weight (with set-weight, connect)",
            "100");
    private static final Key<Sku> SKU =
            Key.optional("sku", CircuitsReader.SKU.value(), "needed with set-sku", "new SKU (with set-sku)", "Premium");
    private static final Key<String> CIRCUIT = Key.optional(
            "circuit",
            Words.reference(NameKind.CIRCUIT),
            "needed with attach-route-filter and connect",
            "whose peering, or what is connected",
            "er-ams");
    private static final Key<String> VNET = Key.optional(
            "vnet",
            Words.reference(NameKind.VIRTUAL_NETWORK),
            "needed with connect, unless hub is there, and with connect-to-hub",
            "whose gateway is connected (with connect), or what is connected (with connect-to-hub)",
            "hub");
    private static final Key<ImmutableSet<Community>> COMMUNITIES = Key.optional(
            "communities",
            Nets.COMMUNITIES,
            "needed with set-route-filter",
            "what the filter allows from now on (with set-route-filter)",
            "[12076:51002]");

    static final ImmutableSet<Family> ALL_FAMILIES = ImmutableSet.copyOf(Family.values());
    private static final Key<ImmutableSet<Family>> FAMILY = Key.optional(
            "family",
            Words.choice(
                    ImmutableMap.of("ipv4", ImmutableSet.of(Family.IPV4), "ipv6", ImmutableSet.of(Family.IPV6)),
                    ALL_FAMILIES),
            "both",
            "the sessions of one family only (with disable-peering, enable-peering)",
            "ipv6");

    static final ImmutableMap<Key<?>, Function<Fields, Operation>> KINDS =
            ImmutableMap.<Key<?>, Function<Fields, Operation>>builder()
                    .put(
                            SET_WEIGHT,
                            fields -> new ConnectionOperation.SetWeight(
                                    fields.get(SET_WEIGHT), ChangeReader.needed(fields, SET_WEIGHT, WEIGHT)))
                    .put(
                            SET_SKU,
                            fields -> new CircuitOperation.SetSku(
                                    fields.get(SET_SKU), ChangeReader.needed(fields, SET_SKU, SKU)))
                    .put(
                            ATTACH_ROUTE_FILTER,
                            fields -> new PeeringOperation.AttachRouteFilter(
                                    ChangeReader.needed(fields, ATTACH_ROUTE_FILTER, CIRCUIT),
                                    fields.get(ATTACH_ROUTE_FILTER)))
                    .put(
                            DETACH_ROUTE_FILTER,
                            fields -> new PeeringOperation.DetachRouteFilter(fields.get(DETACH_ROUTE_FILTER)))
                    .put(
                            SET_ROUTE_FILTER,
                            fields -> new PeeringOperation.SetRouteFilter(
                                    fields.get(SET_ROUTE_FILTER),
                                    ChangeReader.needed(fields, SET_ROUTE_FILTER, COMMUNITIES)))
                    .put(DISABLE_PEERING, fields -> setEnabled(fields, DISABLE_PEERING, false))
                    .put(ENABLE_PEERING, fields -> setEnabled(fields, ENABLE_PEERING, true))
                    .put(CONNECT, AzureChanges::connect)
                    .put(DISCONNECT, fields -> new ConnectionOperation.Disconnect(fields.get(DISCONNECT)))
                    .buildOrThrow();

    static final ImmutableList<Key<?>> SETTINGS = ImmutableList.of(WEIGHT, SKU, CIRCUIT, VNET, COMMUNITIES, FAMILY);

    private AzureChanges() {}

    private static Operation setEnabled(Fields fields, Key<PeeringNames.OfCircuit> what, boolean enabled) {
        return setEnabled(fields.get(what), fields.find(FAMILY).orElse(ALL_FAMILIES), enabled);
    }

    /** Switches the sessions of some families on or off. */
    static Operation setEnabled(PeeringNames.OfCircuit peering, ImmutableSet<Family> families, boolean enabled) {
        return new PeeringOperation.SetPeeringEnabled(peering.circuit(), peering.kind(), families, enabled);
    }

    private static Operation connect(Fields fields) {
        return new ConnectionOperation.Connect(
                AzureReader.connection(fields.get(CONNECT), fields.as(AzureReader.CONNECTION)));
    }
}
