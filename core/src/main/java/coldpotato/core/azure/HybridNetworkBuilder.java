package coldpotato.core.azure;

import coldpotato.core.azure.grounds.AssumptionValues;
import coldpotato.core.net.Community;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a {@link HybridNetwork} together, or changes one. What is put under a known name takes the place of what was there, so
 * that the order of everything else stays.
 */
public final class HybridNetworkBuilder {
    private final Map<String, Site> sites;
    private final Map<String, WanLink> wanLinks;
    private final Map<String, Circuit> circuits;
    private final Map<String, VirtualNetwork> virtualNetworks;
    private final Map<String, Connection> connections;
    private final Map<String, RouteFilter> routeFilters;
    private final Map<String, PublicService> services;
    private final Map<String, InternetLink> internetLinks;
    private final Map<String, VirtualNetworkPeering> vnetPeerings;
    private final Map<String, SubnetRouteTable> routeTables;
    private final Map<String, Appliance> appliances;
    private final Map<String, VpnConnection> vpnConnections;
    private final Map<String, VirtualHub> hubs;
    private final Map<String, HubConnection> hubConnections;
    private final Map<String, GlobalReach> globalReaches;
    private final Map<String, DirectPort> directPorts;
    private final Map<String, ForeignCloud> clouds;
    private final Map<String, IpVpn> ipvpns;
    private final Map<String, ImmutableSet<String>> sharedRisks;
    private final Map<String, ImmutableSet<String>> subscriptions;
    private final Map<String, Community> pendingCommunities;
    private final Set<String> maintained;
    private final Map<String, RouteLeak> leaks;
    private AssumptionValues assumptions;
    private ImmutableMap<String, String> places;

    HybridNetworkBuilder(HybridNetwork from) {
        sites = new LinkedHashMap<>(from.sites());
        wanLinks = new LinkedHashMap<>(from.wanLinks());
        circuits = new LinkedHashMap<>(from.circuits());
        virtualNetworks = new LinkedHashMap<>(from.virtualNetworks());
        connections = new LinkedHashMap<>(from.connections());
        routeFilters = new LinkedHashMap<>(from.routeFilters());
        services = new LinkedHashMap<>(from.services());
        internetLinks = new LinkedHashMap<>(from.internetLinks());
        vnetPeerings = new LinkedHashMap<>(from.vnetPeerings());
        routeTables = new LinkedHashMap<>(from.routeTables());
        appliances = new LinkedHashMap<>(from.appliances());
        vpnConnections = new LinkedHashMap<>(from.vpnConnections());
        hubs = new LinkedHashMap<>(from.hubs());
        hubConnections = new LinkedHashMap<>(from.hubConnections());
        globalReaches = new LinkedHashMap<>(from.globalReaches());
        directPorts = new LinkedHashMap<>(from.directPorts());
        clouds = new LinkedHashMap<>(from.clouds());
        ipvpns = new LinkedHashMap<>(from.ipvpns());
        sharedRisks = new LinkedHashMap<>(from.sharedRisks());
        subscriptions = new LinkedHashMap<>(from.subscriptions());
        pendingCommunities = new LinkedHashMap<>(from.pendingCommunities());
        maintained = new LinkedHashSet<>(from.maintained());
        leaks = new LinkedHashMap<>(from.leaks());
        assumptions = from.assumptions();
        places = from.places();
    }

    public HybridNetworkBuilder put(Site site) {
        sites.put(site.name(), site);
        return this;
    }

    public HybridNetworkBuilder put(WanLink wanLink) {
        wanLinks.put(wanLink.name(), wanLink);
        return this;
    }

    public HybridNetworkBuilder put(Circuit circuit) {
        circuits.put(circuit.name(), circuit);
        return this;
    }

    public HybridNetworkBuilder put(VirtualNetwork virtualNetwork) {
        virtualNetworks.put(virtualNetwork.name(), virtualNetwork);
        return this;
    }

    public HybridNetworkBuilder put(Connection connection) {
        connections.put(connection.name(), connection);
        return this;
    }

    public HybridNetworkBuilder put(RouteFilter routeFilter) {
        routeFilters.put(routeFilter.name(), routeFilter);
        return this;
    }

    public HybridNetworkBuilder put(PublicService service) {
        services.put(service.name(), service);
        return this;
    }

    public HybridNetworkBuilder put(InternetLink internetLink) {
        internetLinks.put(internetLink.name(), internetLink);
        return this;
    }

    public HybridNetworkBuilder put(VirtualNetworkPeering peering) {
        vnetPeerings.put(peering.name(), peering);
        return this;
    }

