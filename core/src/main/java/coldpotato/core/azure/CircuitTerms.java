package coldpotato.core.azure;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;

/**
 * What is agreed about a circuit beside where it leads: with the provider, with Microsoft and with other subscriptions.
 *
 * @param provisioning how far the provider has come; empty for circuits without a provider (ExpressRoute Direct)
 * @param billing how traffic is paid for, a label apart from what may be changed; empty if nobody says
 * @param authorizations names of those made for connections from other subscriptions
 * @param portMbps what the provider's port still allows the bandwidth to become, empty for any that is offered
 * @param region the Azure region that the resource is kept in, for quotas alone; empty if nobody says
 * @param microsoft365 true if Microsoft has authorized it for Microsoft 365 (how-to-routefilter-portal.md)
 * @param queues percent of each of its connections that the customer's routers keep for a class on the way to Azure; what has no
 *     part shares the rest (queueing is the customer's choice, expressroute-qos.md)
 * @param failed true if it was left in a failed state, which a reset mends (reset-circuit.md)
 */
public record CircuitTerms(
        Optional<Provisioning> provisioning,
        Optional<Billing> billing,
        ImmutableSet<String> authorizations,
        Optional<Long> portMbps,
        Optional<String> region,
        boolean microsoft365,
        ImmutableMap<TrafficClass, Integer> queues,
        boolean failed) {
    /** Provisioned, and nothing else agreed. */
    public static final CircuitTerms USUAL = builder().build();

    /** The provider's progress, {@code ServiceProviderProvisioningState} (expressroute-workflows.md). */
    public enum Provisioning {
        NOT_PROVISIONED("NotProvisioned"),
        PROVISIONING("Provisioning"),
        PROVISIONED("Provisioned");

        private final String text;

        Provisioning(String text) {
            this.text = text;
        }

        /** As Azure writes it. */
        public String text() {
            return text;
        }
    }

    /** How traffic is paid for (expressroute-circuit-peerings.md). */
    public enum Billing {
        METERED("metered"),
        UNLIMITED("unlimited");

        private final String text;

        Billing(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** Begins with what is usual: provisioned, and nothing else agreed. */
    public static CircuitTermsBuilder builder() {
        return new CircuitTermsBuilder();
    }

    /** A builder that starts from this. */
    public CircuitTermsBuilder toBuilder() {
        return new CircuitTermsBuilder(this);
    }

    /** True if peerings can be configured and their sessions can be up. */
    public boolean isReady() {
        return provisioning.isEmpty() || provisioning.get() == Provisioning.PROVISIONED;
    }

    /** The same at another stage of provisioning. */
    public CircuitTerms withProvisioning(Provisioning value) {
        return toBuilder().provisioning(Optional.of(value)).build();
    }

    /** The same in a failed state, or out of it. */
    public CircuitTerms withFailed(boolean value) {
        return toBuilder().failed(value).build();
    }

    /** The same with another plan of billing. */
    public CircuitTerms withBilling(Billing value) {
        return toBuilder().billing(Optional.of(value)).build();
    }

    /** The same with or without the approval for Microsoft 365. */
    public CircuitTerms withMicrosoft365(boolean value) {
        return toBuilder().microsoft365(value).build();
    }

    /** The same with one authorization more. */
    public CircuitTerms withAuthorization(String name) {
        return withAuthorizations(Sets.union(authorizations, ImmutableSet.of(name)));
    }

    /** The same with one authorization less. */
    public CircuitTerms withoutAuthorization(String name) {
        return withAuthorizations(Sets.difference(authorizations, ImmutableSet.of(name)));
    }

    private CircuitTerms withAuthorizations(Sets.SetView<String> names) {
        return toBuilder().authorizations(names.immutableCopy()).build();
    }
}
