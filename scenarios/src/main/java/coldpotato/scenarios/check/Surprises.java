package coldpotato.scenarios.check;

import coldpotato.scenarios.file.Expectation;
import coldpotato.scenarios.file.Expectation.Converges;
import coldpotato.scenarios.file.Expectation.Refused;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened in a run though no expectation speaks of it, and must not pass in silence. */
final class Surprises {
    private final RunRecord run;

    Surprises(RunRecord run) {
        this.run = run;
    }

    ImmutableList<Verdict> verdicts() {
        Stream<Verdict> refused = run.rejections().stream()
                .filter(this::isUnexpected)
                .collect(Collectors.groupingBy(Rejection::event, LinkedHashMap::new, ImmutableList.toImmutableList()))
                .values()
                .stream()
                .map(this::refused);
        boolean diverged = run.outcome().isDivergence() && claims().noneMatch(Converges.class::isInstance);
        return Stream.concat(refused, diverged ? Stream.of(diverged()) : Stream.empty())
                .collect(ImmutableList.toImmutableList());
    }

    private Stream<Expectation.Claim> claims() {
        return run.scenario().expectations().stream().map(Expectation::claim);
    }

    private boolean isUnexpected(Rejection rejection) {
        return claims().noneMatch(claim ->
                claim instanceof Refused refused && refused.event().equals(rejection.event()));
    }

    /** One verdict of all that Azure has against one action. */
    private Verdict refused(ImmutableList<Rejection> ofOneEvent) {
        Rejection first = ofOneEvent.get(0);
        return new Verdict(
                        first.event().orElse("the network as the file has it"),
                        first.place(),
                        Judgement.FAILED,
                        "Azure accepts it",
                        "Azure refuses "
                                + ofOneEvent.stream()
                                        .map(rejection -> rejection.refusal().toString())
                                        .collect(Collectors.joining("; ")),
                        ofOneEvent.stream()
                                .flatMap(rejection -> place(rejection).stream())
                                .distinct()
                                .collect(ImmutableList.toImmutableList()))
                .resting(AssumptionsInUse.of(
                        run.premises().consents().get(first.event()).stream(),
                        run.scenario().network().assumptions()));
    }

    private Optional<String> place(Rejection rejection) {
        String path = rejection.refusal().modelPath();
        String place = run.scenario().network().place(path);
        return place.isEmpty() ? Optional.empty() : Optional.of(path + " stands at " + place);
    }

    private Verdict diverged() {
        Finding finding = new ConvergenceCheck(new Converges(true)).finding(run);
        return new Verdict(
                "the run",
                Optional.empty(),
                Judgement.FAILED,
                "routing settles, or an expectation says that it does not",
                finding.found(),
                finding.why());
    }
}
