package coldpotato.scenarios.file;

import coldpotato.core.azure.Documented;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PeeringLink.Bfd;
import coldpotato.core.azure.PeeringLinkBuilder;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;

/** The parts {@code primary} and {@code secondary} of a peering: the customer's side of one link. */
final class PeeringLinkReader {
    private static final Key<Long> INTERVAL = Key.usual(
            "interval",
            TimerValues.BFD_INTERVAL,
            "300ms",
            "between BFD packets, both directions; the slower end sets the pace",
            "1s");
    private static final Key<Integer> MULTIPLIER =
            Key.usual("multiplier", Numbers.whole(1, 255), "3", "packets missed before the neighbour is down", "5");
    static final Shape BFD_SETTINGS = Shape.of("BFD settings", INTERVAL, MULTIPLIER);

    private static final Key<String> ROUTER = Key.required(
            "router",
            Words.reference(NameKind.ROUTER),
            "the edge router at this link: of a site, or of an IPVPN or cloud",
            "ce1");
    static final Key<Optional<Bfd>> BFD = Key.usual(
            "bfd",
            Value.either(
                    Words.SWITCH.map(on -> on ? Optional.of(usual()) : Optional.empty()),
                    BFD_SETTINGS.value().map(PeeringLinkReader::bfd)),
            "off",
            "whether the router runs BFD with Microsoft, or with what settings; on is 300 ms times 3",
            "{interval: 300ms, multiplier: 3}");
    private static final Key<Long> HOLD_TIME = Key.usual(
            "hold-time",
            TimerValues.HOLD_TIME,
            "180s",
            "what the router proposes; the lower of both ends counts; Microsoft supports 10s and more (expressroute-bfd.md)",
            "30s");
    private static final Key<Long> KEEPALIVE = Key.optional(
            "keepalive",
            TimerValues.KEEPALIVE,
            "a third of hold-time",
            "how often the router sends KEEPALIVE; never slower than a third of the negotiated hold time",
            "10s");
    private static final Key<String> IMPORT = Key.optional(
            "import",
            Words.reference(NameKind.POLICY),
            "everything is accepted",
            "policy for routes from Microsoft",
            "prefer-west-europe");
    private static final Key<String> EXPORT = Key.optional(
            "export",
            Words.reference(NameKind.POLICY),
            "everything to be announced is announced",
            "policy for routes to Microsoft",
            "hide-lab");
    private static final Key<Integer> PREPEND = Key.usual(
            "prepend",
            Numbers.whole(0, 64),
            "0",
            "how many more times than once the router puts its AS on the path",
            "2");
    private static final Key<ImmutableSet<Prefix>> ADVERTISE = Key.optional(
            "advertise",
            Nets.PREFIXES,
            "all that the site has for this kind of peering",
            "what the router announces here",
            "[10.10.0.0/17]");
    private static final Key<Integer> MAXIMUM_PREFIX = Key.optional(
            "maximum-prefix",
            Numbers.whole(1, 10_000_000),
            "no limit",
            "more prefixes than this from Microsoft end the session",
            "1000");
    private static final Key<String> MD5 = Key.optional(
            "md5", Words.TEXT, "as the peering has it", "key on the router, if it differs by mistake", "typo");
    private static final Key<Integer> VLAN = Key.optional(
            "vlan",
            Numbers.whole(1, 4094),
            "as the peering has it",
            "tag on the router, if it differs by mistake",
            "201");
    private static final Key<Boolean> SWAP_ADDRESSES = Key.usual(
            "swap-addresses", Words.SWITCH, "off", "on if the router took Microsoft's address by mistake", "on");

    static final Shape LINK = Shape.of(
            "the customer's side of a link",
            ROUTER,
            BFD,
            HOLD_TIME,
            KEEPALIVE,
            IMPORT,
            EXPORT,
            PREPEND,
            ADVERTISE,
            MAXIMUM_PREFIX,
            MD5,
            VLAN,
            SWAP_ADDRESSES);

    /** What a router has configured for any neighbour at Microsoft: timers, policies, what it announces. */
    static final ImmutableList<Key<?>> ROUTER_SETTINGS =
            ImmutableList.of(HOLD_TIME, KEEPALIVE, IMPORT, EXPORT, PREPEND, ADVERTISE, MAXIMUM_PREFIX);

    private PeeringLinkReader() {}

    static PeeringLink link(Fields fields, Optional<String> peeringMd5) {
        return settings(PeeringLink.builder(fields.get(ROUTER)), fields)
                .bfd(fields.get(BFD))
                .md5(fields.find(MD5).or(() -> peeringMd5))
                .vlan(fields.find(VLAN).map(OptionalInt::of).orElse(OptionalInt.empty()))
                .addressesSwapped(fields.get(SWAP_ADDRESSES))
                .build();
    }

    /** Reads {@link #ROUTER_SETTINGS}. */
    static PeeringLinkBuilder settings(PeeringLinkBuilder link, Fields fields) {
        long hold = fields.get(HOLD_TIME);
        return link.timers(hold, fields.find(KEEPALIVE).orElse(hold / 3))
                .importPolicy(fields.find(IMPORT).orElse(""))
                .exportPolicy(fields.find(EXPORT).orElse(""))
                .prepend(fields.get(PREPEND))
                .advertise(fields.find(ADVERTISE))
                .maximumPrefix(fields.find(MAXIMUM_PREFIX).map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    private static Optional<Bfd> bfd(Fields fields) {
        return Optional.of(new Bfd(fields.get(INTERVAL), fields.get(MULTIPLIER)));
    }

    private static Bfd usual() {
        return new Bfd(Documented.BFD_INTERVAL_NANOS, 3);
    }
}
