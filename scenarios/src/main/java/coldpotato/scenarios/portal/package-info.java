/**
 * What Azure shows of its own side of a network: ARP tables, routes of gateways, effective routes, metrics; read {@link
 * coldpotato.scenarios.portal.PeeringPath} first.
 */
package coldpotato.scenarios.portal;
