package coldpotato.core.azure;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** Puts a {@link CircuitTerms} together; each method sets the component of the same name. */
public final class CircuitTermsBuilder {
    private Optional<CircuitTerms.Provisioning> provisioning = Optional.of(CircuitTerms.Provisioning.PROVISIONED);
    private Optional<CircuitTerms.Billing> billing = Optional.empty();
    private ImmutableSet<String> authorizations = ImmutableSet.of();
    private Optional<Long> portMbps = Optional.empty();
    private Optional<String> region = Optional.empty();
    private boolean microsoft365 = false;
    private ImmutableMap<TrafficClass, Integer> queues = ImmutableMap.of();
    private boolean failed = false;

    CircuitTermsBuilder() {}

    CircuitTermsBuilder(CircuitTerms from) {
        provisioning = from.provisioning();
        billing = from.billing();
        authorizations = from.authorizations();
        portMbps = from.portMbps();
        region = from.region();
        microsoft365 = from.microsoft365();
        queues = from.queues();
        failed = from.failed();
    }

    public CircuitTermsBuilder provisioning(Optional<CircuitTerms.Provisioning> value) {
        provisioning = value;
        return this;
    }

    public CircuitTermsBuilder billing(Optional<CircuitTerms.Billing> value) {
        billing = value;
        return this;
    }

    public CircuitTermsBuilder authorizations(ImmutableSet<String> value) {
        authorizations = value;
        return this;
    }

    public CircuitTermsBuilder portMbps(Optional<Long> value) {
        portMbps = value;
        return this;
    }

    public CircuitTermsBuilder region(Optional<String> value) {
        region = value;
        return this;
    }

    public CircuitTermsBuilder microsoft365(boolean value) {
        microsoft365 = value;
        return this;
    }

    public CircuitTermsBuilder queues(ImmutableMap<TrafficClass, Integer> value) {
        queues = value;
        return this;
    }

    public CircuitTermsBuilder failed(boolean value) {
        failed = value;
        return this;
    }

    public CircuitTerms build() {
        return new CircuitTerms(provisioning, billing, authorizations, portMbps, region, microsoft365, queues, failed);
    }
}
