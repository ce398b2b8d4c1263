package coldpotato.scenarios.cli;

import coldpotato.scenarios.check.Judgement;
import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.run.RehearsalResult;

/** What several runs come to. */
final class Tally {
    private int scenarios;
    private int scenariosFailed;
    private int withoutExpectations;
    private int expectations;
    private int expectationsFailed;
    private int expectationsNotJudged;
    private int diverged;
    private int broken;

    void add(RehearsalResult result) {
        int failed = (int) result.verdicts().stream().filter(Verdict::failed).count();
        scenarios++;
        scenariosFailed += result.holds() ? 0 : 1;
        withoutExpectations += result.verdicts().isEmpty() ? 1 : 0;
        expectations += result.verdicts().size();
        expectationsFailed += failed;
        expectationsNotJudged += (int) result.verdicts().stream()
                .filter(verdict -> verdict.judgement() == Judgement.NOT_JUDGED)
                .count();
        diverged += result.divergedUnexpectedly() ? 1 : 0;
    }

    /** A mistake of ours kept a scenario from running to its verdicts. */
    void addBroken() {
        scenarios++;
        broken++;
    }

    int scenarios() {
        return scenarios;
    }

    /** That of the worst run: a mistake of ours is worst, and routing that does not settle is worse than an expectation that fails. */
    int exitCode() {
        if (broken > 0) {
            return ExitCode.INTERNAL_ERROR;
        }
        if (diverged > 0) {
            return ExitCode.DID_NOT_CONVERGE;
        }
        return scenariosFailed > 0 ? ExitCode.FAILED : ExitCode.HOLDS;
    }

    /** One line: {@code 12 scenarios: 58 of 60 expectations hold, 2 failed in 1 scenario}. */
    @Override
    public String toString() {
        if (withoutExpectations > 0 && withoutExpectations == scenarios) {
            return "nothing is expected, so nothing was judged";
        }
        String of = scenarios == 1 ? "" : scenarios + " scenarios: ";
        String hold = expectations - expectationsFailed - expectationsNotJudged + " of " + expectations
                + " expectations hold";
        String failed = expectationsFailed == 0
                ? ""
                : ", " + expectationsFailed + " failed"
                        + (scenarios == 1
                                ? ""
                                : " in " + scenariosFailed + (scenariosFailed == 1 ? " scenario" : " scenarios"));
        return of
                + hold
                + failed
                + (expectationsNotJudged == 0 ? "" : ", " + expectationsNotJudged + " not judged")
                + (withoutExpectations == 0 ? "" : ", nothing is expected of " + withoutExpectations)
                + (diverged == 0 ? "" : "; routing did not settle")
                + (broken == 0 ? "" : "; internal error in " + broken + (broken == 1 ? " scenario" : " scenarios"));
    }
}
