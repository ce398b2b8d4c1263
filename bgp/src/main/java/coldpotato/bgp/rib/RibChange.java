package coldpotato.bgp.rib;

import coldpotato.core.net.Prefix;

/** A change of the best paths of a prefix. */
public record RibChange(Prefix prefix) {}
