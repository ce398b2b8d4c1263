package coldpotato.core.azure.rules;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.ModelPath;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.SiteFirewall;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether firewalls that share their state have the same units to keep it. */
final class FirewallConsistency {
    private final Findings findings;
    private final Map<String, SiteFirewall> firstOfGroup = new LinkedHashMap<>();

    FirewallConsistency(Findings findings) {
        this.findings = findings;
    }

    void check(HybridNetwork network) {
        for (Site site : network.allSites()) {
            site.firewalls().values().forEach(firewall -> cluster(site, firewall));
        }
    }

    private void cluster(Site site, SiteFirewall firewall) {
        SiteFirewall first = firstOfGroup.computeIfAbsent(firewall.stateGroup(), group -> firewall);
        if (!first.terms().cluster().equals(firewall.terms().cluster())) {
            findings.wrong(
                    ModelPath.firewall(site.name(), firewall.name()),
                    "shares the state " + firewall.stateGroup() + " with " + first.name()
                            + ", which has another cluster; firewalls that share state have the same one");
        }
    }
}
