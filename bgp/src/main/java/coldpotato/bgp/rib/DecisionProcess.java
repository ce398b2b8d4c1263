package coldpotato.bgp.rib;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a router chooses between the candidates for a prefix (RFC 4271 section 9.1): named stages, each of which removes
 * candidates from the set. Before them come those of {@link Eligibility}, which no process can do without. A function of the set
 * of candidates, and of what was chosen before only where {@link Preference#INCUMBENT} or {@link Succession} is among the stages.
 *
 * @param name of the profile
 * @param preferences the stages that make paths unequal
 * @param tieBreaks the stages that choose between equal paths; the last leaves one
 * @param multipath how many of the equal paths are used
 * @param bestExternal true if, where the best path came from an internal neighbour, internal neighbours are told the best of the
 *     others all the same, so that they can choose it (draft-ietf-idr-best-external); not for routers that reflect routes
 */
public record DecisionProcess(
        String name,
        ImmutableList<DecisionStage> preferences,
        ImmutableList<DecisionStage> tieBreaks,
        Multipath multipath,
        boolean bestExternal) {

    /** A process whose router tells internal neighbours nothing of what comes behind an internal path. */
    public DecisionProcess(
            String name,
            ImmutableList<DecisionStage> preferences,
            ImmutableList<DecisionStage> tieBreaks,
            Multipath multipath) {
        this(name, preferences, tieBreaks, multipath, false);
    }

    /** The stages of RFC 4271, with our own routes first and with route reflection (RFC 4456 section 9). */
    public static final DecisionProcess RFC4271 = new DecisionProcess(
            "rfc4271",
            ImmutableList.of(
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

    /** RFC 4271 with weight before everything: what the routers of most sites do. */
    public static final DecisionProcess WEIGHT_FIRST = new DecisionProcess(
            "weight-first",
            ImmutableList.<DecisionStage>builder()
                    .add(Preference.WEIGHT)
                    .addAll(RFC4271.preferences)
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
        return new DecisionProcess(name, preferences, tieBreaks, changed, bestExternal);
    }

    /** This process of a router that tells internal neighbours its best external path in any case. */
    public DecisionProcess withBestExternal() {
        return new DecisionProcess(name, preferences, tieBreaks, multipath, true);
    }

    /** This process with another way to look at MED. */
    public DecisionProcess withMed(MedStage changed) {
        return new DecisionProcess(
                name,
                preferences.stream()
                        .map(stage -> stage instanceof MedStage ? changed : stage)
                        .collect(ImmutableList.toImmutableList()),
                tieBreaks,
                multipath,
                bestExternal);
    }

    /**
     * Chooses.
     *
     * @param candidates at most one of each source, in any order
     * @param before what was decided the last time
     * @param costs of the next hops of all accepted candidates
     */
    public Decision decide(Path[] candidates, Decision before, NextHopCosts costs) {
        Decision decision = choose(candidates, before, costs);
        boolean stoodIn = !decision.multipath().isEmpty()
                && looksAtSuccession()
                && Succession.after(before, decision.multipath().get(0), candidates, costs);
        Decision complete = stoodIn ? decision.standingIn() : decision;
        return bestExternal ? complete.withExternal(external(candidates, decision, costs)) : complete;
    }

    /** The best path that came from no internal neighbour, where the best of all did. */
    private Optional<Path> external(Path[] candidates, Decision decision, NextHopCosts costs) {
        if (decision.best().filter(Path::isInternal).isEmpty()) {
            return Optional.empty();
        }
        List<Path> others = new ArrayList<>();
        for (Path path : candidates) {
            if (!path.isInternal()) {
                others.add(path);
            }
        }
        return choose(others.toArray(Path[]::new), Decision.NONE, costs).best();
    }

    private boolean looksAtSuccession() {
        for (DecisionStage stage : preferences) {
            if (stage instanceof Succession) {
                return true;
            }
        }
        return false;
    }

    private Decision choose(Path[] candidates, Decision before, NextHopCosts costs) {
        if (candidates.length == 0) {
            return Decision.NONE;
        }
        if (candidates.length == 1 && Eligibility.admitsToAll(candidates[0], costs)) {
            return Decision.only(candidates[0]);
        }
        Contest contest = new Contest(candidates, before, costs);
        for (Eligibility eligibility : Eligibility.values()) {
            contest.demand(eligibility);
        }
        contest.prefer(preferences);
        ImmutableList<Path> equal = contest.standing();
        contest.prefer(tieBreaks);
        return decision(contest, equal, before, costs);
    }

    private Decision decision(Contest contest, ImmutableList<Path> equal, Decision before, NextHopCosts costs) {
        if (equal.isEmpty()) {
            return new Decision(equal, contest.losers());
        }
        Path best = onlyOne(contest);
        if (equal.size() == 1 || multipath.pathsMax(best) == 1) {
            return new Decision(ImmutableList.of(best), contest.losers());
        }
        ImmutableList<Path> chosen = multipath.choose(ranked(best, equal, before, costs));
        return new Decision(
                chosen,
                contest.losers().stream()
                        .filter(loser -> !chosen.contains(loser.path()))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Equal paths in the order of preference that the tie-breaks give them. */
    private List<Path> ranked(Path best, ImmutableList<Path> equal, Decision before, NextHopCosts costs) {
        List<Path> ranked = new ArrayList<>();
        List<Path> rest = new ArrayList<>(equal);
        for (Path next = best; ; ) {
            ranked.add(next);
            rest.remove(next);
            if (rest.isEmpty()) {
                return ranked;
            }
            Contest contest = new Contest(rest.toArray(Path[]::new), before, costs);
            contest.prefer(tieBreaks);
            next = onlyOne(contest);
        }
    }

    private Path onlyOne(Contest contest) {
        ImmutableList<Path> standing = contest.standing();
        checkState(standing.size() == 1, "the tie-breaks of %s leave %s", name, standing);
        return standing.get(0);
    }
}
