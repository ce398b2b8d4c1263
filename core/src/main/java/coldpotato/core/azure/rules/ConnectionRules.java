package coldpotato.core.azure.rules;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.ExpressRouteGateway;
import coldpotato.core.azure.GatewaySku;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.Reach;
import coldpotato.core.azure.Region;
import coldpotato.core.azure.VirtualNetwork;
import coldpotato.core.azure.grounds.Conflicts;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.azure.grounds.Grounds;
import coldpotato.core.azure.rules.Refusal.Count;
import coldpotato.core.net.Community;
import coldpotato.core.net.Family;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Consumer;

/** What Azure refuses about VNets, their gateways and the connections of these to circuits. */
public final class ConnectionRules {
    private static final int CUSTOM_COMMUNITY_MIN = 20_000;
    private static final int CUSTOM_COMMUNITY_MAX = 49_999;

    private final HybridNetwork network;
    private final Consumer<Refusal> refusals;
    private final Grounds grounds;

    ConnectionRules(HybridNetwork network, Consumer<Refusal> refusals, Grounds grounds) {
        this.network = network;
        this.refusals = refusals;
        this.grounds = grounds;
    }

    void check(VirtualNetwork vnet) {
        vnet.customCommunity()
                .flatMap(community -> againstCommunity(vnet.name(), community))
                .ifPresent(refusals);
        vnet.gateway()
                .filter(gateway -> Consistency.isVpnSku(gateway.sku()))
                .ifPresent(gateway -> refuse(
                        ModelPath.gateway(vnet.name()),
                        gateway.sku() + " is a VPN gateway, not an ExpressRoute gateway",
                        Document.GATEWAYS));
        vnet.gateway()
                .filter(gateway -> gateway.scaleUnits() > GatewaySku.SCALE_UNITS_MAX)
                .ifPresent(gateway -> refuse(
                        ModelPath.gateway(vnet.name()),
                        gateway.scaleUnits() + " scale units, while " + GatewaySku.SCALE + " takes "
                                + GatewaySku.SCALE_UNITS_MAX,
                        Document.GATEWAYS));
        gatewaySku(vnet).ifPresent(sku -> circuitsOf(vnet, sku));
    }

