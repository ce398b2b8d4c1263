package coldpotato.scenarios.run;

import static coldpotato.scenarios.run.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.check.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of four equal links fails: a quarter of the flows has to move, and three quarters do with modulo hashing. */
class EcmpHashingTest {
    private final Path folder;

    EcmpHashingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Verdict moved(String more, String claim) {
        String text = more + "expect: {it: {between: [cut - 1s, end], flow: app, " + claim + "}}\n";
        return verdict(Story.run(folder, "two-circuits.yaml", text), "it");
    }

    @Test
    void aFailedLinkMovesOnlyItsOwnFlowsUnlessSomebodySaysOtherwise() {
        assertThat(moved("", "moved-to-azure: 20..30%, moved-to-site: 20..30%").holds())
                .isTrue();
    }

    @Test
    void anEdgeRouterThatHashesModuloMovesOthersTooInItsDirection() {
        assertThat(moved(
                                "sites: {amsterdam: {routers: {ce1: {ecmp-hashing: modulo}}}}\n",
                                "moved-to-azure: 70..80%, moved-to-site: 20..30%")
                        .holds())
                .isTrue();
    }

    @Test
    void microsoftMovesOthersTooInItsDirectionIfThatIsAssumed() {
        Verdict moved =
                moved("assume: {microsoft-ecmp-hashing: modulo}\n", "moved-to-azure: 20..30%, moved-to-site: 70..80%");
        assertThat(moved.holds()).isTrue();
        assertThat(moved.assumptions()).containsEntry("microsoft-ecmp-hashing", "modulo");
    }
}
