package coldpotato.bgp.speaker;

import coldpotato.bgp.rib.Decision;
import coldpotato.core.net.Prefix;

/**
 * The forwarding table does what the speaker decided about a prefix.
 *
 * @param prefix where to
 * @param decision what was decided, as {@link Forwarding#bestPathChanged} told it
 * @param cause number of the trace event that tells of the forwarding entry
 */
public record InstalledRoute(Prefix prefix, Decision decision, long cause) {}
