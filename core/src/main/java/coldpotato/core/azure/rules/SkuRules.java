package coldpotato.core.azure.rules;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.Documented;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.IpVpn;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.net.Family;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;

/** Which changes of SKU Azure refuses, beyond what the new SKU does not take. */
public final class SkuRules {
    private SkuRules() {}

    /** What there is against another SKU of a circuit. */
    public static ImmutableList<Refusal> refusals(HybridNetwork network, Circuit circuit, Sku wanted) {
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        if (wanted == Sku.LOCAL && circuit.sku() != Sku.LOCAL) {
            refusals.add(new Refusal(
                    ModelPath.circuit(circuit.name()),
                    "a " + circuit.sku().text() + " circuit does not become a Local one",
                    Document.CIRCUIT_PEERINGS));
        }
        overLimit(network, circuit, wanted).ifPresent(refusals::add);
        return refusals.build();
    }

    /** Premium cannot be left while more is announced than the new SKU takes. */
    private static Optional<Refusal> overLimit(HybridNetwork network, Circuit circuit, Sku wanted) {
        int max = Documented.prefixesFromCustomerMax(PeeringKind.PRIVATE, wanted, Family.IPV4);
        long announced = circuit.privatePeering().stream()
                .flatMap(peering -> Stream.of(peering.primary(), peering.secondary()))
                .mapToLong(link -> ipv4(network, link))
                .max()
                .orElse(0);
        return announced <= max
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ModelPath.circuit(circuit.name()),
                        announced + " prefixes are announced on private peering, while a " + wanted.text()
                                + " circuit takes " + max,
                        Document.FAQS));
    }

    private static long ipv4(HybridNetwork network, PeeringLink link) {
        return Stream.concat(
                        network.announcedOn(PeeringKind.PRIVATE, link).stream(),
                        network.ipvpnOf(link.router()).stream()
                                .flatMap(provider -> announcedTo(network, provider))
                                .flatMap(site -> site.prefixes().stream()))
                .filter(prefix -> prefix.family() == Family.IPV4)
                .distinct()
                .count();
    }

    /** Who is joined with a provider, which passes on what they announce; those behind another provider are not counted. */
    private static Stream<Site> announcedTo(HybridNetwork network, IpVpn provider) {
        return network.wanLinks().values().stream()
                .map(link -> ImmutableSet.of(link.routerA(), link.routerB()))
                .filter(ends -> ends.stream().anyMatch(provider.routers()::containsKey))
                .flatMap(ImmutableSet::stream)
                .flatMap(router -> network.siteOf(router).stream());
    }
}
