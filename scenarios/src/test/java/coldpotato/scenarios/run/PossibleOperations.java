package coldpotato.scenarios.run;

import coldpotato.core.azure.AdvertisedPublicPrefixesState;
import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.CircuitTerms;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.DirectPort;
import coldpotato.core.azure.GatewaySku;
import coldpotato.core.azure.GlobalReach;
import coldpotato.core.azure.HubConnection;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.MicrosoftPeering;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PointToSite;
import coldpotato.core.azure.RouteFilter;
import coldpotato.core.azure.RouteServer;
import coldpotato.core.azure.SubnetRouteTable;
import coldpotato.core.azure.UserDefinedRoute;
import coldpotato.core.azure.VirtualHub;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.VirtualNetworkPeering;
import coldpotato.core.azure.VpnConnection;
import coldpotato.core.azure.VpnSku;
import coldpotato.core.azure.operations.AnnouncementOperation;
import coldpotato.core.azure.operations.CircuitOperation;
import coldpotato.core.azure.operations.CloudOperation;
import coldpotato.core.azure.operations.CommunityOperation;
import coldpotato.core.azure.operations.ConnectionOperation;
import coldpotato.core.azure.operations.DirectPortOperation;
import coldpotato.core.azure.operations.EdgeOperation;
import coldpotato.core.azure.operations.GatewayOperation;
import coldpotato.core.azure.operations.GlobalReachOperation;
import coldpotato.core.azure.operations.HubOperation;
import coldpotato.core.azure.operations.MaintenanceOperation;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.operations.PeeringLeg;
import coldpotato.core.azure.operations.PeeringOperation;
import coldpotato.core.azure.operations.RouteServerOperation;
import coldpotato.core.azure.operations.VnetOperation;
import coldpotato.core.azure.operations.VpnEnd;
import coldpotato.core.azure.operations.VpnOperation;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Community;
import coldpotato.core.net.Family;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Everything that somebody could configure in a network, by kind of operation; Azure may refuse some of it, and some makes no
 * sense at the time. With each operation comes what undoes it, taken from the network as it was at first.
 */
final class PossibleOperations {
    private static final Prefix MORE = Prefix.parse("10.77.0.0/16");
    private static final Prefix EVERYTHING = Prefix.parse("0.0.0.0/0");

    private final HybridNetwork first;
    private final HybridNetwork now;
    private final ImmutableSet<String> policies;
    private final SetMultimap<Class<?>, Operation> all = LinkedHashMultimap.create();

    /**
     * @param first the network as it was before anything was done
     * @param now as it is
     * @param plan what it is compiled into
     * @param policies names of policies that routers may be given
     */
    PossibleOperations(HybridNetwork first, HybridNetwork now, NetworkPlan plan, ImmutableSet<String> policies) {
        this.first = first;
        this.policies = policies;
        this.now = now;
        announcements();
        now.circuits().values().forEach(this::circuit);
        connections();
        now.directPorts().values().forEach(this::directPort);
        now.routeFilters().keySet().forEach(this::routeFilter);
        now.virtualNetworks().values().forEach(this::virtualNetwork);
        vnetPeerings();
        now.routeTables().values().forEach(this::routeTable);
        hubs();
        reaches();
        Stream.concat(now.virtualNetworks().keySet().stream(), now.hubs().keySet().stream())
                .filter(owner -> now.vpnGateway(owner).isPresent())
                .forEach(this::vpnGateway);
        now.vpnConnections().values().forEach(this::vpnConnection);
        now.clouds().keySet().forEach(cloud -> add(new CloudOperation.DeleteFastConnect(cloud)));
        plan.nodes().keySet().stream()
                .filter(node -> node.matches(".*\\.(msee|gateway|vpn-gateway|route-server|router)\\d?"))
                .forEach(this::device);
    }

    /** Draws one: a kind first, so that what a network has many of is not drawn all the time. */
    Operation draw(int number) {
        ImmutableList<Class<?>> kinds = ImmutableList.copyOf(all.keySet());
        List<Operation> ofKind = ImmutableList.copyOf(all.get(kinds.get(number % kinds.size())));
        return ofKind.get(number / kinds.size() % ofKind.size());
    }

    private void add(Operation operation) {
        all.put(operation.getClass(), operation);
    }

