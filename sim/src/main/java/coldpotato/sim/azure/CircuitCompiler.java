package coldpotato.sim.azure;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.speaker.PeerConfigBuilder;
import coldpotato.bgp.speaker.PrefixLimit;
import coldpotato.bgp.speaker.PrivateAsRemoval;
import coldpotato.bgp.speaker.SessionTimers;
import coldpotato.core.azure.AdvertisedPublicPrefixesState;
import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.DirectPort;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.LinkSubnets;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Peering;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.TrafficClass;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.azure.grounds.Conflicts;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Family;
import coldpotato.core.net.Prefix;
import coldpotato.sim.net.Capacity;
import coldpotato.sim.net.Queues;
import coldpotato.sim.plan.LinkPlan.Address;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Circuits: an MSEE node for each link and peering, since each peering is a routing domain of its own, and the links and
 * sessions towards the customer, by way of the provider's routers where it works on layer 3.
 */
final class CircuitCompiler {
    /** How often AS 12076 may stand in a path if MSEEs tolerate it at all. */
    static final int TOLERATED_LOOPS = 10;

    private final Compilation compilation;
    private final CircuitPolicies policies;
    private final EdgeSettings edges;

    CircuitCompiler(Compilation compilation) {
        this.compilation = compilation;
        this.policies = new CircuitPolicies(compilation);
        this.edges = new EdgeSettings(compilation);
    }

    /** The link of a peering that ends at the customer's router. */
    static String linkAtCustomer(Circuit circuit, Leg leg, PeeringKind kind) {
        return circuit.provider().asn().isPresent()
                ? Names.customerLink(circuit.name(), leg, kind)
                : Names.circuitLink(circuit.name(), leg, kind);
    }

    void compile(Circuit circuit) {
        for (Leg leg : Leg.values()) {
            for (Peering peering : circuit.peerings()) {
                msee(circuit, leg, peering);
                if (circuit.provider().asn().isPresent()) {
                    providerEdge(circuit, leg, peering, circuit.provider().asn().get());
                } else {
                    customerToMsee(circuit, leg, peering);
                }
            }
            compilation.addToGroup(circuit.name(), Names.leg(circuit.name(), leg));
            if (circuit.provider().asn().isEmpty()) {
                compilation.addToGroup(Names.provider(circuit.name()), Names.leg(circuit.name(), leg));
            }
            wires(circuit, leg);
        }
    }

    /** What else fails together with a link: one hand-off for both, or a port that other circuits are on too. */
    private void wires(Circuit circuit, Leg leg) {
        if (circuit.provider().oneHandOff()) {
            compilation.addToGroup(
                    Names.handOff(circuit.name()),
                    circuit.provider().asn().isPresent()
                            ? Names.customerLinks(circuit.name(), leg)
                            : Names.leg(circuit.name(), leg));
        }
        circuit.direct().ifPresent(direct -> {
            compilation.addToGroup(Names.leg(direct.port(), leg), Names.leg(circuit.name(), leg));
            compilation.addToGroup(direct.port(), Names.leg(direct.port(), leg));
        });
    }

    private void msee(Circuit circuit, Leg leg, Peering peering) {
        String name = Names.msee(circuit.name(), leg, peering.kind());
        Basis at = compilation.at(ModelPath.peering(circuit.name(), peering.kind()));
        compilation.add(compilation
                .router(name, Role.MSEE, Documented.MSEE_ASN.toInt(), at)
                .decision(Platforms.MSEE)
                .ecmpHashing(Platforms.hashing(at))
                .fibDelayNanos(at.nanos(Assumptions.MSEE_FIB_DELAY))
                .installedOnly(at.isOn(Assumptions.MSEES_TELL_INSTALLED_ROUTES))
                .build());
        compilation.addToGroup(Names.msee(circuit.name(), leg), name);
        compilation.addToGroup(Names.location(circuit.location(leg)), Names.msee(circuit.name(), leg));
        compilation.addToGroup(Names.location(circuit.location(leg)), Names.leg(circuit.name(), leg));
        compilation.addToGroup(Names.leg(circuit.name(), leg), Names.circuitLink(circuit.name(), leg, peering.kind()));
    }