    /** What there is against a community of a VNet's own, whether it is shown already or not. */
    public static Optional<Refusal> againstCommunity(String virtualNetwork, Community community) {
        return isCustom(community)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ModelPath.virtualNetwork(virtualNetwork),
                        "custom community " + community + " is not from 12076:" + CUSTOM_COMMUNITY_MIN + " to 12076:"
                                + CUSTOM_COMMUNITY_MAX,
                        Document.COMMUNITIES));
    }

    void check(Connection connection) {
        String path = ModelPath.connection(connection.name());
        Circuit circuit = network.circuits().get(connection.circuit());
        if (connection.weight() < 0 || connection.weight() > Documented.WEIGHT_MAX) {
            refuse(
                    path,
                    "weight " + connection.weight() + " is not from 0 to " + Documented.WEIGHT_MAX,
                    Document.LINK_VNET);
        }
        if (circuit.privatePeering().isEmpty()) {
            refuse(path, "circuit " + circuit.name() + " has no private peering", Document.LINK_VNET);
        }
        if (!circuit.terms().isReady()) {
            refuse(
                    path,
                    "the provider has circuit " + circuit.name() + " "
                            + circuit.terms().provisioning().orElseThrow().text()
                            + "; it is connected once it is Provisioned",
                    Document.WORKFLOWS);
        }
        twins(path, connection);
        authorized(path, connection, circuit);
        // What a hub's gateway may be connected to is told by HubRules.
        if (network.virtualNetworks().containsKey(connection.gateway())) {
            check(path, network.virtualNetworks().get(connection.gateway()), circuit);
            fastPath(path, connection);
        }
    }

    private void check(String path, VirtualNetwork vnet, Circuit circuit) {
        if (vnet.gateway().isEmpty()) {
            refuse(path, "VNet " + vnet.name() + " has no ExpressRoute gateway", Document.LINK_VNET);
        }
        reach(path, vnet, circuit);
        families(path, vnet, circuit);
    }

    /** One authorization serves one connection; between subscriptions one is needed. */
    private void authorized(String path, Connection connection, Circuit circuit) {
        String own = network.subscriptionOf(connection.gateway());
        String other = network.subscriptionOf(circuit.name());
        Optional<String> authorization = connection.authorization();
        if (!own.equals(other) && authorization.isEmpty()) {
            refuse(
                    path,
                    connection.gateway() + " and " + circuit.name()
                            + " are of different subscriptions; the connection needs an authorization of the circuit's owner",
                    Document.LINK_VNET);
        }
        authorization
                .filter(name -> !circuit.terms().authorizations().contains(name))
                .ifPresent(name -> refuse(path, circuit.name() + " has no authorization " + name, Document.LINK_VNET));
        authorization.ifPresent(name -> network.connectionsOf(circuit).stream()
                .takeWhile(earlier -> !earlier.name().equals(connection.name()))
                .filter(earlier -> earlier.authorization().equals(authorization))
                .forEach(earlier -> refuse(
                        path,
                        "authorization " + name + " serves connection " + earlier.name() + " already; each serves one",
                        Document.LINK_VNET)));
    }

    private void fastPath(String path, Connection connection) {
        VirtualNetwork vnet = network.virtualNetworks().get(connection.gateway());
        if (connection.fastPath() && !gatewaySku(vnet).map(this::hasFastPath).orElse(true)) {
            ExpressRouteGateway gateway = vnet.gateway().orElseThrow();
            refuse(
                    path,
                    "FastPath needs UltraPerformance, ErGw3AZ or ErGwScale with " + GatewaySku.SCALE_UNITS_FOR_FASTPATH
                            + " scale units, while " + vnet.name() + " has " + gateway.sku(),
                    Document.FASTPATH);
        }
    }

    private boolean hasFastPath(GatewaySku sku) {
        return sku.fastPath()
                && (!sku.name().equals(GatewaySku.SCALE) || grounds.isOn(Conflicts.FASTPATH_ON_SCALE_GATEWAYS));
    }

    void check(Circuit circuit) {
        long reaches = network.globalReaches().values().stream()
                .filter(reach -> reach.touches(circuit.name()))
                .count();
        long connections = network.connectionsOf(circuit).size() + reaches;
        int max = Documented.connectionsMax(circuit.sku(), circuit.bandwidthMbps());
        if (connections > max) {
            refusals.accept(Refusal.beyond(
                    ModelPath.circuit(circuit.name()),
                    new Count(connections, "connections" + (reaches > 0 ? " with Global Reach" : ""), max),
                    "a " + circuit.sku().text() + " circuit of " + circuit.bandwidthMbps() + " Mbps takes " + max,
                    Document.LIMITS));
        }
    }

    private static boolean isCustom(Community community) {
        int value = community.bits() & 0xffff;
        return community.bits() >>> 16 == Documented.MSEE_ASN.toInt()
                && value >= CUSTOM_COMMUNITY_MIN
                && value <= CUSTOM_COMMUNITY_MAX;
    }

    private static Optional<GatewaySku> gatewaySku(VirtualNetwork vnet) {
        return vnet.gateway().flatMap(GatewaySku::of);
    }

    private void circuitsOf(VirtualNetwork vnet, GatewaySku sku) {
        ImmutableList<Circuit> circuits = network.connections().values().stream()
                .filter(connection -> connection.gateway().equals(vnet.name()))
                .map(connection -> network.circuits().get(connection.circuit()))
                .collect(ImmutableList.toImmutableList());
        if (circuits.size() > sku.circuitsMax()) {
            refusals.accept(Refusal.beyond(
                    ModelPath.gateway(vnet.name()),
                    new Count(circuits.size(), "circuits", sku.circuitsMax()),
                    sku.name() + " takes " + sku.circuitsMax(),
                    Document.GATEWAYS));
        }
        circuits.stream()
                .map(Circuit::location)
                .distinct()
                .filter(location -> at(location, circuits) > sku.circuitsAtOneLocationMax())
                .map(location -> Refusal.beyond(
                        ModelPath.gateway(vnet.name()),
                        new Count(at(location, circuits), "circuits at " + location, sku.circuitsAtOneLocationMax()),
                        "a gateway takes " + sku.circuitsAtOneLocationMax() + " of one location",
                        Document.FAQS))
                .forEach(refusals);
    }

    private static long at(String location, ImmutableList<Circuit> circuits) {
        return circuits.stream()
                .filter(circuit -> circuit.location().equals(location))
                .count();
    }

    private void reach(String path, VirtualNetwork vnet, Circuit circuit) {
        Region region = Region.catalogue().get(vnet.region());
        if (!Reach.covers(circuit, region)) {
            refuse(
                    path,
                    "a " + circuit.sku().text() + " circuit at " + circuit.location() + " does not reach "
                            + region.name(),
                    Document.FAQS);
        }
    }

    private void families(String path, VirtualNetwork vnet, Circuit circuit) {
        boolean dualStack = vnet.prefixes().stream().anyMatch(prefix -> prefix.family() == Family.IPV6);
        if (dualStack
                && circuit.privatePeering()
                        .map(Peering::ipv6)
                        .map(Optional::isEmpty)
                        .orElse(false)) {
            refuse(
                    path,
                    "VNet " + vnet.name() + " has IPv6, private peering of " + circuit.name() + " has not",
                    Document.IPV6);
        }
    }

    private void twins(String path, Connection connection) {
        network.connections().values().stream()
                .takeWhile(other -> !other.name().equals(connection.name()))
                .filter(other -> other.gateway().equals(connection.gateway())
                        && other.circuit().equals(connection.circuit()))
                .forEach(other -> refuse(
                        path,
                        connection.gateway() + " and " + connection.circuit() + " are connected by " + other.name()
                                + " already",
                        Document.LINK_VNET));
    }

    private void refuse(String path, String reason, Document source) {
        refusals.accept(new Refusal(path, reason, source));
    }
}
