package coldpotato.scenarios.file;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.netty.PeerSockets;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.PrefixLimit;
import coldpotato.bgp.speaker.PrivateAsRemoval;
import coldpotato.core.azure.PeeringLink.Bfd;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Durations;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;

/** One entry of the section {@code peers} of a speaker's file. */
final class SpeakerPeerReader {
    private static final long UNSIGNED_MAX = 0xffff_ffffL;
    private static final String ALL = "all";
    private static final String NONE = "none";

    /** Words that stand for policies and therefore cannot name one. */
    static final ImmutableList<String> RESERVED = ImmutableList.of(NONE, ALL);

    /** TTL of eBGP between neighbours on one link, as every router has it. */
    private static final int TTL_DIRECT = 1;

    private static final Key<Integer> PREFIXES = Key.required(
            "prefixes", Numbers.whole(0, 10_000_000), "so many are allowed, one more ends the session", "1000");
    private static final Key<Long> RESTART = Key.usual(
            "restart",
            TimerValues.ATTEMPT_WAIT,
            "30s",
            "how long the session stays down before it is tried again",
            "5m");
    private static final Key<Boolean> BEFORE_POLICY = Key.usual(
            "count",
            Words.choice(ImmutableMap.of("received", true, "accepted", false), true),
            "received",
            "what counts: all that arrives, or what the import policy lets in",
            "accepted");
    static final Shape LIMIT = Shape.of("a prefix limit", PREFIXES, RESTART, BEFORE_POLICY);

    private static final Key<String> NAME =
            Key.optional("name", Words.NAME, "its address", "what logs and traces call it, unique in the file", "i0");
    private static final Key<IpAddress> ADDRESS =
            Key.required("address", Nets.ADDRESS, "the peer's address", "10.77.1.1");
    private static final Key<Asn> ASN = Key.required(
            "asn", Nets.SPEAKER_ASN, "the AS that the peer must show; that of the speaker makes it iBGP", "64600");
    private static final Key<Integer> PORT =
            Key.usual("port", Endpoint.PORT, "179", "where the peer is dialled", "1179");
    private static final Key<IpAddress> LOCAL_ADDRESS = Key.optional(
            "local-address",
            Nets.ADDRESS,
            "the address of its family in listen",
            "our end of the session, and the next hop that the peer sees",
            "10.77.0.1");
    private static final Key<Boolean> PASSIVE =
            Key.usual("passive", Words.SWITCH, "off", "on to wait for the peer to connect, and never to dial", "on");
    private static final Key<ImmutableSet<AfiSafi>> FAMILIES = Key.optional(
            "families",
            Value.list(MatchReader.FAMILIES).map(ImmutableSet::copyOf),
            "that of its address",
            "the families of routes that are offered",
            "[ipv4, ipv6]");
    private static final Key<String> IMPORT = Key.required(
            "import",
            Words.TEXT,
            "which of the peer's routes are taken: none, all, or what a policy of this file says",
            ALL);
    private static final Key<String> EXPORT = Key.required(
            "export",
            Words.TEXT,
            "which of the best routes the peer is told: none, all, or what a policy of this file says",
            ALL);
    private static final Key<Optional<Bfd>> BFD = Key.usual(
            "bfd",
            PeeringLinkReader.BFD.value(),
            "off",
            "single-hop BFD with the peer (RFC 5881), or with what settings; on is 300 ms times 3",
            "{interval: 300ms, multiplier: 3}");
    private static final Key<Boolean> TTL_SECURITY = Key.usual(
            "ttl-security",
            Words.SWITCH,
            "off",
            "GTSM (RFC 5082): sends with TTL 255 and takes nothing that a router has forwarded",
            "on");
    private static final Key<Integer> MULTIHOP = Key.optional(
            "multihop",
            Numbers.whole(1, 255),
            "eBGP peers are on our link, iBGP peers anywhere",
            "TTL of what is sent: how many hops away the peer may be",
            "4");
    private static final Key<Optional<PrefixLimit>> PREFIX_LIMIT = Key.optional(
            "prefix-limit",
            Value.either(
                    Numbers.whole(0, 10_000_000)
                            .map(prefixes -> Optional.of(new PrefixLimit(prefixes, Durations.seconds(30), true))),
                    LIMIT.value().map(SpeakerPeerReader::limit)),
            "no limit",
            "more prefixes than this end the session with a Cease (RFC 4486)",
            "{prefixes: 1000, restart: 5m}");
    private static final Key<Asn> LOCAL_AS = Key.optional(
            "local-as",
            Nets.SPEAKER_ASN,
            "that of the speaker",
            "the AS that we show to this peer; the speaker's own follows it in paths",
            "65501");
    private static final Key<Integer> ALLOW_AS_IN = Key.usual(
            "allow-as-in",
            Numbers.whole(0, 10),
            "0",
            "how often our own AS may stand in a path before it counts as a loop",
            "1");
    private static final Key<Boolean> AS_OVERRIDE = Key.usual(
            "as-override", Words.SWITCH, "off", "on to put our AS in place of the peer's in paths it is sent", "on");
    private static final Key<PrivateAsRemoval> REMOVE_PRIVATE_AS = Key.usual(
            "remove-private-as",
            Words.choice(
                    ImmutableMap.of(
                            "off", PrivateAsRemoval.KEEP,
                            "if-all", PrivateAsRemoval.IF_ALL_PRIVATE,
                            "on", PrivateAsRemoval.ALL,
                            "replace", PrivateAsRemoval.REPLACE),
                    PrivateAsRemoval.KEEP),
            "off",
            "what becomes of private AS numbers in paths it is sent: on takes them away, if-all only where there are no"
                    + " others, replace puts ours in their place",
            "if-all");
    private static final Key<Boolean> ENFORCE_FIRST_AS = Key.usual(
            "enforce-first-as",
            Words.SWITCH,
            "on",
            "off to take routes whose path does not begin with the peer's AS, as route servers send them",
            "off");
    private static final Key<Boolean> NEXT_HOP_SELF = Key.usual(
            "next-hop-self",
            Words.SWITCH,
            "off",
            "on to make our end the next hop of what an iBGP peer is passed on; eBGP always does",
            "on");
    private static final Key<Boolean> ROUTE_REFLECTOR_CLIENT = Key.usual(
            "route-reflector-client", Words.SWITCH, "off", "on to reflect to and from this iBGP peer (RFC 4456)", "on");
    private static final Key<Long> WEIGHT = Key.usual(
            "weight",
            Numbers.wholeLong(0, UNSIGNED_MAX),
            "0",
            "the higher one wins before everything else, on this speaker alone",
            "100");