    /** Layer 2: the customer's router speaks with the MSEE. */
    private void customerToMsee(Circuit circuit, Leg leg, Peering peering) {
        PeeringLink link = peering.link(leg);
        Basis at = compilation.at(ModelPath.link(circuit.name(), peering.kind(), leg));
        Sessions sessions = Sessions.on(
                        Names.circuitLink(circuit.name(), leg, peering.kind()),
                        customerEnd(
                                link.router(),
                                customerAsn(link),
                                circuit,
                                leg,
                                peering,
                                (peer, family) ->
                                        customerSettings(peer, peering, link).password(link.md5())),
                        mseeEnd(circuit, leg, peering, customerAsn(link), at),
                        families(peering),
                        at)
                .enabled(open(circuit, peering), closed(circuit, peering));
        compilation.add(sessions.link()
                .delayNanos(circuit.provider().delayNanos())
                .carrierSeen(circuit.provider().carrierSeen())
                .capacity(Optional.of(capacity(circuit, leg)))
                .keptMarks(Optional.of(TrafficClass.keptOn(peering.kind())))
                .open(port(circuit).map(port -> !port.shut().contains(leg)).orElse(true))
                .build());
        compilation.add(sessions);
    }

    /** Layer 3: the provider's router speaks with the customer's on one side and with the MSEE on the other. */
    private void providerEdge(Circuit circuit, Leg leg, Peering peering, Asn asn) {
        String name = Names.providerEdge(circuit.name(), leg, peering.kind());
        Basis at = compilation.at(ModelPath.circuit(circuit.name()));
        compilation.add(compilation
                .router(name, Role.PROVIDER_EDGE, asn.toInt(), at)
                .decision(Platforms.PROVIDER)
                .fibDelayNanos(at.nanos(Assumptions.PROVIDER_FIB_DELAY))
                .build());
        compilation.addToGroup(Names.providerEdge(circuit.name(), leg), name);
        compilation.addToGroup(Names.provider(circuit.name()), Names.providerEdge(circuit.name(), leg));
        customerToProvider(circuit, leg, peering, asn, name);
        providerToMsee(circuit, leg, peering, asn, name);
    }

    private void customerToProvider(Circuit circuit, Leg leg, Peering peering, Asn asn, String provider) {
        PeeringLink link = peering.link(leg);
        String name = Names.customerLink(circuit.name(), leg, peering.kind());
        NumberedLink numbered = compilation.addresses().link(name);
        Sessions sessions = Sessions.on(
                name,
                numbered.a(
                        link.router(),
                        customerAsn(link).toInt(),
                        (peer, family) -> customerSettings(peer, peering, link)),
                numbered.b(
                        provider,
                        asn.toInt(),
                        (peer, family) -> peer.bfd(link.bfd().map(CircuitCompiler::bfd))),
                families(peering),
                compilation.at(ModelPath.link(circuit.name(), peering.kind(), leg)));
        compilation.add(sessions.link()
                .delayNanos(circuit.provider().delayNanos() / 2)
                .carrierSeen(circuit.provider().carrierSeen())
                .build());
        compilation.add(sessions);
        compilation.addToGroup(Names.customerLinks(circuit.name(), leg), name);
        compilation.addToGroup(Names.leg(circuit.name(), leg), name);
    }

