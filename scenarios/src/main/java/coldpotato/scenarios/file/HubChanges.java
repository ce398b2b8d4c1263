package coldpotato.scenarios.file;

import coldpotato.core.azure.VirtualHub.RoutingPreference;
import coldpotato.core.azure.operations.HubOperation;
import coldpotato.core.azure.operations.Operation;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.function.Function;

/** Entries of the timeline that configure Virtual WAN. Its connections to circuits are those of {@link AzureChanges}. */
final class HubChanges {
    private static final Key<String> SET_ROUTING_PREFERENCE = TimelineReader.what(
            "set-routing-preference", Words.reference(NameKind.HUB), "a virtual hub chooses otherwise", "hub-we");
    private static final Key<String> SET_HUB_ROUTES = TimelineReader.what(
            "set-hub-routes", Words.reference(NameKind.HUB), "a hub's route table gets other static routes", "hub-we");
    private static final Key<String> CONNECT_TO_HUB = TimelineReader.what(
            "connect-to-hub",
            Words.definition(NameKind.HUB_CONNECTION),
            "a new connection of a VNet to a hub, of this name, described as in hub-connections",
            "spoke-west");
    private static final Key<String> DISCONNECT_FROM_HUB = TimelineReader.what(
            "disconnect-from-hub",
            Words.reference(NameKind.HUB_CONNECTION),
            "the connection of a VNet to a hub is deleted",
            "spoke-west");
    private static final Key<String> SET_DEFAULT_ROUTE = TimelineReader.what(
            "set-default-route",
            Words.reference(NameKind.HUB_CONNECTION),
            "a VNet is told of its hub's default route, or not any more",
            "spoke-west");

    static final Key<RoutingPreference> PREFERENCE = Key.optional(
            "preference",
            HubReader.PREFERENCE,
            "needed with set-routing-preference and set-route-server-preference; expressroute with deploy-route-server",
            "routing preference (with set-routing-preference, set-route-server-preference, deploy-route-server)",
            "vpn");
    private static final Key<ImmutableList<Fields>> ROUTES = Key.optional(
            "routes",
            HubReader.ROUTES.value(),
            "needed with set-hub-routes",
            "all static routes from now on (with set-hub-routes)",
            "[{prefix: 10.60.0.0/16, connection: spoke-west}]");
    private static final Key<String> HUB = Key.optional(
            "hub",
            Words.reference(NameKind.GATEWAY_OWNER),
            "needed with connect-to-hub and peer",
            "which virtual hub (with connect-to-hub; in place of vnet with connect), or the VNet that may lend its gateways"
                    + " (with peer)",
            "hub-we");
    private static final Key<Boolean> PROPAGATE = Key.optional(
            "propagate-default-route",
            Words.SWITCH,
            "needed with set-default-route; off with connect-to-hub",
            "whether the VNet is told of the hub's default route (with set-default-route, connect-to-hub)",
            "on");

    static final ImmutableMap<Key<?>, Function<Fields, Operation>> KINDS =
            ImmutableMap.<Key<?>, Function<Fields, Operation>>builder()
                    .put(
                            SET_ROUTING_PREFERENCE,
                            fields -> new HubOperation.SetRoutingPreference(
                                    fields.get(SET_ROUTING_PREFERENCE),
                                    ChangeReader.needed(fields, SET_ROUTING_PREFERENCE, PREFERENCE)))
                    .put(
                            SET_HUB_ROUTES,
                            fields -> new HubOperation.SetRoutes(
                                    fields.get(SET_HUB_ROUTES),
                                    HubReader.routes(ChangeReader.needed(fields, SET_HUB_ROUTES, ROUTES))))
                    .put(CONNECT_TO_HUB, HubChanges::connect)
                    .put(
                            DISCONNECT_FROM_HUB,
                            fields -> new HubOperation.DisconnectVirtualNetwork(fields.get(DISCONNECT_FROM_HUB)))
                    .put(
                            SET_DEFAULT_ROUTE,
                            fields -> new HubOperation.SetDefaultRoute(
                                    fields.get(SET_DEFAULT_ROUTE),
                                    ChangeReader.needed(fields, SET_DEFAULT_ROUTE, PROPAGATE)))
                    .buildOrThrow();

    static final ImmutableList<Key<?>> SETTINGS = ImmutableList.of(PREFERENCE, ROUTES, HUB, PROPAGATE);

    private HubChanges() {}

    private static Operation connect(Fields fields) {
        return new HubOperation.ConnectVirtualNetwork(
                HubReader.hubConnection(fields.get(CONNECT_TO_HUB), fields.as(HubReader.HUB_CONNECTION)));
    }
}
