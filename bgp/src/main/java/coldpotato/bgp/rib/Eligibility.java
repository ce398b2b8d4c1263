package coldpotato.bgp.rib;

/** The stages that no candidate is excused from, even if it is the only one (RFC 4271 section 9.1.2). */
public enum Eligibility implements DecisionStage {
    /** Loop checks and import policy. */
    ACCEPTED("accepted by import policy") {
        @Override
        boolean admits(Path path, NextHopCosts costs) {
            return path.accepted();
        }
    },
    /** RFC 4271 section 9.1.2.1. */
    NEXT_HOP("reachable next hop") {
        @Override
        boolean admits(Path path, NextHopCosts costs) {
            return costs.cost(path) != NextHopCosts.UNREACHABLE;
        }
    };

    private final String text;

    Eligibility(String text) {
        this.text = text;
    }

    /** True if the path passes this stage. */
    abstract boolean admits(Path path, NextHopCosts costs);

    /** True if the path passes all stages. */
    static boolean admitsToAll(Path path, NextHopCosts costs) {
        return ACCEPTED.admits(path, costs) && NEXT_HOP.admits(path, costs);
    }

    @Override
    public void eliminate(Contest contest) {
        contest.removeIf(path -> !admits(path, contest.costs()));
    }

    @Override
    public String text() {
        return text;
    }
}
