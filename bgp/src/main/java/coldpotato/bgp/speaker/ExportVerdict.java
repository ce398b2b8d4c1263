package coldpotato.bgp.speaker;

/**
 * Whether a neighbour is told the best path of a prefix.
 *
 * @param told true if it is
 * @param rule the check or the rule of the export policy that decided
 */
public record ExportVerdict(boolean told, String rule) {}
