package coldpotato.scenarios.file;

import coldpotato.core.azure.UserDefinedRoute;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.operations.VnetOperation;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Function;

/** Entries of the timeline that configure what is inside VNets, and between them. */
final class VnetChanges {
    /** The name of a subnet with that of its VNet. */
    private record OfVnet(String virtualNetwork, String subnet) {}

    private static final Value<OfVnet> SUBNET_NAME = new Value<>(
            new Form.Text("VNET.SUBNET", Names.PATTERN + "\\." + Names.PATTERN, false),
            reading -> new OfVnet("", ""),
            (tree, reading) -> {
                boolean named = tree instanceof Tree.Scalar scalar
                        && scalar.text().matches(Names.PATTERN + "\\." + Names.PATTERN);
                if (!named) {
                    reading.wrong(tree.place(), "this should be a subnet of a VNet, such as hub.app");
                    return new OfVnet("", "");
                }
                String[] parts = ((Tree.Scalar) tree).text().split("\\.");
                reading.names().refer(NameKind.VIRTUAL_NETWORK, parts[0], tree.place());
                return new OfVnet(parts[0], parts[1]);
            });

    private static final Key<OfVnet> ATTACH = TimelineReader.what(
            "attach-route-table", SUBNET_NAME, "a subnet gets a route table, in place of the one it has", "hub.app");
    private static final Key<OfVnet> DETACH =
            TimelineReader.what("detach-route-table", SUBNET_NAME, "a subnet is left without a route table", "hub.app");
    private static final Key<String> PUT_ROUTE = TimelineReader.what(
            "put-route",
            Words.reference(NameKind.ROUTE_TABLE),
            "a route table gets a user-defined route, in place of that for the same prefix",
            "to-firewall");
    private static final Key<String> REMOVE_ROUTE = TimelineReader.what(
            "remove-route",
            Words.reference(NameKind.ROUTE_TABLE),
            "a route table loses a user-defined route",
            "to-firewall");
    private static final Key<String> SET_PROPAGATION = TimelineReader.what(
            "set-propagation",
            Words.reference(NameKind.ROUTE_TABLE),
            "the subnets of a route table take the routes of gateways, or take them no longer",
            "to-firewall");
    private static final Key<String> PEER = TimelineReader.what(
            "peer",
            Words.definition(NameKind.VNET_PEERING),
            "two VNets are peered, by a peering of this name, described as in vnet-peerings",
            "hub-b");
    private static final Key<String> UNPEER = TimelineReader.what(
            "unpeer", Words.reference(NameKind.VNET_PEERING), "a VNet peering is deleted", "hub-spoke1");
    private static final Key<String> SET_TRANSIT = TimelineReader.what(
            "set-gateway-transit",
            Words.reference(NameKind.VNET_PEERING),
            "the sides of a VNet peering say otherwise whose gateways are used",
            "hub-spoke1");
    private static final Key<String> SET_SUMMARIES = TimelineReader.what(
            "set-summaries",
            Words.reference(NameKind.VIRTUAL_NETWORK),
            "the gateways of a VNet announce other summaries",
            "hub");

