package coldpotato.scenarios.run;

import static coldpotato.scenarios.run.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedMap;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verdict that depends on an assumption says so, though nothing ever happens to what it speaks of. */
class VerdictsNameAssumptionsTest {
    private static final String GATEWAY_SESSIONS = "gateway-msee-hold-time";
    private static final String PEERINGS = "msee-as-loop-tolerance";

    private final Path folder;

    VerdictsNameAssumptionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private ImmutableSortedMap<String, String> named(String claim) {
        return named("", claim);
    }

    private ImmutableSortedMap<String, String> named(String more, String claim) {
        RehearsalResult result = Story.run(folder, Story.ONE_CIRCUIT, more + "expect: {it: {" + claim + "}}\n");
        return verdict(result, "it").assumptions();
    }

    @Test
    void aMetricNamesThoseOfWhatItMeasures() {
        assertThat(named("metric: BgpAvailability, of: er-ams, is: 100%, at: 10m"))
                .containsKeys(PEERINGS, GATEWAY_SESSIONS);
        assertThat(named("metric: Count of routes learned from peer, of: hub.gateway1, is: 1, at: 10m"))
                .containsKey(GATEWAY_SESSIONS);
    }

    @Test
    void whatAGatewayHasLearnedNamesThoseOfItsSessions() {
        assertThat(named("learned-routes: hub.gateway1, routes: 1, at: 10m")).containsKey(GATEWAY_SESSIONS);
    }

    @Test
    void aSessionThatStaysUpNamesItsOwn() {
        assertThat(named("session: er-ams.primary.private.ipv4, stays: up, between: [5m, 10m]"))
                .containsKey(PEERINGS)
                .doesNotContainKey(GATEWAY_SESSIONS);
    }

    @Test
    void flowsThatAreNotHitNameThoseOfTheirWay() {
        assertThat(named("flow: app, hit: 0%, between: [5m, 10m]")).containsKeys(PEERINGS, GATEWAY_SESSIONS);
    }

    @Test
    void aRouteThatNeverComesNamesThoseOfWhatIsDown() {
        assertThat(named(
                        "timeline: {gone: {at: 5m, disconnect: hub-ams}}\n",
                        "node: ce1, route: 10.99.0.0/16, present: false, at: 10m"))
                .containsKey(GATEWAY_SESSIONS);
    }

    @Test
    void thatNothingIsDifferentNamesAll() {
        assertThat(named("same-as: 5m, at: 10m")).containsKeys(PEERINGS, GATEWAY_SESSIONS);
    }

    @Test
    void aGatewayThatLearnsTooMuchIsToldOfAndWhatDecidedIsNamed() {
        RehearsalResult result = Story.run(folder, Story.ONE_CIRCUIT, """
                sites: {amsterdam: {prefixes: [10.10.0.0/16, {block: 10.128.0.0/9, length: 24, count: 4000}]}}
                circuits: {er-ams: {sku: Premium}}
                expect: {it: {at: 10m, flow: app, delivered: 100%}}
                """);
        assertThat(result.moments())
                .anyMatch(moment -> moment.text().contains("4001 prefixes on hub-ams.msee1.gateway1"));
        assertThat(verdict(result, "it").assumptions()).containsKey("gateway-learned-limit-tears-down");
    }
}
