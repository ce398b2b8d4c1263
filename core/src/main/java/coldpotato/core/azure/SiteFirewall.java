package coldpotato.core.azure;

import com.google.common.collect.ImmutableSet;

/**
 * A stateful firewall at the edge of a site: it lets flows be opened from the site, keeps state of them, and drops what
 * belongs to no flow it knows (expressroute-asymmetric-routing.md).
 *
 * @param name unique in the network
 * @param links the links on its outside: names such as {@code er-ams.primary} or an Internet link
 * @param stateGroup firewalls with the same group share their state; by custom the firewall's own name
 * @param opensFromOutside true if it also lets flows be opened from the outside
 */
public record SiteFirewall(String name, ImmutableSet<String> links, String stateGroup, boolean opensFromOutside) {}
