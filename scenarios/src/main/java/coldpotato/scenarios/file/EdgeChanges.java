package coldpotato.scenarios.file;

import coldpotato.core.azure.PeeringLink.Bfd;
import coldpotato.core.azure.operations.AnnouncementOperation;
import coldpotato.core.azure.operations.EdgeOperation;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.operations.PeeringLeg;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Entries of the timeline that configure the customer's routers, and what is announced. */
final class EdgeChanges {
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
    static final Key<String> IMPORT = Key.optional(
            "import",
            policyOrNone(),
            "unchanged",
            "policy for routes from Microsoft, or none (with set-policy, set-vpn-policy)",
            "none");
    static final Key<String> EXPORT = Key.optional(
            "export",
            policyOrNone(),
            "unchanged",
            "policy for routes to Microsoft, or none (with set-policy, set-vpn-policy)",
            "none");
    static final Key<Integer> PREPEND = Key.optional(
            "prepend",
            Numbers.whole(0, 64),
            "needed with set-prepend and set-vpn-prepend",
            "how many more times (with set-prepend, set-vpn-prepend)",
            "3");
    private static final Key<String> FROM = Key.optional(
            "from",
            PeeringNames.ANNOUNCER,
            "needed with announce and withdraw",
            "a site (on all its private peerings and VPN connections, or as a whole if it has none), a virtual network, another"
                    + " cloud, an Internet link, a VPN connection, or a link of a peering",
            "amsterdam");

    static final ImmutableMap<Key<?>, Function<Fields, Operation>> KINDS =
            ImmutableMap.<Key<?>, Function<Fields, Operation>>builder()
                    .put(MISCONFIGURE, EdgeChanges::misconfigure)
                    .put(CORRECT, fields -> new EdgeOperation.Correct(fields.get(CORRECT)))
                    .put(SET_POLICY, EdgeChanges::setPolicy)
                    .put(
                            SET_PREPEND,
                            fields -> new EdgeOperation.SetPrepend(
                                    fields.get(SET_PREPEND), ChangeReader.needed(fields, SET_PREPEND, PREPEND)))
                    .put(SET_TIMERS, EdgeChanges::setTimers)
                    .put(
                            SET_BFD,
                            fields -> new EdgeOperation.SetBfd(
                                    fields.get(SET_BFD), ChangeReader.needed(fields, SET_BFD, BFD)))
                    .put(
                            ANNOUNCE,
                            fields -> new AnnouncementOperation.Announce(
                                    ChangeReader.needed(fields, ANNOUNCE, FROM), fields.get(ANNOUNCE)))
                    .put(
                            WITHDRAW,
                            fields -> new AnnouncementOperation.Withdraw(
                                    ChangeReader.needed(fields, WITHDRAW, FROM), fields.get(WITHDRAW)))
                    .buildOrThrow();

    static final ImmutableList<Key<?>> SETTINGS =
            ImmutableList.of(HOLD_TIME, KEEPALIVE, BFD, VLAN, MD5, SWAP_ADDRESSES, IMPORT, EXPORT, PREPEND, FROM);

    private EdgeChanges() {}

    private static Operation misconfigure(Fields fields) {
        if (!fields.has(VLAN) && !fields.has(MD5) && !fields.has(SWAP_ADDRESSES)) {
            fields.wrong(MISCONFIGURE, "say what is wrong: vlan, md5 or swap-addresses");
        }
        return new EdgeOperation.Misconfigure(
                fields.get(MISCONFIGURE),
                fields.find(VLAN).map(OptionalInt::of).orElse(OptionalInt.empty()),
                fields.find(MD5),
                fields.get(SWAP_ADDRESSES));
    }

    private static Operation setPolicy(Fields fields) {
        if (!fields.has(IMPORT) && !fields.has(EXPORT)) {
            fields.wrong(SET_POLICY, "say which: import, export or both");
        }
        return new EdgeOperation.SetPolicy(fields.get(SET_POLICY), fields.find(IMPORT), fields.find(EXPORT));
    }

    private static Operation setTimers(Fields fields) {
        long hold = ChangeReader.needed(fields, SET_TIMERS, HOLD_TIME);
        return new EdgeOperation.SetTimers(
                fields.get(SET_TIMERS), hold, fields.find(KEEPALIVE).orElse(hold / 3));
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
