package coldpotato.scenarios.file;

import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.Operation;
import coldpotato.core.azure.PeeringLeg;
import coldpotato.core.azure.PeeringLink.Bfd;
import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Entries of the timeline that change the model: what somebody configures, at the customer's or at Azure. */
final class ChangeReader {
    private static final String NONE = "none";

    private static final Key<PeeringLeg> MISCONFIGURE = TimelineReader.what(
            "misconfigure",
            PeeringNames.LEG,
            "the customer's router gets a wrong vlan, md5 or swap-addresses",
            "er-ams.primary.private");
    private static final Key<PeeringLeg> CORRECT = TimelineReader.what(
            "correct",
            PeeringNames.LEG,
            "vlan, md5 and swap-addresses are again as the file has them",
            "er-ams.primary.private");
    private static final Key<PeeringLeg> SET_POLICY = TimelineReader.what(
            "set-policy", PeeringNames.LEG, "the customer's router gets another policy", "er-ams.primary.private");
    private static final Key<PeeringLeg> SET_PREPEND = TimelineReader.what(
            "set-prepend", PeeringNames.LEG, "the customer's router prepends more or less", "er-ams.secondary.private");
    private static final Key<PeeringLeg> SET_TIMERS = TimelineReader.what(
            "set-timers",
            PeeringNames.LEG,
            "the customer's router proposes other timers, from the next session on",
            "er-ams.primary.private");
    private static final Key<PeeringLeg> SET_BFD = TimelineReader.what(
            "set-bfd",
            PeeringNames.LEG,
            "the customer's router gets other BFD settings, at once",
            "er-ams.primary.private");
    private static final Key<ImmutableSet<Prefix>> ANNOUNCE =
            TimelineReader.what("announce", Nets.PREFIXES, "prefixes are announced besides the others", "10.11.0.0/16");
    private static final Key<ImmutableSet<Prefix>> WITHDRAW =
            TimelineReader.what("withdraw", Nets.PREFIXES, "prefixes are announced no longer", "10.10.0.0/16");
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
            "connect", Words.definition(NameKind.CONNECTION), "a new connection, of this name", "hub-lon");
    private static final Key<String> DISCONNECT = TimelineReader.what(
            "disconnect", Words.reference(NameKind.CONNECTION), "a connection is deleted", "hub-ams");

    private static final Key<Long> HOLD_TIME = Key.optional(
            "hold-time",
            TimerValues.HOLD_TIME,
            "needed with set-timers",
            "proposed hold time (with set-timers)",
            "30s");
    private static final Key<Long> KEEPALIVE = Key.optional(
            "keepalive", TimerValues.KEEPALIVE, "a third of hold-time", "keepalive interval (with set-timers)", "10s");
    private static final Key<Optional<Bfd>> BFD = Key.optional(
            "bfd", PeeringLinkReader.BFD.value(), "needed with set-bfd", "off, on, or settings (with set-bfd)", "on");
    private static final Key<Integer> VLAN =
            Key.optional("vlan", Numbers.whole(1, 4094), "unchanged", "wrong tag (with misconfigure)", "201");
    private static final Key<String> MD5 =
            Key.optional("md5", Words.TEXT, "unchanged", "wrong key (with misconfigure)", "typo");
    private static final Key<Boolean> SWAP_ADDRESSES =
            Key.usual("swap-addresses", Words.SWITCH, "off", "Microsoft's address taken (with misconfigure)", "on");
    private static final Key<String> IMPORT = Key.optional(
            "import",
            policyOrNone(),
            "unchanged",
            "policy for routes from Microsoft, or none (with set-policy)",
            "none");
    private static final Key<String> EXPORT = Key.optional(
            "export", policyOrNone(), "unchanged", "policy for routes to Microsoft, or none (with set-policy)", "none");
    private static final Key<Integer> PREPEND = Key.optional(
            "prepend", Numbers.whole(0, 64), "needed with set-prepend", "how many more times (with set-prepend)", "3");
    private static final Key<String> FROM = Key.optional(
            "from",
            PeeringNames.ANNOUNCER,
            "needed with announce and withdraw",
            "a site (on all its private peerings), a virtual network, an Internet link, or a link of a peering",
            "amsterdam");
    private static final Key<Integer> WEIGHT = Key.optional(
            "weight",
            Numbers.whole(0, Documented.WEIGHT_MAX),
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
            "needed with connect",
            "whose gateway is connected (with connect)",
            "hub");
    private static final Key<ImmutableSet<Community>> COMMUNITIES = Key.optional(
            "communities",
            Nets.COMMUNITIES,
            "needed with set-route-filter",
            "what the filter allows from now on (with set-route-filter)",
            "[12076:51002]");

    /** The keys that say what happens, with how they are read. */
    static final ImmutableMap<Key<?>, Function<Fields, Operation>> KINDS =
            ImmutableMap.<Key<?>, Function<Fields, Operation>>builder()
                    .put(MISCONFIGURE, ChangeReader::misconfigure)
                    .put(CORRECT, fields -> new Operation.Correct(fields.get(CORRECT)))
                    .put(SET_POLICY, ChangeReader::setPolicy)
                    .put(
                            SET_PREPEND,
                            fields -> new Operation.SetPrepend(
                                    fields.get(SET_PREPEND), needed(fields, SET_PREPEND, PREPEND)))
                    .put(SET_TIMERS, ChangeReader::setTimers)
                    .put(SET_BFD, fields -> new Operation.SetBfd(fields.get(SET_BFD), needed(fields, SET_BFD, BFD)))
                    .put(
                            ANNOUNCE,
                            fields -> new Operation.Announce(needed(fields, ANNOUNCE, FROM), fields.get(ANNOUNCE)))
                    .put(
                            WITHDRAW,
                            fields -> new Operation.Withdraw(needed(fields, WITHDRAW, FROM), fields.get(WITHDRAW)))
                    .put(
                            SET_WEIGHT,
                            fields ->
                                    new Operation.SetWeight(fields.get(SET_WEIGHT), needed(fields, SET_WEIGHT, WEIGHT)))
                    .put(SET_SKU, fields -> new Operation.SetSku(fields.get(SET_SKU), needed(fields, SET_SKU, SKU)))
                    .put(
                            ATTACH_ROUTE_FILTER,
                            fields -> new Operation.AttachRouteFilter(
                                    needed(fields, ATTACH_ROUTE_FILTER, CIRCUIT), fields.get(ATTACH_ROUTE_FILTER)))
                    .put(
                            DETACH_ROUTE_FILTER,
                            fields -> new Operation.DetachRouteFilter(fields.get(DETACH_ROUTE_FILTER)))
                    .put(
                            SET_ROUTE_FILTER,
                            fields -> new Operation.SetRouteFilter(
                                    fields.get(SET_ROUTE_FILTER), needed(fields, SET_ROUTE_FILTER, COMMUNITIES)))
                    .put(DISABLE_PEERING, fields -> setEnabled(fields.get(DISABLE_PEERING), false))
                    .put(ENABLE_PEERING, fields -> setEnabled(fields.get(ENABLE_PEERING), true))
                    .put(CONNECT, ChangeReader::connect)
                    .put(DISCONNECT, fields -> new Operation.Disconnect(fields.get(DISCONNECT)))
                    .buildOrThrow();

    /** The keys that say how. */
    static final ImmutableList<Key<?>> SETTINGS = ImmutableList.of(
            HOLD_TIME,
            KEEPALIVE,
            BFD,
            VLAN,
            MD5,
            SWAP_ADDRESSES,
            IMPORT,
            EXPORT,
            PREPEND,
            FROM,
            WEIGHT,
            SKU,
            CIRCUIT,
            VNET,
            COMMUNITIES);

    private ChangeReader() {}

    private static Operation misconfigure(Fields fields) {
        if (!fields.has(VLAN) && !fields.has(MD5) && !fields.has(SWAP_ADDRESSES)) {
            fields.wrong(MISCONFIGURE, "say what is wrong: vlan, md5 or swap-addresses");
        }
        return new Operation.Misconfigure(
                fields.get(MISCONFIGURE),
                fields.find(VLAN).map(OptionalInt::of).orElse(OptionalInt.empty()),
                fields.find(MD5),
                fields.get(SWAP_ADDRESSES));
    }

    private static Operation setPolicy(Fields fields) {
        if (!fields.has(IMPORT) && !fields.has(EXPORT)) {
            fields.wrong(SET_POLICY, "say which: import, export or both");
        }
        return new Operation.SetPolicy(fields.get(SET_POLICY), fields.find(IMPORT), fields.find(EXPORT));
    }

    private static Operation setTimers(Fields fields) {
        long hold = needed(fields, SET_TIMERS, HOLD_TIME);
        return new Operation.SetTimers(
                fields.get(SET_TIMERS), hold, fields.find(KEEPALIVE).orElse(hold / 3));
    }

    private static Operation setEnabled(PeeringNames.OfCircuit peering, boolean enabled) {
        return new Operation.SetPeeringEnabled(peering.circuit(), peering.kind(), enabled);
    }

    private static Operation connect(Fields fields) {
        return new Operation.Connect(
                fields.get(CONNECT),
                needed(fields, CONNECT, VNET),
                needed(fields, CONNECT, CIRCUIT),
                fields.find(WEIGHT).orElse(0));
    }

    /** A setting without which this kind of entry makes no sense. */
    private static <T> T needed(Fields fields, Key<?> kind, Key<T> setting) {
        if (!fields.has(setting)) {
            fields.wrong(
                    kind,
                    kind.name() + " needs the key " + setting.name() + ", such as " + setting.name() + ": "
                            + setting.example());
        }
        return fields.find(setting).orElseGet(() -> setting.value().standIn(fields.reading()));
    }

    /** The name of a policy; {@code none} becomes the empty name. */
    private static Value<String> policyOrNone() {
        Value<String> policy = Words.reference(NameKind.POLICY);
        return new Value<>(policy.form(), policy.standIn(), (tree, reading) -> {
            boolean none = tree instanceof Tree.Scalar scalar && scalar.text().equals(NONE);
            return none ? "" : policy.read(tree, reading);
        });
    }
}
