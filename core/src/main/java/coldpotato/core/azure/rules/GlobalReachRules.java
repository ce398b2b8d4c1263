package coldpotato.core.azure.rules;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.Country;
import coldpotato.core.azure.GlobalReach;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.PeeringLocation;
import coldpotato.core.azure.Region;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What Azure refuses about Global Reach. */
final class GlobalReachRules {
    private static final int IPV4_LENGTH = 29;
    private static final int IPV6_LENGTH = 125;

    private final HybridNetwork network;
    private final Consumer<Refusal> refusals;

    GlobalReachRules(HybridNetwork network, Consumer<Refusal> refusals) {
        this.network = network;
        this.refusals = refusals;
    }

    void check(GlobalReach reach) {
        Circuit a = network.circuits().get(reach.circuitA());
        Circuit b = network.circuits().get(reach.circuitB());
        for (Circuit circuit : ImmutableList.of(a, b)) {
            offeredTo(reach, circuit);
        }
        between(reach, a, b);
        authorized(reach, a, b);
        twins(reach);
        subnet(reach, reach.subnet(), IPV4_LENGTH);
        reach.ipv6Subnet().ifPresent(subnet -> subnet(reach, subnet, IPV6_LENGTH));
    }

    private void offeredTo(GlobalReach reach, Circuit circuit) {
        if (circuit.privatePeering().isEmpty()) {
            refuse(reach, "circuit " + circuit.name() + " has no private peering", Document.SET_GLOBAL_REACH);
        }
        if (circuit.sku() == Sku.LOCAL) {
            refuse(reach, "circuit " + circuit.name() + " is Local, which has no Global Reach", Document.FAQS);
        }
        Optional<Country> country = Country.of(circuit.location());
        if (country.isPresent()
                && !country.get().hasGlobalReach()
                && !reach.otherCountries().contains(country.get().name())) {
            refuse(
                    reach,
                    "Global Reach is not offered in " + country.get().name() + ", where circuit " + circuit.name()
                            + " ends",
                    Document.GLOBAL_REACH);
        }
    }

    /** Within one geopolitical region any SKU but Local will do; across, both need Premium. */
    private void between(GlobalReach reach, Circuit a, Circuit b) {
        if (a.location().equals(b.location())) {
            refuse(reach, "both circuits are at " + a.location(), Document.FAQS);
        }
        PeeringLocation here = PeeringLocation.catalogue().get(a.location());
        PeeringLocation there = PeeringLocation.catalogue().get(b.location());
        boolean premium = a.sku() == Sku.PREMIUM && b.sku() == Sku.PREMIUM;
        if (!here.geopolitical().equals(there.geopolitical()) && !premium) {
            refuse(
                    reach,
                    here.name() + " is in " + here.geopolitical() + " and " + there.name() + " in "
                            + there.geopolitical() + ", so both circuits must be Premium",
                    Document.FAQS);
        }
        if (!Region.cloudOf(here.geopolitical()).equals(Region.cloudOf(there.geopolitical()))) {
            refuse(reach, here.name() + " and " + there.name() + " belong to different clouds", Document.FAQS);
        }
    }

    /** Whoever asks shows an authorization of the owner of the other circuit. */
    private void authorized(GlobalReach reach, Circuit a, Circuit b) {
        boolean apart = !network.subscriptionOf(a.name()).equals(network.subscriptionOf(b.name()));
        if (apart && reach.authorization().isEmpty()) {
            refuse(
                    reach,
                    a.name() + " and " + b.name()
                            + " are of different subscriptions; one of the circuits has to authorize" + " it",
                    Document.SET_GLOBAL_REACH);
        }
        reach.authorization()
                .filter(name -> !a.terms().authorizations().contains(name)
                        && !b.terms().authorizations().contains(name))
                .ifPresent(name ->
                        refuse(reach, "neither circuit has an authorization " + name, Document.SET_GLOBAL_REACH));
    }

    private void twins(GlobalReach reach) {
        network.globalReaches().values().stream()
                .takeWhile(other -> !other.name().equals(reach.name()))
                .filter(other -> other.touches(reach.circuitA()) && other.touches(reach.circuitB()))
                .forEach(other -> refuse(
                        reach,
                        reach.circuitA() + " and " + reach.circuitB() + " are joined by " + other.name() + " already",
                        Document.SET_GLOBAL_REACH));
    }

    private void subnet(GlobalReach reach, Prefix subnet, int length) {
        if (subnet.length() != length) {
            refuse(reach, "Global Reach needs a /" + length + ", not " + subnet, Document.SET_GLOBAL_REACH);
        }
        used().filter(subnet::overlaps)
                .distinct()
                .forEach(prefix ->
                        refuse(reach, subnet + " is in use: " + prefix + " overlaps it", Document.SET_GLOBAL_REACH));
        network.globalReaches().values().stream()
                .takeWhile(other -> !other.name().equals(reach.name()))
                .filter(other -> subnets(other).stream().anyMatch(subnet::overlaps))
                .forEach(other -> refuse(reach, subnet + " is in use by " + other.name(), Document.SET_GLOBAL_REACH));
    }

    private static ImmutableSet<Prefix> subnets(GlobalReach reach) {
        ImmutableSet.Builder<Prefix> all = ImmutableSet.<Prefix>builder().add(reach.subnet());
        reach.ipv6Subnet().ifPresent(all::add);
        return all.build();
    }

    /** What VNets and sites have, and the links of peerings. A default route stands for nothing in particular. */
    private Stream<Prefix> used() {
        return Stream.of(
                        network.virtualNetworks().values().stream().flatMap(vnet -> vnet.prefixes().stream()),
                        network.allSites().stream().flatMap(site -> site.prefixes().stream()),
                        network.circuits().values().stream()
                                .flatMap(circuit -> circuit.peerings().stream())
                                .flatMap(peering -> PeeringRules.subnets(peering).stream()))
                .flatMap(prefixes -> prefixes)
                .filter(prefix -> !prefix.isDefault());
    }

    private void refuse(GlobalReach reach, String reason, Document source) {
        refusals.accept(new Refusal(ModelPath.globalReach(reach.name()), reason, source));
    }
}
