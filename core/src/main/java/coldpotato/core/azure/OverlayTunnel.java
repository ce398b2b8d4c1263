package coldpotato.core.azure;

/**
 * A tunnel between an appliance and a router of a site, over the Internet, with BGP in it: a branch of an SD-WAN. What the tunnel runs
 * over is not modelled; it fails by its own name.
 *
 * @param name unique
 * @param router the site's router at the far end
 * @param delayNanos one way
 * @param importPolicy name of the router's policy for what arrives, empty for none
 * @param exportPolicy name of the router's policy for what leaves, empty for none
 */
public record OverlayTunnel(String name, String router, long delayNanos, String importPolicy, String exportPolicy) {}
