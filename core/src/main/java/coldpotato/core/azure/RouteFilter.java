package coldpotato.core.azure;

import coldpotato.core.net.Community;
import com.google.common.collect.ImmutableSet;

/**
 * A route filter: the allow list of what Microsoft peering announces (how-to-routefilter-portal.md).
 *
 * @param name unique
 * @param communities a prefix with any of these is announced
 */
public record RouteFilter(String name, ImmutableSet<Community> communities) {}
