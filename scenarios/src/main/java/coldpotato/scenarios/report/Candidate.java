package coldpotato.scenarios.report;

import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.policy.PolicyVerdict;
import coldpotato.bgp.rib.Decision;
import coldpotato.bgp.rib.DecisionStage;
import coldpotato.bgp.rib.Eligibility;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.PathSource;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.net.Prefix;
import coldpotato.scenarios.reason.ImportVerdict;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A path to a prefix and what became of it.
 *
 * @param path the path
 * @param place where it ended in the contest
 * @param stage the stage that removed it, empty for paths that are used
 * @param policy what the import policy does to it, empty for a route of our own or one that never came to the policy
 */
record Candidate(Path path, Place place, Optional<DecisionStage> stage, Optional<PolicyVerdict> policy) {

    /** Where a path ended in the contest. */
    enum Place {
        BEST("*>", "best"),
        MULTIPATH("*=", "multipath"),
        LOST("* ", "lost"),
        NEXT_HOP_UNREACHABLE("  ", "next hop unreachable"),
        REFUSED("r ", "refused");

        /** The letters before a path, as routers print them. */
        final String letters;

        final String text;

        Place(String letters, String text) {
            this.letters = letters;
            this.text = text;
        }
    }

    /** Every candidate: the paths that are used, then the losers, the one that came furthest first. */
    static ImmutableList<Candidate> of(BgpSpeaker speaker, Prefix prefix, Decision decision) {
        ImmutableList.Builder<Candidate> all = ImmutableList.builder();
        for (Path path : decision.multipath()) {
            Place place = all.build().isEmpty() ? Place.BEST : Place.MULTIPATH;
            all.add(new Candidate(path, place, Optional.empty(), ImportVerdict.of(speaker, path)));
        }
        decision.losers()
                .reverse()
                .forEach(loser -> all.add(new Candidate(
                        loser.path(),
                        place(loser.stage()),
                        Optional.of(loser.stage()),
                        ImportVerdict.of(speaker, loser.path()))));
        return all.build();
    }

    private static Place place(DecisionStage stage) {
        if (stage == Eligibility.ACCEPTED) {
            return Place.REFUSED;
        }
        return stage == Eligibility.NEXT_HOP ? Place.NEXT_HOP_UNREACHABLE : Place.LOST;
    }

    /** The rules that changed it on its way in. */
    ImmutableList<PolicyRule> changedBy() {
        return path.accepted() ? policy.map(PolicyVerdict::changedBy).orElse(ImmutableList.of()) : ImmutableList.of();
    }

    /** The policy rule that refused it; empty if a loop check did, which is no policy. */
    Optional<PolicyRule> refusedBy() {
        return policy.filter(verdict -> place == Place.REFUSED && !verdict.accepted())
                .map(PolicyVerdict::decidedBy)
                .filter(rule -> rule.name().equals(path.rule()));
    }

    /** The letters before it in a table. */
    String letters() {
        return place.letters + (path.source().kind() == PathSource.Kind.IBGP ? "i" : "");
    }

    String nextHop() {
        return path.source().isLocal() ? "0.0.0.0" : path.attributes().nextHop().toString();
    }

    /** AS_PATH and the letter of ORIGIN. */
    String asPathAndOrigin() {
        String asPath = path.attributes().asPath().toString();
        return (asPath.isEmpty() ? "" : asPath + " ")
                + path.attributes().origin().code();
    }

    /** A path attribute that may be absent, as text. */
    static String orNothing(long value) {
        return value < 0 ? "" : Long.toString(value);
    }
}
