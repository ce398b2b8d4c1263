package coldpotato.bgp.policy;

/** One rule. */
public record PolicyRule(String name) {}