    private void providerToMsee(Circuit circuit, Leg leg, Peering peering, Asn asn, String provider) {
        PeeringLink link = peering.link(leg);
        Basis at = compilation.at(ModelPath.link(circuit.name(), peering.kind(), leg));
        Optional<BfdTimers> bfd = at.isOn(Assumptions.PROVIDER_BFD) ? Optional.of(BfdTimers.DEFAULT) : Optional.empty();
        Sessions sessions = Sessions.on(
                        Names.circuitLink(circuit.name(), leg, peering.kind()),
                        customerEnd(provider, asn, circuit, leg, peering, (peer, family) -> peer.exportPolicy(
                                        policies.providerToMicrosoft())
                                .bfd(bfd)
                                .password(link.md5())),
                        mseeEnd(circuit, leg, peering, asn, at),
                        families(peering),
                        at)
                .enabled(open(circuit, peering), closed(circuit, peering));
        compilation.add(sessions.link()
                .delayNanos(circuit.provider().delayNanos() / 2)
                .capacity(Optional.of(capacity(circuit, leg)))
                .keptMarks(Optional.of(TrafficClass.keptOn(peering.kind())))
                .build());
        compilation.add(sessions);
    }

    /**
     * The bandwidth that was bought is there on each link and in each direction, for all peerings together ({@link Document#FAQS}).
     * Circuits of ExpressRoute Direct share what the port has, and are cut to their bandwidth with rate limiting only.
     */
    private Capacity capacity(Circuit circuit, Leg leg) {
        Capacity bought = Capacity.ofMegabits(Names.leg(circuit.name(), leg), circuit.bandwidthMbps())
                .queued(queues(circuit));
        return port(circuit)
                .map(port -> onPort(
                        bought,
                        Capacity.ofMegabits(Names.leg(port.name(), leg), port.bandwidthMbps()),
                        circuit.direct().orElseThrow().rateLimited()))
                .orElse(bought);
    }

    private static Optional<Queues> queues(Circuit circuit) {
        return Optional.of(circuit.terms().queues())
                .filter(parts -> !parts.isEmpty())
                .map(parts -> new Queues(parts.entrySet().stream()
                        .collect(ImmutableMap.toImmutableMap(
                                part -> part.getKey().dscp(), Map.Entry::getValue))));
    }

    private static Capacity onPort(Capacity bought, Capacity port, boolean limited) {
        return limited
                ? bought.tolerating(Documented.RATE_LIMIT_TOLERANCE_PERCENT).within(port)
                : port;
    }

    private Optional<DirectPort> port(Circuit circuit) {
        return circuit.direct()
                .map(direct -> compilation.network().directPorts().get(direct.port()));
    }

    private Side customerEnd(String node, Asn asn, Circuit circuit, Leg leg, Peering peering, Side.Settings settings) {
        PeeringLink link = peering.link(leg);
        boolean swapped = link.addressesSwapped();
        return new Side(
                node,
                asn.toInt(),
                swapped ? microsoftAddresses(peering, leg) : customerAddresses(peering, leg),
                swapped ? customerAddresses(peering, leg) : microsoftAddresses(peering, leg),
                link.vlan().orElse(peering.vlan()),
                settings);
    }

    private Side mseeEnd(Circuit circuit, Leg leg, Peering peering, Asn neighbour, Basis at) {
        return new Side(
                Names.msee(circuit.name(), leg, peering.kind()),
                Documented.MSEE_ASN.toInt(),
                microsoftAddresses(peering, leg),
                customerAddresses(peering, leg),
                peering.vlan(),
                (peer, family) -> mseeSettings(peer, circuit, leg, peering, family, at));
    }

    private PeerConfigBuilder mseeSettings(
            PeerConfigBuilder peer, Circuit circuit, Leg leg, Peering peering, AfiSafi family, Basis at) {
        boolean isPrivate = peering.kind() == PeeringKind.PRIVATE;
        boolean tolerant = isPrivate && at.isOn(Assumptions.MSEE_LOOP_TOLERANCE);
        return peer.timers(mseeTimers(at))
                .importPolicy(policies.mseeImport(peering, at))
                .exportPolicy(Maintenance.export(
                        compilation.network(), circuit.name(), leg, peering.kind(), policies.mseeExport(peering, at)))
                .allowAsIn(tolerant ? TOLERATED_LOOPS : 0)
                .privateAsOnReceipt(isPrivate ? PrivateAsRemoval.KEEP : PrivateAsRemoval.ALL)
                .prefixLimit(Optional.of(limit(circuit, peering.kind(), family.family(), at)))
                .bfd(runsBfd(peering, at) ? Optional.of(mseeBfd(at)) : Optional.empty())
                .password(peering.md5());
    }

