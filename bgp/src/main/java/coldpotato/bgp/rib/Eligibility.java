package coldpotato.bgp.rib;

/** The stages that no candidate is excused from, even if it is the only one (RFC 4271 section 9.1.2). */
public enum Eligibility implements DecisionStage {
    /** Loop checks and import policy. */
    ACCEPTED("accepted by import policy") {
        @Override
        public void eliminate(Contest contest) {
            contest.removeIf(path -> !path.accepted());
        }
    },
    /** RFC 4271 section 9.1.2.1. */
    NEXT_HOP("reachable next hop") {
        @Override
        public void eliminate(Contest contest) {
            contest.removeIf(path -> contest.cost(path) == NextHopCosts.UNREACHABLE);
        }
    };

    private final String text;

    Eligibility(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
