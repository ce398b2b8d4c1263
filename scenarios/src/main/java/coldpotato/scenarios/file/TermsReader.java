package coldpotato.scenarios.file;

import coldpotato.core.azure.CircuitTerms;
import coldpotato.core.azure.CircuitTerms.Billing;
import coldpotato.core.azure.CircuitTerms.Provisioning;
import coldpotato.core.azure.Region;
import coldpotato.core.azure.TrafficClass;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/** The keys of a circuit that say what is agreed about it. */
final class TermsReader {
    private static final int PERCENT = 100;
    static final Value<Provisioning> PROVISIONING_STATE = Words.choice(provisioning(), Provisioning.PROVISIONED);
    static final Value<Billing> BILLING_KIND =
            Words.choice(Maps.uniqueIndex(EnumSet.allOf(Billing.class), Billing::text), Billing.METERED);

    private static final Key<Provisioning> PROVISIONING = Key.usual(
            "provisioning",
            PROVISIONING_STATE,
            "Provisioned",
            "how far the provider has come; peerings need Provisioned",
            "NotProvisioned");
    private static final Key<Billing> BILLING =
            Key.optional("billing", BILLING_KIND, "nobody says", "how traffic is paid for", "unlimited");
    private static final Key<ImmutableList<String>> AUTHORIZATIONS = Key.optional(
            "authorizations",
            Value.list(Words.NAME),
            "none",
            "names of authorizations; each lets another subscription make one connection",
            "[fabrikam]");
    private static final Key<Long> PORT_CAPACITY = Key.optional(
            "port-capacity",
            Quantities.BANDWIDTH,
            "enough",
            "how far the bandwidth can be raised on the provider's port",
            "10Gbps");
    private static final Key<Region> REGION = Key.optional(
            "region",
            AzureReader.REGION_NAME,
            "nobody says",
            "the Azure region that the resource is kept in, for quotas alone",
            "West Europe");
    private static final Key<Boolean> MICROSOFT_365 = Key.usual(
            "microsoft-365-authorized",
            Words.SWITCH,
            "off",
            "whether Microsoft has authorized it for the communities of Microsoft 365",
            "on");

    static final Key<ImmutableMap<TrafficClass, Integer>> QUEUES = Key.optional(
            "queues",
            queues(),
            "one queue for everything",
            "what the customer's routers keep of each connection for classes of flows, on the way to Azure; what a class does"
                    + " not use goes to the others, and what has no part shares the rest",
            "{voice: 20%, video: 30%}");

    static final ImmutableList<Key<?>> KEYS =
            ImmutableList.of(PROVISIONING, BILLING, AUTHORIZATIONS, PORT_CAPACITY, REGION, MICROSOFT_365, QUEUES);

    private TermsReader() {}

    /** @param direct true for circuits without a provider, who would have to provision them */
    static CircuitTerms terms(Fields fields, boolean direct) {
        Provisioning provisioning = fields.get(PROVISIONING);
        if (direct && fields.has(PROVISIONING)) {
            fields.wrong(PROVISIONING, "ExpressRoute Direct has no provider who would provision it; take this away");
        }
        return CircuitTerms.builder()
                .provisioning(direct ? Optional.empty() : Optional.of(provisioning))
                .billing(fields.find(BILLING))
                .authorizations(ImmutableSet.copyOf(fields.find(AUTHORIZATIONS).orElse(ImmutableList.of())))
                .portMbps(fields.find(PORT_CAPACITY))
                .region(fields.find(REGION).map(Region::name))
                .microsoft365(fields.get(MICROSOFT_365))
                .queues(fields.find(QUEUES).orElse(ImmutableMap.of()))
                .build();
    }

    /** Parts of at least one percent, which are not more than the whole. */
    private static Value<ImmutableMap<TrafficClass, Integer>> queues() {
        return Value.checked(
                Value.free("class", Quantities.PERCENT),
                TermsReader::queues,
                parts -> "parts are whole percents from 1%, no more than 100% in all, of "
                        + String.join(", ", classes().keySet()),
                ImmutableMap.of());
    }

    private static Optional<ImmutableMap<TrafficClass, Integer>> queues(ImmutableMap<String, Double> parts) {
        ImmutableMap.Builder<TrafficClass, Integer> queues = ImmutableMap.builder();
        long whole = 0;
        for (Map.Entry<String, Double> part : parts.entrySet()) {
            long percent = Math.round(part.getValue() * PERCENT);
            whole += percent;
            if (!classes().containsKey(part.getKey()) || percent < 1) {
                return Optional.empty();
            }
            queues.put(classes().get(part.getKey()), (int) percent);
        }
        return whole > PERCENT ? Optional.empty() : Optional.of(queues.buildOrThrow());
    }

    private static ImmutableMap<String, TrafficClass> classes() {
        return Maps.uniqueIndex(EnumSet.allOf(TrafficClass.class), TrafficClass::text);
    }

    private static ImmutableMap<String, Provisioning> provisioning() {
        return Maps.uniqueIndex(EnumSet.allOf(Provisioning.class), Provisioning::text);
    }
}
