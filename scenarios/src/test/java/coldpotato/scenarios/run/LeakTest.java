package coldpotato.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.Mistake;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Export policies that fail to filter, and filter again. */
class LeakTest {
    /** Another circuit of the same site, and a VNet that is not to hear of the first one. */
    private static final String TWO_CIRCUITS = """
            circuits:
              er-lon:
                location: London
                private-peering: {subnet: 192.168.101.0/29, vlan: 300, primary: {router: ce1}, secondary: {router: ce2}}
            vnets:
              far: {region: UK South, prefixes: [10.30.0.0/16], gateway: {sku: ErGw1AZ}}
            connections:
              far-lon: {vnet: far, circuit: er-lon}
            """;

    @TempDir
    Path folder;

    private void holds(String text) {
        assertThat(Story.run(folder, Story.ONE_CIRCUIT, TWO_CIRCUITS + text).verdicts())
                .isNotEmpty()
                .allMatch(Verdict::holds);
    }

    private java.util.List<String> mistakes(String text) {
        return Rehearsal.mistakes(Story.scenario(folder, Story.ONE_CIRCUIT, TWO_CIRCUITS + text)).stream()
                .map(Mistake::message)
                .toList();
    }

    @Test
    void anEdgeThatLeaksMakesATransitOfTheSiteUntilItFiltersAgain() {
        holds("""
                flows: {transit: {from: 10.20.1.4, to: 10.30.1.4, count: 10}}
                timeline:
                  leak 1: {at: 2m, leak: ce1}
                  leak 2: {at: 2m, leak: ce2}
                  stop 1: {at: 4m, stop-leak: ce1}
                  stop 2: {at: 4m, stop-leak: ce2}
                expect:
                  apart: {at: 119s, flow: transit, delivered: 0%}
                  transit: {at: 239s, flow: transit, delivered: 100%}
                  told: {at: 239s, route: 10.20.0.0/16, node: ce1, to-session: er-lon.primary.private.ipv4, as-path: 65010 12076}
                  apart again: {at: 6m, flow: transit, delivered: 0%}
                """);
    }

    @Test
    void whoeverIsNotNamedIsToldNoMoreThanBefore() {
        holds("""
                timeline: {leak: {at: 2m, leak: ce1, leak-to: [er-lon.primary]}}
                expect:
                  there: {at: 4m, route: 10.20.0.0/16, node: ce1, to-session: er-lon.primary.private.ipv4, present: true}
                  nowhere else: {at: 4m, route: 10.30.0.0/16, node: ce1, to-session: er-ams.primary.private.ipv4, present: false}
                """);
    }

    @Test
    void onlyTheBlocksThatAreNamedLeak() {
        holds("""
                timeline: {leak: {at: 2m, leak: ce1, leaked: 10.16.0.0/12}}
                expect:
                  inside: {at: 4m, route: 10.20.0.0/16, node: ce1, to-session: er-lon.primary.private.ipv4, present: true}
                  outside: {at: 4m, route: 10.30.0.0/16, node: ce1, to-session: er-ams.primary.private.ipv4, present: true}
                """.replace("10.16.0.0/12", "[10.16.0.0/12, 10.30.0.0/16]"));
        holds("""
                timeline: {leak: {at: 2m, leak: ce1, leaked: 10.30.0.0/16}}
                expect:
                  outside: {at: 4m, route: 10.20.0.0/16, node: ce1, to-session: er-lon.primary.private.ipv4, present: false}
                """);
    }

    @Test
    void aNodeWithoutFiltersHasNothingToLeak() {
        assertThat(mistakes("timeline: {leak: {at: 2m, leak: hub.hosts}}\n"))
                .containsExactly("hub.hosts keeps nothing from neighbours outside its AS by a filter that could fail");
    }
}