    private void announcements() {
        now.sites().values().forEach(site -> announcer(site.name(), site.prefixes()));
        now.virtualNetworks().values().forEach(vnet -> announcer(vnet.name(), vnet.prefixes()));
        now.clouds().values().forEach(cloud -> announcer(cloud.name(), cloud.prefixes()));
        now.internetLinks()
                .values()
                .forEach(link -> announcer(link.name(), link.advertise().orElse(ImmutableSet.of())));
        now.appliances()
                .values()
                .forEach(appliance -> appliance.bgp().ifPresent(bgp -> announcer(appliance.name(), bgp.announced())));
    }

    private void announcer(String name, ImmutableSet<Prefix> prefixes) {
        add(new AnnouncementOperation.Announce(name, ImmutableSet.of(MORE)));
        add(new AnnouncementOperation.Announce(name, ImmutableSet.of(EVERYTHING)));
        add(new AnnouncementOperation.Withdraw(name, ImmutableSet.of(MORE)));
        add(new AnnouncementOperation.Withdraw(name, ImmutableSet.of(EVERYTHING)));
        prefixes.forEach(prefix -> {
            add(new AnnouncementOperation.Announce(name, ImmutableSet.of(prefix)));
            add(new AnnouncementOperation.Withdraw(name, ImmutableSet.of(prefix)));
        });
    }

    private void circuit(Circuit circuit) {
        String name = circuit.name();
        for (Circuit.Sku sku : Circuit.Sku.values()) {
            add(new CircuitOperation.SetSku(name, sku));
        }
        add(new CircuitOperation.SetBandwidth(name, 10_000));
        add(new CircuitOperation.SetBilling(name, CircuitTerms.Billing.UNLIMITED));
        for (CircuitTerms.Provisioning provisioning : CircuitTerms.Provisioning.values()) {
            add(new CircuitOperation.SetProvisioning(name, provisioning));
        }
        add(new CircuitOperation.AuthorizeMicrosoft365(name));
        if (!circuit.terms().authorizations().contains("theirs")) {
            add(new CircuitOperation.Authorize(name, "theirs"));
        }
        circuit.terms().authorizations().forEach(authorization -> {
            add(new CircuitOperation.Revoke(name, authorization));
        });
        add(new CircuitOperation.Reset(name));
        add(new CircuitOperation.Delete(name));
        circuit.peerings().forEach(peering -> peering(circuit, peering));
        circuit.microsoftPeering().ifPresent(peering -> microsoftPeering(circuit, peering));
    }

    private void peering(Circuit circuit, Peering peering) {
        for (boolean enabled : new boolean[] {false, true}) {
            add(new PeeringOperation.SetPeeringEnabled(
                    circuit.name(), peering.kind(), ImmutableSet.copyOf(Family.values()), enabled));
            add(new PeeringOperation.SetPeeringEnabled(
                    circuit.name(), peering.kind(), ImmutableSet.of(Family.IPV4), enabled));
        }
        add(new PeeringOperation.DeletePeering(circuit.name(), peering.kind()));
        for (Leg leg : Leg.values()) {
            edge(new PeeringLeg(circuit.name(), leg, peering.kind()), peering.link(leg));
        }
    }

    private void edge(PeeringLeg leg, PeeringLink link) {
        announcer(leg.toString(), now.announcedOn(leg.kind(), link));
        add(new EdgeOperation.SetPolicy(leg, Optional.of(""), Optional.of("")));
        for (String policy : policies) {
            add(new EdgeOperation.SetPolicy(leg, Optional.of(policy), Optional.empty()));
            add(new EdgeOperation.SetPolicy(leg, Optional.empty(), Optional.of(policy)));
        }
        add(new EdgeOperation.SetPrepend(leg, 0));
        add(new EdgeOperation.SetPrepend(leg, 2));
        add(new EdgeOperation.SetTimers(leg, Durations.seconds(30), Durations.seconds(10)));
        add(new EdgeOperation.SetTimers(leg, Durations.seconds(180), Durations.seconds(60)));
        add(new EdgeOperation.SetBfd(leg, Optional.empty()));
        add(new EdgeOperation.SetBfd(leg, Optional.of(new PeeringLink.Bfd(Durations.millis(300), 3))));
        add(new EdgeOperation.Misconfigure(leg, OptionalInt.of(77), Optional.empty(), false));
        add(new EdgeOperation.Misconfigure(leg, OptionalInt.empty(), Optional.of("wrong"), false));
        add(new EdgeOperation.Misconfigure(leg, OptionalInt.empty(), Optional.empty(), true));
        add(new EdgeOperation.Correct(leg));
    }