    public HybridNetworkBuilder put(SubnetRouteTable routeTable) {
        routeTables.put(routeTable.name(), routeTable);
        return this;
    }

    public HybridNetworkBuilder put(Appliance appliance) {
        appliances.put(appliance.name(), appliance);
        return this;
    }

    public HybridNetworkBuilder put(VpnConnection connection) {
        vpnConnections.put(connection.name(), connection);
        return this;
    }

    public HybridNetworkBuilder put(VirtualHub hub) {
        hubs.put(hub.name(), hub);
        return this;
    }

    public HybridNetworkBuilder put(HubConnection connection) {
        hubConnections.put(connection.name(), connection);
        return this;
    }

    public HybridNetworkBuilder put(GlobalReach globalReach) {
        globalReaches.put(globalReach.name(), globalReach);
        return this;
    }

    public HybridNetworkBuilder put(DirectPort port) {
        directPorts.put(port.name(), port);
        return this;
    }

    public HybridNetworkBuilder put(ForeignCloud cloud) {
        clouds.put(cloud.name(), cloud);
        return this;
    }

    public HybridNetworkBuilder put(IpVpn ipvpn) {
        ipvpns.put(ipvpn.name(), ipvpn);
        return this;
    }

    public HybridNetworkBuilder putSharedRisk(String name, ImmutableSet<String> elements) {
        sharedRisks.put(name, elements);
        return this;
    }

    public HybridNetworkBuilder putSubscription(String name, ImmutableSet<String> elements) {
        subscriptions.put(name, elements);
        return this;
    }

    /** Keeps a community of a VNet back until a connection of its gateway is made. */
    public HybridNetworkBuilder putPending(String virtualNetwork, Community community) {
        pendingCommunities.put(virtualNetwork, community);
        return this;
    }

    /** Lets the community of a VNet that was kept back take effect, if there is one. */
    public HybridNetworkBuilder settleCommunity(String virtualNetwork) {
        Community community = pendingCommunities.remove(virtualNetwork);
        if (community != null) {
            put(virtualNetworks.get(virtualNetwork).toBuilder()
                    .customCommunity(Optional.of(community))
                    .build());
        }
        return this;
    }

    public HybridNetworkBuilder maintain(String device) {
        maintained.add(device);
        return this;
    }

    public HybridNetworkBuilder endMaintenance(String device) {
        maintained.remove(device);
        return this;
    }

    public HybridNetworkBuilder put(RouteLeak leak) {
        leaks.put(leak.by(), leak);
        return this;
    }

    public HybridNetworkBuilder removeLeak(String by) {
        leaks.remove(by);
        return this;
    }

    public HybridNetworkBuilder removeCircuit(String name) {
        circuits.remove(name);
        return this;
    }

    public HybridNetworkBuilder removeConnection(String name) {
        connections.remove(name);
        return this;
    }

    public HybridNetworkBuilder removeGlobalReach(String name) {
        globalReaches.remove(name);
        return this;
    }

    public HybridNetworkBuilder removeVnetPeering(String name) {
        vnetPeerings.remove(name);
        return this;
    }

    public HybridNetworkBuilder removeHubConnection(String name) {
        hubConnections.remove(name);
        return this;
    }

    public HybridNetworkBuilder assumptions(AssumptionValues value) {
        assumptions = value;
        return this;
    }

    public HybridNetworkBuilder places(ImmutableMap<String, String> value) {
        places = value;
        return this;
    }

    public HybridNetwork build() {
        return new HybridNetwork(
                ImmutableMap.copyOf(sites),
                ImmutableMap.copyOf(wanLinks),
                ImmutableMap.copyOf(circuits),
                ImmutableMap.copyOf(virtualNetworks),
                ImmutableMap.copyOf(connections),
                ImmutableMap.copyOf(routeFilters),
                ImmutableMap.copyOf(services),
                ImmutableMap.copyOf(internetLinks),
                ImmutableMap.copyOf(vnetPeerings),
                ImmutableMap.copyOf(routeTables),
                ImmutableMap.copyOf(appliances),
                ImmutableMap.copyOf(vpnConnections),
                ImmutableMap.copyOf(hubs),
                ImmutableMap.copyOf(hubConnections),
                ImmutableMap.copyOf(globalReaches),
                ImmutableMap.copyOf(directPorts),
                ImmutableMap.copyOf(clouds),
                ImmutableMap.copyOf(ipvpns),
                ImmutableMap.copyOf(sharedRisks),
                ImmutableMap.copyOf(subscriptions),
                ImmutableMap.copyOf(pendingCommunities),
                ImmutableSet.copyOf(maintained),
                ImmutableMap.copyOf(leaks),
                assumptions,
                places);
    }
}
