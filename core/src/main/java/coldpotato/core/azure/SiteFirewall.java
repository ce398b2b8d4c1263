package coldpotato.core.azure;

import coldpotato.core.net.FirewallTerms;
import com.google.common.collect.ImmutableSet;

/**
 * A stateful firewall at the edge of a site: by custom it lets flows be opened from the site, keeps state of them, and drops
 * what belongs to no flow it knows (expressroute-asymmetric-routing.md).
 *
 * @param name unique in the network
 * @param links the links on its outside: names such as {@code er-ams.primary} or an Internet link
 * @param routers edge routers between which and the site's LAN it stands, in place of links
 * @param stateGroup firewalls with the same group share their state; by custom the firewall's own name
 * @param terms what it lets pass, and how it keeps its state
 */
public record SiteFirewall(
        String name, ImmutableSet<String> links, ImmutableSet<String> routers, String stateGroup, FirewallTerms terms) {

    /** A firewall on links, without rules. */
    public SiteFirewall(String name, ImmutableSet<String> links, String stateGroup, boolean opensFromOutside) {
        this(name, links, ImmutableSet.of(), stateGroup, FirewallTerms.plain(opensFromOutside));
    }

    /** The same with its state in another group. */
    public SiteFirewall withStateGroup(String value) {
        return new SiteFirewall(name, links, routers, value, terms);
    }
}