    private void microsoftPeering(Circuit circuit, MicrosoftPeering peering) {
        String name = circuit.name();
        for (AdvertisedPublicPrefixesState state : AdvertisedPublicPrefixesState.values()) {
            add(new PeeringOperation.SetAdvertisedPublicPrefixes(name, peering.advertisedPublicPrefixes(), state));
        }
        add(new PeeringOperation.Validate(name));
        add(new PeeringOperation.DetachRouteFilter(name));
        now.routeFilters().keySet().forEach(filter -> add(new PeeringOperation.AttachRouteFilter(name, filter)));
    }

    private void routeFilter(String filter) {
        RouteFilter before = first.routeFilters().get(filter);
        add(new PeeringOperation.SetRouteFilter(filter, before.communities()));
        add(new PeeringOperation.SetRouteFilter(
                filter, before.communities().stream().limit(1).collect(ImmutableSet.toImmutableSet())));
    }

    private void connections() {
        for (Connection connection : first.connections().values()) {
            String name = connection.name();
            add(new ConnectionOperation.Connect(connection));
            add(new ConnectionOperation.Disconnect(name));
            add(new ConnectionOperation.SetWeight(name, connection.weight()));
            add(new ConnectionOperation.SetWeight(name, 50));
            add(new GatewayOperation.SetFastPath(name, true));
            add(new GatewayOperation.SetFastPath(name, false));
        }
    }

    private void directPort(DirectPort port) {
        for (Leg leg : Leg.values()) {
            add(new DirectPortOperation.SetAdminState(port.name(), leg, true));
            add(new DirectPortOperation.SetAdminState(port.name(), leg, false));
        }
    }

    private void virtualNetwork(VirtualNetwork vnet) {
        String name = vnet.name();
        add(new CommunityOperation.SetCommunity(name, Community.parse("12076:20077")));
        vnet.gateway().ifPresent(gateway -> gateway(name));
        routeServer(name);
        vnet.subnets().keySet().forEach(subnet -> {
            add(new VnetOperation.SetRouteTable(name, subnet, Optional.empty()));
            now.routeTables()
                    .keySet()
                    .forEach(table -> add(new VnetOperation.SetRouteTable(name, subnet, Optional.of(table))));
        });
        add(new VnetOperation.SetSummaries(name, ImmutableSet.of()));
        add(new VnetOperation.SetSummaries(name, ImmutableSet.of(Prefix.parse("10.0.0.0/8"))));
    }

    private void gateway(String vnet) {
        GatewaySku.catalogue().all().forEach(sku -> add(new GatewayOperation.SetGatewaySku(vnet, sku.name(), 1)));
        add(new GatewayOperation.SetGatewaySku(vnet, GatewaySku.SCALE, 10));
        for (boolean on : new boolean[] {false, true}) {
            add(new GatewayOperation.SetRemoteTraffic(vnet, Optional.of(on), Optional.empty()));
            add(new GatewayOperation.SetRemoteTraffic(vnet, Optional.empty(), Optional.of(on)));
        }
    }

    private void routeServer(String vnet) {
        add(new RouteServerOperation.Deploy(vnet, RouteServer.usual()));
        add(new RouteServerOperation.Run(vnet));
        add(new RouteServerOperation.Delete(vnet));
        add(new RouteServerOperation.Remove(vnet));
        add(new RouteServerOperation.SetBranchToBranch(vnet, true));
        add(new RouteServerOperation.SetBranchToBranch(vnet, false));
        for (VirtualHub.RoutingPreference preference : VirtualHub.RoutingPreference.values()) {
            add(new RouteServerOperation.SetPreference(vnet, preference));
        }
    }

    private void vnetPeerings() {
        for (VirtualNetworkPeering peering : first.vnetPeerings().values()) {
            add(new VnetOperation.Peer(peering));
            add(new VnetOperation.Unpeer(peering.name()));
            for (boolean on : new boolean[] {false, true}) {
                add(new VnetOperation.SetGatewayTransit(peering.name(), Optional.of(on), Optional.of(on)));
                add(new VnetOperation.SetGatewayTransit(peering.name(), Optional.empty(), Optional.of(on)));
            }
        }
        ImmutableList<String> vnets = now.virtualNetworks().keySet().asList();
        for (int vnet = 1; vnet < vnets.size(); vnet++) {
            add(new VnetOperation.Peer(
                    new VirtualNetworkPeering("new-" + vnet, vnets.get(0), vnets.get(vnet), false, false)));
            add(new VnetOperation.Unpeer("new-" + vnet));
        }
    }