    private static boolean runsBfd(Peering peering, Basis at) {
        return peering.bfd() && (peering.kind() == PeeringKind.PRIVATE || at.isOn(Conflicts.BFD_ON_MICROSOFT_PEERING));
    }

    private static PrefixLimit limit(Circuit circuit, PeeringKind kind, Family family, Basis at) {
        return new PrefixLimit(
                Documented.prefixesFromCustomerMax(kind, circuit.sku(), family),
                at.nanos(Assumptions.LIMIT_RETRY),
                at.isOn(Assumptions.LIMIT_BEFORE_POLICY));
    }

    private PeerConfigBuilder customerSettings(PeerConfigBuilder peer, Peering peering, PeeringLink link) {
        return edges.apply(peer, peering.kind(), link).bfd(link.bfd().map(CircuitCompiler::bfd));
    }

    private static BfdTimers bfd(PeeringLink.Bfd bfd) {
        return new BfdTimers(bfd.intervalNanos(), bfd.intervalNanos(), bfd.multiplier());
    }

    static BfdTimers mseeBfd(Basis at) {
        return new BfdTimers(
                Documented.BFD_INTERVAL_NANOS,
                Documented.BFD_INTERVAL_NANOS,
                at.number(Assumptions.MSEE_BFD_MULTIPLIER));
    }

    static SessionTimers mseeTimers(Basis at) {
        return new SessionTimers(
                Documented.HOLD_NANOS,
                Documented.KEEPALIVE_NANOS,
                at.nanos(Assumptions.MSEE_CONNECT_RETRY),
                0,
                at.nanos(Assumptions.MSEE_IDLE_HOLD),
                at.nanos(Assumptions.MSEE_MRAI),
                0);
    }

    private Asn customerAsn(PeeringLink link) {
        return compilation.network().siteAt(link.router()).asn();
    }

    private static ImmutableSet<AfiSafi> families(Peering peering) {
        return Arrays.stream(AfiSafi.values())
                .filter(family -> peering.subnets(family.family()).isPresent())
                .collect(ImmutableSet.toImmutableSet());
    }

    private static ImmutableSet<AfiSafi> open(Circuit circuit, Peering peering) {
        return families(peering).stream()
                .filter(family -> circuit.terms().isReady() && peering.state().opens(family.family()))
                .collect(ImmutableSet.toImmutableSet());
    }

    private static String closed(Circuit circuit, Peering peering) {
        if (!circuit.terms().isReady()) {
            return "the provider has the circuit "
                    + circuit.terms().provisioning().orElseThrow().text();
        }
        AdvertisedPublicPrefixesState registered =
                peering.state().registration().state();
        return registered == AdvertisedPublicPrefixesState.CONFIGURED
                ? "the peering is disabled"
                : "the advertised public prefixes are " + registered.text();
    }

    private static DualAddress customerAddresses(Peering peering, Leg leg) {
        return new DualAddress(subnets(peering, leg).stream()
                .map(subnet -> new Address(LinkSubnets.customer(subnet), subnet.length()))
                .collect(ImmutableList.toImmutableList()));
    }

    private static DualAddress microsoftAddresses(Peering peering, Leg leg) {
        return new DualAddress(subnets(peering, leg).stream()
                .map(subnet -> new Address(LinkSubnets.microsoft(subnet), subnet.length()))
                .collect(ImmutableList.toImmutableList()));
    }

    private static ImmutableList<Prefix> subnets(Peering peering, Leg leg) {
        return Arrays.stream(Family.values())
                .flatMap(family -> peering.subnets(family).stream())
                .map(subnets -> subnets.on(leg))
                .collect(ImmutableList.toImmutableList());
    }
}
