package coldpotato.bgp.rib;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.bgp.rib.Decision.Loser;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * How a router chooses between the candidates for a prefix (RFC 4271 section 9.1): named stages, each of which removes
 * candidates from the set. A function of the set of candidates, and of the path chosen before only where {@link
 * Preference#INCUMBENT} is among the stages.
 *
 * @param name of the profile
 * @param preferences the stages that make paths unequal
 * @param tieBreaks the stages that choose between equal paths; the last leaves one
 * @param multipath how many of the equal paths are used
 */
public record DecisionProcess(
        String name,
        ImmutableList<DecisionStage> preferences,
        ImmutableList<DecisionStage> tieBreaks,
        Multipath multipath) {

    /** The stages of RFC 4271, with our own routes first and with route reflection (RFC 4456 section 9). */
    public static final DecisionProcess RFC4271 = new DecisionProcess(
            "rfc4271",
            ImmutableList.of(
                    Eligibility.ACCEPTED,
                    Eligibility.NEXT_HOP,
                    Preference.LOCAL_PREF,
                    Preference.LOCAL_ORIGIN,
                    Preference.AS_PATH_LENGTH,
                    Preference.ORIGIN,
                    MedStage.RFC4271,
                    Preference.EBGP,
                    Preference.IGP_COST),
            ImmutableList.of(
                    Preference.IDENTIFIER, Preference.CLUSTER_LIST, Preference.PEER_ADDRESS, Preference.SESSION_NAME),
            Multipath.NONE);

    /** RFC 4271 with weight before everything: what the routers of most sites do, and Azure's gateways. */
    public static final DecisionProcess WEIGHT_FIRST = new DecisionProcess(
            "weight-first",
            ImmutableList.<DecisionStage>builder()
                    .addAll(RFC4271.preferences.subList(0, 2))
                    .add(Preference.WEIGHT)
                    .addAll(RFC4271.preferences.subList(2, RFC4271.preferences.size()))
                    .build(),
            RFC4271.tieBreaks,
            Multipath.NONE);

    /** Weight first, and an external path that is best stays best: Cisco IOS with deterministic MED. */
    public static final DecisionProcess CISCO = new DecisionProcess(
            "cisco",
            WEIGHT_FIRST.preferences,
            ImmutableList.<DecisionStage>builder()
                    .add(Preference.INCUMBENT)
                    .addAll(RFC4271.tieBreaks)
                    .build(),
            Multipath.NONE);

    /** The profiles that a router can be given by name. */
    public static final ImmutableList<DecisionProcess> PROFILES = ImmutableList.of(RFC4271, WEIGHT_FIRST, CISCO);

    /** The profile of this name. */
    public static Optional<DecisionProcess> profile(String name) {
        return PROFILES.stream().filter(profile -> profile.name.equals(name)).findFirst();
    }

    /** This process with other limits on equal paths. */
    public DecisionProcess withMultipath(Multipath changed) {
        return new DecisionProcess(name, preferences, tieBreaks, changed);
    }

    /** This process with another way to look at MED. */
    public DecisionProcess withMed(MedStage changed) {
        return new DecisionProcess(
                name,
                preferences.stream()
                        .map(stage -> stage instanceof MedStage ? changed : stage)
                        .collect(ImmutableList.toImmutableList()),
                tieBreaks,
                multipath);
    }

    /**
     * Chooses.
     *
     * @param candidates at most one of each source, in any order
     * @param before what was decided the last time
     * @param costs of the next hops of all accepted candidates
     */
    public Decision decide(Path[] candidates, Decision before, NextHopCosts costs) {
        if (candidates.length == 0) {
            return Decision.NONE;
        }
        Path[] sorted = candidates.clone();
        Arrays.sort(sorted, Comparator.comparing(Path::source));
        Contest contest = new Contest(sorted, before.best(), costs);
        preferences.forEach(contest::run);
        Path[] equal = contest.toArray();
        tieBreaks.forEach(contest::run);
        checkState(contest.count() <= 1, "the tie-breaks of %s leave %s paths", name, contest.count());
        if (contest.count() == 0) {
            return new Decision(ImmutableList.of(), contest.losers());
        }
        Path best = contest.toArray()[0];
        return withLosers(equalsOf(best, equal, contest), contest.losers());
    }

    private static Decision withLosers(ImmutableList<Path> chosen, ImmutableList<Loser> losers) {
        return new Decision(
                chosen,
                losers.stream()
                        .filter(loser -> !chosen.contains(loser.path()))
                        .collect(ImmutableList.toImmutableList()));
    }

    private ImmutableList<Path> equalsOf(Path best, Path[] equal, Contest contest) {
        return ImmutableList.of(best);
    }
}
