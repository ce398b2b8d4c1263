package coldpotato.scenarios.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Durations;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.ScenarioReader;
import coldpotato.scenarios.file.Setting;
import coldpotato.scenarios.reason.Technique;
import coldpotato.scenarios.run.Replay;
import coldpotato.scenarios.run.RunChoices;
import coldpotato.scenarios.run.Story;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found to mend the asymmetric flows of the catalog, none of which the code knows, and of other networks. */
class AdviceTest {
    /** The site leaves by the primary and asks Microsoft to come back by the secondary, which fails for a while. */
    private static final String CROSSED = """
            sites:
              amsterdam:
                hosts-reach-routers-by: routing
                firewalls: {f1: {links: [er-ams.primary]}, f2: {links: [er-ams.secondary]}}
            policies: {active: [{set: {local-preference: 150}}, accept]}
            circuits: {er-ams: {private-peering: {primary: {bfd: on, import: active, prepend: 3}, secondary: {bfd: on}}}}
            flows: {app: {from: 10.10.1.5, to: 10.20.1.4, count: 10, reopen-after: 10s}}
            timeline:
              cut: {at: 10m, fail: er-ams.secondary}
              mend: {at: 20m, repair: er-ams.secondary}
            """;

    @TempDir
    private Path folder;

    private static ImmutableList<Advice> advice(String name, String flow, int minutes, String... settings) {
        Scenario scenario = ScenarioReader.read(
                        Path.of("catalog", name + ".yaml"),
                        Stream.of(settings).map(Setting::new).toList(),
                        List.of())
                .scenario()
                .orElseThrow();
        return Advice.of(scenario, Durations.seconds(60L * minutes), flow, new Replay(RunChoices.USUAL));
    }

    private static List<Technique> techniques(ImmutableList<Advice> advice) {
        return advice.get(0).remedies().stream().map(Remedy::technique).toList();
    }

    @Test
    void whatIsAnnouncedToTheInternetAloneIsAnnouncedOnExpressRouteToo() {
        ImmutableList<Advice> mail = advice("08-out-by-expressroute-back-by-internet", "mail", 10);
        assertThat(techniques(mail))
                .startsWith(Technique.ANNOUNCE, Technique.LONGER_PREFIX)
                .endsWith(Technique.SHARED_STATE);
        assertThat(mail.get(0).remedies().get(0).text())
                .startsWith("er-ams.primary.microsoft announces 203.0.113.0/24");
    }

    @Test
    void mailFromOutsideIsTranslatedWhereItComesIn() {
        ImmutableList<Advice> mail = advice("80-mail-from-microsoft-answered-by-expressroute", "mail", 10);
        assertThat(techniques(mail)).contains(Technique.SOURCE_NAT);
        assertThat(mail.get(0).remedies()).anyMatch(remedy -> remedy.text().contains("opened from outside on isp"));
    }

    @Test
    void onePoolOnTwoEdgesIsDivided() {
        assertThat(advice("85-one-nat-pool-on-two-edges", "patches", 10).get(0).remedies())
                .anyMatch(remedy ->
                        remedy.text().startsWith("nat-net gets pool 203.0.113.8/29, nat-er keeps 203.0.113.0/29"));
    }

    @Test
    void flowsThatEqualWaysTellApartNeedNoRemedy() {
        assertThat(advice("85-one-nat-pool-on-two-edges", "mail", 10)).isEmpty();
    }

    @Test
    void whatDefeatsADrainGivesWay() {
        ImmutableList<Advice> drained =
                advice("69-a-site-that-ignores-the-prepending", "app", 15, "flows.app.count=10");
        assertThat(drained.get(0).remedies().get(0).technique()).isEqualTo(Technique.GIVE_WAY);
        assertThat(drained.get(0).remedies().get(0).element()).isEqualTo("er-ams.primary.private");
    }

    @Test
    void aRemedyThatTheTimelineUndoesIsNone() {
        assertThat(techniques(advice("117-unequal-preference-behind-firewalls", "app", 9)))
                .contains(Technique.WEIGHT)
                .doesNotContain(Technique.LOCAL_PREFERENCE);
    }

    @Test
    void bothTablesNameTheSameFirewall() {
        assertThat(techniques(advice("27-two-firewalls-each-sees-half", "out", 9)))
                .containsExactly(Technique.USER_DEFINED_ROUTE, Technique.SHARED_STATE);
    }

    private ImmutableList<Advice> advice(String story, String flow) {
        Scenario scenario = Story.scenario(folder, Story.ONE_CIRCUIT, story);
        return Advice.of(scenario, Durations.seconds(9 * 60), flow, new Replay(RunChoices.USUAL));
    }

    @Test
    void theSiteMayMirrorTheChoiceOfAzureThoughTheLinkOfThatChoiceFailsLater() {
        assertThat(advice(CROSSED, "app").get(0).remedies()).anyMatch(remedy -> remedy.text()
                .equals("er-ams.secondary.private sets local preference 200 for 10.20.0.0/16"));
    }

    @Test
    void longerPrefixesAreAnnouncedOnTheOneLinkThatPacketsShouldTake() {
        assertThat(advice(CROSSED, "app").get(0).remedies()).anyMatch(remedy -> remedy.text()
                .equals("er-ams.primary.private announces 10.10.0.0/17, 10.10.128.0/17"));
    }

    @Test
    void onePoolOfOneNatOnBothEdgesIsNotSeparated() {
        String[] one = {
            "sites.amsterdam.source-nats.nat-er.links=[er-ams, isp]", "sites.amsterdam.source-nats.nat-net=~",
        };
        ImmutableList<Advice> patches = advice("85-one-nat-pool-on-two-edges", "patches", 10, one);
        assertThat(patches).allSatisfy(each -> assertThat(each.remedies())
                .extracting(Remedy::technique)
                .doesNotContain(Technique.SEPARATE_POOLS));
    }
}
