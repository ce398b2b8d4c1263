package coldpotato.bgp.rib;

/** The decision process. */
public record DecisionProcess(String name) {}
