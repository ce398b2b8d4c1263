package coldpotato.core.azure;

import coldpotato.core.net.Asn;

/**
 * A network of another cloud, reached through a provider (expressroute-connect-azure-to-public-cloud.md).
 *
 * @param name unique
 * @param asn its AS
 */
public record ForeignCloud(String name, Asn asn) {}
