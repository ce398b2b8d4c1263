package coldpotato.scenarios.file;

import coldpotato.core.azure.CircuitTerms;
import coldpotato.core.azure.CircuitTerms.Billing;
import coldpotato.core.azure.CircuitTerms.Provisioning;
import coldpotato.core.azure.Region;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.EnumSet;
import java.util.Optional;

/** The keys of a circuit that say what is agreed about it. */
final class TermsReader {
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

    static final ImmutableList<Key<?>> KEYS =
            ImmutableList.of(PROVISIONING, BILLING, AUTHORIZATIONS, PORT_CAPACITY, REGION, MICROSOFT_365);

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
                .build();
    }

    private static ImmutableMap<String, Provisioning> provisioning() {
        return Maps.uniqueIndex(EnumSet.allOf(Provisioning.class), Provisioning::text);
    }
}
