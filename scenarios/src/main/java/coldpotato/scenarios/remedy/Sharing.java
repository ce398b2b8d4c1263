package coldpotato.scenarios.remedy;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.SiteFirewall;
import coldpotato.scenarios.reason.Technique;
import coldpotato.sim.flow.Outcome;
import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;

/** Changes of what firewalls know: the one that drops packets learns of the flow from those that saw it. */
final class Sharing {
    /** What an appliance's firewall is called beside the appliance. */
    private static final String FIREWALL = ".firewall";

    private final Case asked;

    Sharing(Case asked) {
        this.asked = asked;
    }

    Stream<Change> changes() {
        if (asked.reason().asymmetry().walk(asked.direction()).outcome() != Outcome.NO_FIREWALL_STATE) {
            return Stream.of();
        }
        String deaf = asked.reason().asymmetry().walk(asked.direction()).place();
        ImmutableList<String> knowing =
                asked.reason().asymmetry().walk(asked.other()).firewalls();
        return knowing.stream()
                .filter(firewall -> !firewall.equals(deaf))
                .limit(1)
                .map(firewall -> Change.of(
                        Technique.SHARED_STATE,
                        name(deaf),
                        "shares its state with " + name(firewall),
                        network -> sharing(network, name(deaf), name(firewall))));
    }

    private static String name(String firewall) {
        return firewall.endsWith(FIREWALL) ? firewall.substring(0, firewall.length() - FIREWALL.length()) : firewall;
    }

    private static HybridNetwork sharing(HybridNetwork network, String one, String other) {
        HybridNetworkBuilder after = network.toBuilder();
        String group = one + "+" + other;
        for (Site site : network.sites().values()) {
            Site changed = site;
            for (SiteFirewall firewall : site.firewalls().values()) {
                changed = isOneOf(firewall.name(), one, other) ? changed.with(firewall.withStateGroup(group)) : changed;
            }
            after.put(changed);
        }
        for (Appliance appliance : network.appliances().values()) {
            after.put(isOneOf(appliance.name(), one, other) ? appliance.withStateGroup(group) : appliance);
        }
        return after.build();
    }

    private static boolean isOneOf(String name, String one, String other) {
        return name.equals(one) || name.equals(other);
    }
}
