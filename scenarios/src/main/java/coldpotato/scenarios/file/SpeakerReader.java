package coldpotato.scenarios.file;

import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the file of one BGP speaker. Every mistake is found in one go. */
public final class SpeakerReader {
    private static final Value<IpAddress> ROUTER_ID_VALUE = Value.scalar(
            new Form.Text("an identifier such as 10.77.0.1", "[0-9]{1,3}(\\.[0-9]{1,3}){3}", false),
            IpAddress.ipv4(1),
            (scalar, wrong) -> {
                Optional<IpAddress> id =
                        IpAddress.tryParse(scalar.text()).filter(address -> address.isIpv4() && address.toInt() != 0);
                if (id.isEmpty()) {
                    wrong.accept(Quoted.of(scalar.text())
                            + " is no BGP identifier; it is written as an IPv4 address other than 0.0.0.0 (RFC 6286)");
                }
                return id;
            });

    private static final Key<String> NAME =
            Key.optional("name", Words.NAME, "its router-id", "what logs and traces call the speaker", "edge1");
    private static final Key<Asn> ASN =
            Key.required("asn", Nets.SPEAKER_ASN, "the speaker's AS; quote it if written with a dot", "65500");
    private static final Key<IpAddress> ROUTER_ID =
            Key.required("router-id", ROUTER_ID_VALUE, "the BGP identifier, unique among its neighbours", "10.77.0.1");
    private static final Key<IpAddress> CLUSTER_ID = Key.optional(
            "cluster-id",
            ROUTER_ID_VALUE,
            "its router-id",
            "its cluster, if it reflects routes (RFC 4456)",
            "10.77.0.1");
    private static final Key<ImmutableList<Placed<Endpoint>>> LISTEN = Key.optional(
            "listen",
            Value.list(Placed.value(Endpoint.VALUE)),
            "nowhere: it only dials",
            "where connections of the peers, and of nobody else, are taken; the port is 179 unless given",
            "10.77.0.1:179");
    private static final Key<DecisionProcess> DECISION = Key.usual(
            "decision",
            Words.choice(
                    Maps.uniqueIndex(DecisionProcess.PROFILES, DecisionProcess::name), DecisionProcess.WEIGHT_FIRST),
            DecisionProcess.WEIGHT_FIRST.name(),
            "how it chooses: by RFC 4271 alone, with weights before that, or as Cisco does",
            DecisionProcess.RFC4271.name());
    private static final Key<ImmutableList<Fields>> PEERS = Key.required(
            "peers",
            Value.list(SpeakerPeerReader.PEER.value()),
            "its neighbours",
            "[{name: i0, address: 10.77.1.1, asn: 64600, import: all, export: none}]");
    private static final Key<ImmutableList<Fields>> ORIGINATE = Key.optional(
            "originate",
            Value.list(OriginationReader.ORIGINATION.value()),
            "nothing",
            "what it announces of its own",
            "[{prefix: 10.20.0.0/16, communities: [12076:20001, 12076:50002]}]");

    /** All keys of a speaker's file. */
    static final Shape SPEAKER = Shape.of(
            "a speaker",
            ImmutableList.<Key<?>>builder()
                    .add(NAME, ASN, ROUTER_ID, LISTEN)
                    .addAll(SessionTimersReader.KEYS)
                    .add(PEERS, ORIGINATE)
                    .addAll(PolicySections.KEYS)
                    .add(DECISION, CLUSTER_ID)
                    .build());

    private final Path file;
    private final Fields root;
    private final List<Mistake> warnings = new ArrayList<>();

    private SpeakerReader(Path file, Fields root) {
        this.file = file;
        this.root = root;
    }

    /** Reads a file, and the files with passwords that it names. */
    public static SpeakerResult read(Path file) {
        Mistakes mistakes = new Mistakes();
        Path name = file.getFileName();
        Source source = new Source(file.toString(), name == null ? "" : name.toString());
        Optional<SpeakerFile> speaker = SourceText.read(file, source, Place.whole(source), mistakes)
                .flatMap(text -> YamlReader.read(source, text, mistakes))
                .map(tree -> read(file, tree, new Reading(source, mistakes)));
        return new SpeakerResult(speaker.filter(any -> mistakes.isEmpty()), mistakes.sorted());
    }

