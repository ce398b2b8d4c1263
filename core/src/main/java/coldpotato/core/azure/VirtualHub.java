package coldpotato.core.azure;

import coldpotato.core.net.Prefix;

/**
 * A hub of Virtual WAN (virtual-wan-expressroute-about.md).
 *
 * @param name unique
 * @param region Azure region
 * @param prefix its own address space
 */
public record VirtualHub(String name, String region, Prefix prefix) {}