    /** All keys of a peer. */
    static final Shape PEER = Shape.of(
            "a peer",
            ImmutableList.<Key<?>>builder()
                    .add(NAME, ADDRESS, ASN, IMPORT, EXPORT, PASSIVE, PORT, LOCAL_ADDRESS, FAMILIES)
                    .addAll(SessionTimersReader.KEYS)
                    .addAll(PasswordReader.KEYS)
                    .add(TTL_SECURITY, MULTIHOP, BFD, PREFIX_LIMIT)
                    .add(LOCAL_AS, ALLOW_AS_IN, AS_OVERRIDE, REMOVE_PRIVATE_AS, ENFORCE_FIRST_AS)
                    .add(NEXT_HOP_SELF, ROUTE_REFLECTOR_CLIENT, WEIGHT)
                    .build());

    private final Fields fields;
    private final SpeakerFrame frame;

    /** @param frame what the rest of the file says */
    SpeakerPeerReader(Fields fields, SpeakerFrame frame) {
        this.fields = fields;
        this.frame = frame;
    }

    SpeakerPeer read() {
        IpAddress remote = fields.get(ADDRESS);
        IpAddress local = localAddress(remote);
        checkAddress(remote, local);
        boolean internal = asShown().equals(fields.get(ASN));
        checkInternal(internal);
        PeerConfig config = PeerConfig.builder(name(), local, remote)
                .asns(asShown().toInt(), fields.get(ASN).toInt())
                .families(fields.find(FAMILIES).orElse(ImmutableSet.of(AfiSafi.of(remote.family()))))
                .passive(passive(local))
                .timers(new SessionTimersReader(fields, frame.root()).read())
                .importPolicy(policy(IMPORT))
                .exportPolicy(policy(EXPORT))
                .routeReflectorClient(fields.get(ROUTE_REFLECTOR_CLIENT))
                .nextHopSelf(fields.get(NEXT_HOP_SELF))
                .allowAsIn(fields.get(ALLOW_AS_IN))
                .asOverride(fields.get(AS_OVERRIDE))
                .privateAsOnExport(fields.get(REMOVE_PRIVATE_AS))
                .enforceFirstAs(fields.get(ENFORCE_FIRST_AS))
                .prefixLimit(fields.find(PREFIX_LIMIT).flatMap(limit -> limit))
                .bfd(bfd())
                .password(new PasswordReader(fields, frame.file(), frame.warnings()).read())
                .weight(fields.get(WEIGHT))
                .build();
        return new SpeakerPeer(fields.placeOf(ADDRESS), config, sockets(local, remote, internal));
    }

    private String name() {
        return fields.find(NAME).orElseGet(() -> fields.get(ADDRESS).toString());
    }

    private Asn asShown() {
        return fields.find(LOCAL_AS).orElse(frame.asn());
    }

