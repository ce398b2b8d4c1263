package coldpotato.scenarios.check;

import coldpotato.core.azure.rules.Refusal;
import coldpotato.scenarios.file.Expectation.Refused;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;

/** Judges whether Azure refuses what it is expected to refuse. */
final class RefusalCheck implements Check {
    private final Refused claim;

    RefusalCheck(Refused claim) {
        this.claim = claim;
    }

    @Override
    public String expected() {
        return "Azure refuses " + claim.event().orElse("the network as the file has it")
                + claim.because().map(reason -> " because of " + reason).orElse("");
    }

    @Override
    public Finding finding(RunRecord run) {
        run.citations().name(run.premises().consents().get(claim.event()));
        ImmutableList<Refusal> refusals = run.rejections().stream()
                .filter(rejection -> rejection.event().equals(claim.event()))
                .map(Rejection::refusal)
                .collect(ImmutableList.toImmutableList());
        ImmutableList<String> why = refusals.stream().map(Refusal::toString).collect(ImmutableList.toImmutableList());
        if (refusals.isEmpty()) {
            return new Finding(false, "Azure accepts it", why);
        }
        boolean reasonHolds = claim.because().isEmpty() || refusals.stream().anyMatch(this::isFor);
        return new Finding(reasonHolds, reasonHolds ? "Azure refuses it" : "Azure refuses it for another reason", why);
    }

    private boolean isFor(Refusal refusal) {
        String expected = Ascii.toLowerCase(claim.because().orElseThrow());
        return Ascii.toLowerCase(refusal.toString()).contains(expected);
    }
}