    private static final Key<String> ROUTE_TABLE = Key.optional(
            "route-table",
            Words.reference(NameKind.ROUTE_TABLE),
            "needed with attach-route-table",
            "which route table (with attach-route-table)",
            "to-firewall");
    private static final Key<Prefix> PREFIX =
            Key.optional("prefix", Nets.PREFIX, "needed with put-route and remove-route", "where to", "0.0.0.0/0");
    private static final Key<UserDefinedRoute> NEXT_HOP = Key.optional(
            "next-hop", SubnetReader.TARGET, "needed with put-route", "where packets are sent", "10.20.0.4");
    private static final Key<Boolean> PROPAGATION = Key.optional(
            "propagation", Words.SWITCH, "needed with set-propagation", "whether gateway routes are taken", "off");
    private static final Key<String> SPOKE = Key.optional(
            "spoke",
            Words.reference(NameKind.VIRTUAL_NETWORK),
            "needed with peer",
            "the other VNet (with peer)",
            "spoke1");
    private static final Key<Boolean> ALLOW = Key.optional(
            "allow-gateway-transit",
            Words.SWITCH,
            "off with peer, unchanged with set-gateway-transit",
            "whether the hub lends its gateways",
            "on");
    private static final Key<Boolean> USE = Key.optional(
            "use-remote-gateways",
            Words.SWITCH,
            "off with peer, unchanged with set-gateway-transit",
            "whether the spoke uses the gateways of the hub",
            "on");
    private static final Key<ImmutableSet<Prefix>> SUMMARIES = Key.optional(
            "summaries", Nets.PREFIXES, "none", "what is announced (with set-summaries)", "[10.20.0.0/14]");

    static final ImmutableMap<Key<?>, Function<Fields, Operation>> KINDS =
            ImmutableMap.<Key<?>, Function<Fields, Operation>>builder()
                    .put(ATTACH, VnetChanges::attach)
                    .put(DETACH, VnetChanges::detach)
                    .put(PUT_ROUTE, VnetChanges::putRoute)
                    .put(
                            REMOVE_ROUTE,
                            fields -> new VnetOperation.RemoveRoute(
                                    fields.get(REMOVE_ROUTE), ChangeReader.needed(fields, REMOVE_ROUTE, PREFIX)))
                    .put(
                            SET_PROPAGATION,
                            fields -> new VnetOperation.SetPropagation(
                                    fields.get(SET_PROPAGATION),
                                    ChangeReader.needed(fields, SET_PROPAGATION, PROPAGATION)))
                    .put(PEER, VnetChanges::peer)
                    .put(UNPEER, fields -> new VnetOperation.Unpeer(fields.get(UNPEER)))
                    .put(SET_TRANSIT, VnetChanges::setTransit)
                    .put(
                            SET_SUMMARIES,
                            fields -> new VnetOperation.SetSummaries(
                                    fields.get(SET_SUMMARIES),
                                    fields.find(SUMMARIES).orElse(ImmutableSet.of())))
                    .buildOrThrow();

    static final ImmutableList<Key<?>> SETTINGS =
            ImmutableList.of(ROUTE_TABLE, PREFIX, NEXT_HOP, PROPAGATION, SPOKE, ALLOW, USE, SUMMARIES);

    private VnetChanges() {}

    private static Operation attach(Fields fields) {
        OfVnet subnet = fields.get(ATTACH);
        String table = ChangeReader.needed(fields, ATTACH, ROUTE_TABLE);
        return new VnetOperation.SetRouteTable(subnet.virtualNetwork(), subnet.subnet(), Optional.of(table));
    }

    private static Operation detach(Fields fields) {
        OfVnet subnet = fields.get(DETACH);
        return new VnetOperation.SetRouteTable(subnet.virtualNetwork(), subnet.subnet(), Optional.empty());
    }

    private static Operation putRoute(Fields fields) {
        Prefix prefix = ChangeReader.needed(fields, PUT_ROUTE, PREFIX);
        UserDefinedRoute target = ChangeReader.needed(fields, PUT_ROUTE, NEXT_HOP);
        return new VnetOperation.PutRoute(fields.get(PUT_ROUTE), SubnetReader.route(prefix, target));
    }

    private static Operation peer(Fields fields) {
        return new VnetOperation.Peer(SubnetReader.peering(fields.get(PEER), fields.as(SubnetReader.PEERING)));
    }

    private static Operation setTransit(Fields fields) {
        if (!fields.has(ALLOW) && !fields.has(USE)) {
            fields.wrong(SET_TRANSIT, "say which: allow-gateway-transit, use-remote-gateways or both");
        }
        return new VnetOperation.SetGatewayTransit(fields.get(SET_TRANSIT), fields.find(ALLOW), fields.find(USE));
    }
}