    private void routeTable(SubnetRouteTable table) {
        String name = table.name();
        add(new VnetOperation.SetPropagation(name, false));
        add(new VnetOperation.SetPropagation(name, true));
        add(new VnetOperation.PutRoute(
                name, UserDefinedRoute.to(EVERYTHING, UserDefinedRoute.NextHopType.VIRTUAL_NETWORK_GATEWAY)));
        add(new VnetOperation.PutRoute(name, UserDefinedRoute.to(MORE, UserDefinedRoute.NextHopType.NONE)));
        first.routeTables().get(name).routes().values().forEach(route -> {
            add(new VnetOperation.PutRoute(name, route));
            add(new VnetOperation.RemoveRoute(name, route.prefix()));
        });
    }

    private void hubs() {
        for (VirtualHub hub : first.hubs().values()) {
            for (VirtualHub.RoutingPreference preference : VirtualHub.RoutingPreference.values()) {
                add(new HubOperation.SetRoutingPreference(hub.name(), preference));
            }
            add(new HubOperation.SetRoutes(hub.name(), hub.routes()));
            add(new HubOperation.SetRoutes(hub.name(), ImmutableList.of()));
        }
        for (HubConnection connection : first.hubConnections().values()) {
            for (boolean on : new boolean[] {false, true}) {
                add(new HubOperation.ConnectVirtualNetwork(
                        new HubConnection(connection.name(), connection.hub(), connection.virtualNetwork(), on)));
                add(new HubOperation.SetDefaultRoute(connection.name(), on));
            }
            add(new HubOperation.DisconnectVirtualNetwork(connection.name()));
        }
    }

    private void reaches() {
        for (GlobalReach reach : first.globalReaches().values()) {
            add(new GlobalReachOperation.Connect(reach));
            add(new GlobalReachOperation.Disconnect(reach.name()));
        }
        ImmutableList<String> circuits = now.circuits().keySet().asList();
        if (circuits.size() > 1) {
            add(new GlobalReachOperation.Connect(new GlobalReach(
                    "new-reach",
                    circuits.get(0),
                    circuits.get(1),
                    Prefix.parse("192.168.77.0/29"),
                    Optional.empty(),
                    ImmutableSet.of(),
                    Durations.millis(5))));
            add(new GlobalReachOperation.Disconnect("new-reach"));
        }
    }

    private void vpnGateway(String owner) {
        add(new VpnOperation.SetAsn(owner, first.vpnGateway(owner).orElseThrow().asn()));
        add(new VpnOperation.SetAsn(owner, new Asn(65077)));
        add(new VpnOperation.SetActiveActive(owner, true));
        add(new VpnOperation.SetActiveActive(owner, false));
        VpnSku.catalogue().all().forEach(sku -> add(new VpnOperation.SetSku(owner, sku.name())));
        for (PointToSite.Protocol protocol : PointToSite.Protocol.values()) {
            add(new VpnOperation.ConnectClients(owner, protocol, 3));
            add(new VpnOperation.DisconnectClients(owner, protocol, 3));
        }
    }

    private void vpnConnection(VpnConnection connection) {
        String name = connection.name();
        connection
                .customer()
                .ifPresent(customer -> announcer(name, customer.advertise().orElse(ImmutableSet.of())));
        add(new VpnOperation.SetConnected(name, true));
        add(new VpnOperation.SetConnected(name, false));
        add(new EdgeOperation.SetPolicy(new VpnEnd(name), Optional.of(""), Optional.of("")));
        policies.forEach(
                policy -> add(new EdgeOperation.SetPolicy(new VpnEnd(name), Optional.of(policy), Optional.empty())));
        add(new EdgeOperation.SetPrepend(new VpnEnd(name), 0));
        add(new EdgeOperation.SetPrepend(new VpnEnd(name), 3));
    }

    private void device(String node) {
        add(new MaintenanceOperation.Begin(node));
        add(new MaintenanceOperation.End(node));
    }
}
