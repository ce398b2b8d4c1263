package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;

/**
 * A subnet of a VNet.
 *
 * @param name unique in its VNet
 * @param prefixes inside the VNet's address spaces
 */
public record Subnet(String name, ImmutableSet<Prefix> prefixes) {}
