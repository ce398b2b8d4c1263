package coldpotato.core.azure;

import coldpotato.core.net.Prefix;

/**
 * A prefix that is announced for a VNet, and shown with that VNet's communities.
 *
 * @param prefix one of its address spaces, or a summary
 * @param vnet whose it is
 */
public record AddressSpace(Prefix prefix, VirtualNetwork vnet) {}