    private IpAddress localAddress(IpAddress remote) {
        Optional<IpAddress> written = fields.find(LOCAL_ADDRESS);
        IpAddress unknown = remote.isIpv4() ? IpAddress.ipv4(0) : IpAddress.ipv6(0, 0);
        if (written.isEmpty()) {
            return listenedOn(remote.family()).orElse(unknown);
        }
        if (written.get().family() != remote.family()) {
            fields.wrong(LOCAL_ADDRESS, written.get() + " is of another family than the peer's address");
            return unknown;
        }
        if (!SpeakerFrame.isUnicast(written.get())) {
            fields.wrong(LOCAL_ADDRESS, written.get() + " is not an address that we can have");
        }
        return written.get();
    }

    /** The one address that can be meant, or none after telling why. */
    private Optional<IpAddress> listenedOn(Family family) {
        ImmutableList<IpAddress> known = frame.addresses(family);
        if (!frame.isListenKnown()) {
            return Optional.empty();
        }
        if (known.isEmpty()) {
            fields.wrong(
                    ADDRESS,
                    "our end of the session is not known; say local-address, or listen on one address of its family");
        } else if (known.size() > 1) {
            fields.wrong(
                    ADDRESS,
                    "our end of the session may be any of " + Joiner.on(", ").join(known)
                            + "; say which by local-address");
        }
        return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
    }

    private void checkAddress(IpAddress remote, IpAddress local) {
        if (!SpeakerFrame.isUnicast(remote)) {
            fields.wrong(ADDRESS, remote + " is not the address of a neighbour");
        } else if (SpeakerFrame.isLinkLocal(remote)) {
            fields.wrong(ADDRESS, remote + " is link-local, which is not modelled; take a global address");
        } else if (remote.equals(local)) {
            fields.wrong(ADDRESS, remote + " is our own end of the session");
        }
    }

    private void checkInternal(boolean internal) {
        if (!internal && fields.get(ROUTE_REFLECTOR_CLIENT)) {
            fields.wrong(ROUTE_REFLECTOR_CLIENT, "only iBGP peers are reflected to, and this one has another AS");
        }
    }

    private boolean passive(IpAddress local) {
        boolean passive = fields.get(PASSIVE);
        if (passive && SpeakerFrame.isUnicast(local) && !frame.listensOn(local)) {
            fields.wrong(PASSIVE, "the peer is waited for, but nobody listens on " + local + "; add it to listen");
        }
        return passive;
    }

    private Policy policy(Key<String> key) {
        String name = fields.get(key);
        return switch (name) {
            case ALL -> Policy.ACCEPT_ALL;
            case NONE -> Policy.REFUSE_ALL;
            default -> frame.policies().getOrDefault(name, unknown(key, name));
        };
    }

    private Policy unknown(Key<String> key, String name) {
        if (fields.has(key) && !frame.policies().containsKey(name)) {
            ImmutableSet<String> known = ImmutableSet.<String>builder()
                    .add(NONE, ALL)
                    .addAll(frame.policies().keySet())
                    .build();
            fields.wrong(key, "there is no policy " + Quoted.of(name) + Spelling.hintOrAll(name, known));
        }
        return Policy.REFUSE_ALL;
    }

    private Optional<BfdTimers> bfd() {
        Optional<Bfd> bfd = fields.get(BFD);
        if (bfd.isPresent() && fields.has(MULTIHOP)) {
            fields.wrong(BFD, "BFD here is for peers on our own link (RFC 5881); take bfd or multihop away");
        }
        return bfd.map(timers -> new BfdTimers(timers.intervalNanos(), timers.intervalNanos(), timers.multiplier()));
    }

    private PeerSockets sockets(IpAddress local, IpAddress remote, boolean internal) {
        boolean ttlSecurity = fields.get(TTL_SECURITY);
        Optional<Integer> hops = fields.find(MULTIHOP);
        if (ttlSecurity && hops.isPresent()) {
            fields.wrong(MULTIHOP, "ttl-security is for peers on our own link; take it or multihop away");
        }
        boolean direct = !internal && !ttlSecurity;
        OptionalInt ttl = hops.map(OptionalInt::of).orElse(direct ? OptionalInt.of(TTL_DIRECT) : OptionalInt.empty());
        return new PeerSockets(
                new Endpoint(local, 0).socketAddress(),
                new Endpoint(remote, fields.get(PORT)).socketAddress(),
                ttlSecurity,
                ttl);
    }

    private static Optional<PrefixLimit> limit(Fields fields) {
        return Optional.of(new PrefixLimit(fields.get(PREFIXES), fields.get(RESTART), fields.get(BEFORE_POLICY)));
    }
}
