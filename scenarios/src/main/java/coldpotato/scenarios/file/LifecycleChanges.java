package coldpotato.scenarios.file;

import coldpotato.core.azure.AdvertisedPublicPrefixesState;
import coldpotato.core.azure.CircuitTerms.Billing;
import coldpotato.core.azure.CircuitTerms.Provisioning;
import coldpotato.core.azure.operations.CircuitOperation;
import coldpotato.core.azure.operations.CommunityOperation;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.operations.PeeringOperation;
import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Function;

/** Entries of the timeline that change what is agreed about a circuit, or take it apart. */
final class LifecycleChanges {
    private static final Key<String> SET_BANDWIDTH = circuit("set-bandwidth", "a circuit gets more bandwidth");
    private static final Key<String> SET_BILLING = circuit("set-billing", "traffic is paid for in another way");
    private static final Key<String> SET_PROVISIONING =
            circuit("set-provisioning", "the provider provisions a circuit, or takes it back");
    private static final Key<String> RESET_CIRCUIT =
            circuit("reset-circuit", "the unchanged configuration is applied again, which changes no route");
    private static final Key<String> DELETE_CIRCUIT = circuit("delete-circuit", "a circuit is deleted");
    private static final Key<String> AUTHORIZE =
            circuit("authorize", "a circuit gets an authorization for another subscription");
    private static final Key<String> AUTHORIZE_MICROSOFT_365 =
            circuit("authorize-microsoft-365", "Microsoft authorizes a circuit for Microsoft 365");
    private static final Key<String> REVOKE =
            circuit("revoke", "an authorization is taken back, with the connections made by it");
    private static final Key<String> VALIDATE =
            circuit("validate", "Microsoft takes the public prefixes and the AS for the customer's");
    private static final Key<String> SET_ADVERTISED_PUBLIC_PREFIXES =
            circuit("set-advertised-public-prefixes", "Microsoft peering gets other advertised public prefixes");
    private static final Key<PeeringNames.OfCircuit> DELETE_PEERING =
            TimelineReader.what("delete-peering", PeeringNames.PEERING, "a peering is taken away", "er-ams.microsoft");

    private static final Key<String> SET_COMMUNITY = TimelineReader.what(
            "set-community",
            Words.reference(NameKind.VIRTUAL_NETWORK),
            "a VNet gets a community of its own, shown when the gateway that serves it is connected anew",
            "hub");

    private static final Key<Community> COMMUNITY = Key.optional(
            "community", Nets.COMMUNITY, "needed with set-community", "which (with set-community)", "12076:20001");
    private static final Key<Long> BANDWIDTH = Key.optional(
            "bandwidth",
            Quantities.BANDWIDTH,
            "needed with set-bandwidth",
            "the new one (with set-bandwidth)",
            "2Gbps");
    private static final Key<Billing> BILLING = Key.optional(
            "billing",
            TermsReader.BILLING_KIND,
            "needed with set-billing",
            "the new one (with set-billing)",
            "unlimited");
    private static final Key<Provisioning> PROVISIONING = Key.optional(
            "provisioning",
            TermsReader.PROVISIONING_STATE,
            "needed with set-provisioning",
            "the new state (with set-provisioning)",
            "NotProvisioned");
    private static final Key<String> AUTHORIZATION = Key.optional(
            "authorization",
            Words.NAME,
            "needed with authorize and revoke; none with connect and connect-global-reach",
            "name of the authorization (with authorize, revoke, connect, connect-global-reach)",
            "fabrikam");
    private static final Key<ImmutableSet<Prefix>> PREFIXES = Key.optional(
            "prefixes",
            Nets.PREFIXES,
            "needed with set-advertised-public-prefixes",
            "all of them (with set-advertised-public-prefixes)",
            "[198.51.100.0/24]");
    private static final Key<AdvertisedPublicPrefixesState> STATE = Key.usual(
            "state",
            PeeringReader.PREFIXES_STATE,
            "Configured",
            "what Microsoft makes of them (with set-advertised-public-prefixes)",
            "ValidationNeeded");

    static final ImmutableMap<Key<?>, Function<Fields, Operation>> KINDS =
            ImmutableMap.<Key<?>, Function<Fields, Operation>>builder()
                    .put(
                            SET_BANDWIDTH,
                            fields -> new CircuitOperation.SetBandwidth(
                                    fields.get(SET_BANDWIDTH), ChangeReader.needed(fields, SET_BANDWIDTH, BANDWIDTH)))
                    .put(
                            SET_BILLING,
                            fields -> new CircuitOperation.SetBilling(
                                    fields.get(SET_BILLING), ChangeReader.needed(fields, SET_BILLING, BILLING)))
                    .put(
                            SET_PROVISIONING,
                            fields -> new CircuitOperation.SetProvisioning(
                                    fields.get(SET_PROVISIONING),
                                    ChangeReader.needed(fields, SET_PROVISIONING, PROVISIONING)))
                    .put(RESET_CIRCUIT, fields -> new CircuitOperation.Reset(fields.get(RESET_CIRCUIT)))
                    .put(DELETE_CIRCUIT, fields -> new CircuitOperation.Delete(fields.get(DELETE_CIRCUIT)))
                    .put(
                            AUTHORIZE,
                            fields -> new CircuitOperation.Authorize(
                                    fields.get(AUTHORIZE), ChangeReader.needed(fields, AUTHORIZE, AUTHORIZATION)))
                    .put(
                            AUTHORIZE_MICROSOFT_365,
                            fields -> new CircuitOperation.AuthorizeMicrosoft365(fields.get(AUTHORIZE_MICROSOFT_365)))
                    .put(
                            REVOKE,
                            fields -> new CircuitOperation.Revoke(
                                    fields.get(REVOKE), ChangeReader.needed(fields, REVOKE, AUTHORIZATION)))
                    .put(VALIDATE, fields -> new PeeringOperation.Validate(fields.get(VALIDATE)))
                    .put(SET_ADVERTISED_PUBLIC_PREFIXES, LifecycleChanges::setAdvertisedPublicPrefixes)
                    .put(
                            SET_COMMUNITY,
                            fields -> new CommunityOperation.SetCommunity(
                                    fields.get(SET_COMMUNITY), ChangeReader.needed(fields, SET_COMMUNITY, COMMUNITY)))
                    .put(DELETE_PEERING, LifecycleChanges::deletePeering)
                    .buildOrThrow();

    static final ImmutableList<Key<?>> SETTINGS =
            ImmutableList.of(COMMUNITY, BANDWIDTH, BILLING, PROVISIONING, AUTHORIZATION, PREFIXES, STATE);

    private LifecycleChanges() {}

    private static Operation setAdvertisedPublicPrefixes(Fields fields) {
        return new PeeringOperation.SetAdvertisedPublicPrefixes(
                fields.get(SET_ADVERTISED_PUBLIC_PREFIXES),
                ChangeReader.needed(fields, SET_ADVERTISED_PUBLIC_PREFIXES, PREFIXES),
                fields.get(STATE));
    }

    private static Operation deletePeering(Fields fields) {
        PeeringNames.OfCircuit peering = fields.get(DELETE_PEERING);
        return new PeeringOperation.DeletePeering(peering.circuit(), peering.kind());
    }

    private static Key<String> circuit(String name, String meaning) {
        return TimelineReader.what(name, Words.reference(NameKind.CIRCUIT), meaning, "er-ams");
    }
}
