package coldpotato.core.azure;

import java.time.LocalDate;
import java.util.Optional;

/** Puts a {@link Circuit} together, or changes one. */
public final class CircuitBuilder {
    private final String name;
    private String location;
    private Circuit.Sku sku;
    private long bandwidthMbps;
    private LocalDate created;
    private Provider provider;
    private boolean metro;
    private Optional<DirectCircuit> direct;
    private Optional<PrivatePeering> privatePeering;
    private Optional<MicrosoftPeering> microsoftPeering;
    private CircuitTerms terms;

    CircuitBuilder(Circuit from) {
        name = from.name();
        location = from.location();
        sku = from.sku();
        bandwidthMbps = from.bandwidthMbps();
        created = from.created();
        provider = from.provider();
        metro = from.metro();
        direct = from.direct();
        privatePeering = from.privatePeering();
        microsoftPeering = from.microsoftPeering();
        terms = from.terms();
    }

    public CircuitBuilder location(String value) {
        location = value;
        return this;
    }

    public CircuitBuilder sku(Circuit.Sku value) {
        sku = value;
        return this;
    }

    public CircuitBuilder bandwidthMbps(long value) {
        bandwidthMbps = value;
        return this;
    }

    public CircuitBuilder created(LocalDate value) {
        created = value;
        return this;
    }

    public CircuitBuilder provider(Provider value) {
        provider = value;
        return this;
    }

    public CircuitBuilder metro(boolean value) {
        metro = value;
        return this;
    }

    public CircuitBuilder direct(Optional<DirectCircuit> value) {
        direct = value;
        return this;
    }

    public CircuitBuilder privatePeering(Optional<PrivatePeering> value) {
        privatePeering = value;
        return this;
    }

    public CircuitBuilder microsoftPeering(Optional<MicrosoftPeering> value) {
        microsoftPeering = value;
        return this;
    }

    public CircuitBuilder terms(CircuitTerms value) {
        terms = value;
        return this;
    }

    public Circuit build() {
        return new Circuit(
                name,
                location,
                sku,
                bandwidthMbps,
                created,
                provider,
                metro,
                direct,
                privatePeering,
                microsoftPeering,
                terms);
    }
}
