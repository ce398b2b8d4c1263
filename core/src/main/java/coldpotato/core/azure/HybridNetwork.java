package coldpotato.core.azure;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/**
 * A company's network and what it has at Microsoft: the model that a scenario file describes and that operations change.
 * Every map keeps the order of the file; names of sites, routers, circuits, virtual networks, connections, Internet links
 * and firewalls are unique together.
 *
 * @param sites customer locations
 * @param wanLinks what joins the sites
 * @param circuits ExpressRoute circuits
 * @param virtualNetworks VNets
 * @param connections which gateway is connected to which circuit
 * @param routeFilters allow lists of communities for Microsoft peering
 * @param services public prefixes of Microsoft
 * @param internetLinks the sites' ways to the Internet; without any, the Internet is not part of the network
 * @param sharedRisks names for sets of things that fail together: a fibre, a device, a location
 * @param assumptions values chosen where the documents are silent
 * @param places model path to {@code file:line:column}, for messages
 */
public record HybridNetwork(
        ImmutableMap<String, Site> sites,
        ImmutableMap<String, WanLink> wanLinks,
        ImmutableMap<String, Circuit> circuits,
        ImmutableMap<String, VirtualNetwork> virtualNetworks,
        ImmutableMap<String, Connection> connections,
        ImmutableMap<String, RouteFilter> routeFilters,
        ImmutableMap<String, PublicService> services,
        ImmutableMap<String, InternetLink> internetLinks,
        ImmutableMap<String, ImmutableSet<String>> sharedRisks,
        AssumptionValues assumptions,
        ImmutableMap<String, String> places) {}