    private static SpeakerFile read(Path file, Tree tree, Reading reading) {
        SpeakerFile speaker = new SpeakerReader(file, SPEAKER.value().read(tree, reading)).read();
        reading.names().check(reading.mistakes());
        reading.checkAllAsked();
        return speaker;
    }

    private SpeakerFile read() {
        IpAddress routerId = root.get(ROUTER_ID);
        SpeakerFrame frame = new SpeakerFrame(
                file, root, root.get(ASN), root.find(LISTEN).orElse(ImmutableList.of()), policies(), warnings);
        new SessionTimersReader(root, root).read();
        ImmutableMap<String, SpeakerPeer> peers = peers(frame);
        checkListen(frame, peers.values());
        SpeakerConfig config = new SpeakerConfig(
                frame.asn().toInt(),
                routerId,
                root.find(CLUSTER_ID).orElse(routerId),
                root.get(DECISION),
                Entries.read(peers, (name, peer) -> peer.config()));
        return new SpeakerFile(
                root.find(NAME).orElse(routerId.toString()),
                config,
                frame.listen().stream()
                        .map(endpoint -> endpoint.value().socketAddress())
                        .collect(ImmutableSet.toImmutableSet()),
                Entries.read(peers, (name, peer) -> peer.sockets()),
                OriginationReader.read(root.find(ORIGINATE).orElse(ImmutableList.of())),
                ImmutableList.sortedCopyOf(warnings));
    }

    private ImmutableMap<String, Policy> policies() {
        ImmutableMap<String, Policy> policies = PolicySections.policies(root);
        SpeakerPeerReader.RESERVED.stream()
                .filter(policies::containsKey)
                .forEach(name -> root.wrong(
                        PolicySections.POLICIES,
                        Quoted.of(name) + " has a meaning of its own; name the policy otherwise"));
        return policies;
    }

    /** The peers by name; of two that claim one name or one address the second is a mistake. */
    private ImmutableMap<String, SpeakerPeer> peers(SpeakerFrame frame) {
        Map<String, SpeakerPeer> byName = new LinkedHashMap<>();
        Map<String, SpeakerPeer> byAddress = new LinkedHashMap<>();
        for (Fields fields : root.get(PEERS)) {
            SpeakerPeer peer = new SpeakerPeerReader(fields, frame).read();
            PeerConfig config = peer.config();
            SpeakerPeer namesake = byName.putIfAbsent(config.name(), peer);
            if (namesake != null) {
                tell(
                        peer,
                        "the name " + Quoted.of(config.name()) + " is taken by the peer in line "
                                + namesake.place().line());
            }
            SpeakerPeer neighbour = byAddress.putIfAbsent(config.localAddress() + " " + config.remoteAddress(), peer);
            if (neighbour != null) {
                tell(
                        peer,
                        "two peers on one address: " + config.remoteAddress() + " is already that of "
                                + neighbour.config().name() + " in line "
                                + neighbour.place().line());
            }
        }
        return ImmutableMap.copyOf(byName);
    }

    private void tell(SpeakerPeer peer, String message) {
        root.reading().wrong(peer.place(), message);
    }

    /** An address that is listened on for nobody is a slip of the pen. */
    private void checkListen(SpeakerFrame frame, Iterable<SpeakerPeer> peers) {
        Set<Family> families = EnumSet.noneOf(Family.class);
        peers.forEach(peer -> families.add(peer.config().remoteAddress().family()));
        Set<Endpoint> seen = new LinkedHashSet<>();
        for (Placed<Endpoint> listen : frame.listen()) {
            Endpoint endpoint = listen.value();
            if (endpoint.equals(Endpoint.UNKNOWN)) {
                continue;
            }
            Family family = endpoint.address().family();
            if (!seen.add(endpoint)) {
                root.reading().wrong(listen.place(), endpoint + " is listened on twice");
            } else if (!families.contains(family)) {
                String name = family == Family.IPV4 ? "IPv4" : "IPv6";
                root.reading()
                        .wrong(listen.place(), "no peer has an " + name + " address, so nobody can use " + endpoint);
            }
        }
    }
}
