package coldpotato.core.azure;

import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.net.Family;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;

/** Which changes of SKU Azure refuses, beyond what the new SKU does not take. */
final class SkuRules {
    private SkuRules() {}

    static ImmutableList<Refusal> refusals(HybridNetwork network, Circuit circuit, Sku wanted) {
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
        return network.announcedOn(PeeringKind.PRIVATE, link).stream()
                .filter(prefix -> prefix.family() == Family.IPV4)
                .count();
    }
}
