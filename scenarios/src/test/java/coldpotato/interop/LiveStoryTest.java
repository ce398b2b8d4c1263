package coldpotato.interop;

import static coldpotato.interop.Circuit.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The walk-through of {@code bgp/README.md}: FRR as ce1 of a scenario, while somebody breaks the link by hand. */
@Tag("frr")
@NeedsNamespaces(products = Product.FRR)
class LiveStoryTest {
    private static final Path SCENARIO = Path.of("catalog/02-silent-failure-with-bfd.yaml");
    private static final Pattern MISSING = Pattern.compile("ip addr add (\\S+) dev lo");
    private static final EdgeSession SESSION = PRIMARY.withHoldSeconds(180).withBfd();

    @Test
    void aLinkThatFailsInARehearsalFailsForARealRouter(Lab lab) {
        Namespace azure = lab.namespace("azure");
        Namespace ce1 = lab.namespace("ce1");
        Link.between(azure, ce1, "wire")
                .address(azure, PRIMARY.remote() + "/30")
                .address(ce1, PRIMARY.local() + "/30");
        addresses(lab, azure).forEach(address -> azure.ip("address", "add", address, "dev", "lo")
                .run());
        Foreground live = live(lab, azure, "live.log");
        live.awaitSaying("ctl");
        Edge edge =
                new Edge(Circuit.CUSTOMER, PRIMARY.local(), List.of(SESSION), List.of(OwnRoute.plain("10.10.0.0/16")));
        Frr frr = Frr.start(lab, ce1, edge);

        assertThat(Circuit.awaitRoute(frr, SESSION, "10.20.0.0/16").path())
                .isEqualTo("10.20.0.0/16 via 192.168.100.130, 12076");
        Patience.until("BFD is up", () -> frr.bfdIsUp(SESSION), () -> frr.report(SESSION));

        ctl(lab, "fail", "er-ams.primary", "--how", "silent");
        frr.process().awaitSaying("(Cease/BFD Down)");
        live.awaitSaying("takes session er-ams.primary.private.ipv4 down: bfd");
        frr.awaitDown(SESSION);

        ctl(lab, "repair", "er-ams.primary");
        Circuit.awaitRoute(frr, SESSION, "10.20.0.0/16");

        ctl(lab, "stop");
        Patience.until("the rehearsal has ended", () -> !live.isAlive(), live::log);
        assertThat(live.log()).contains("er-ams.primary fails silently").contains("er-ams.primary is repaired");
    }

    /** Those that the rehearsal says are missing on the machine. */
    private static List<String> addresses(Lab lab, Namespace azure) {
        Foreground refused = live(lab, azure, "refused.log");
        Patience.until("it says what is missing", () -> !refused.isAlive(), refused::log);
        assertThat(refused.exitCode()).isEqualTo(2);
        return MISSING.matcher(refused.log())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static Foreground live(Lab lab, Namespace azure, String log) {
        return Ours.start(
                lab,
                azure,
                log,
                "live",
                SCENARIO.toString(),
                "--external",
                "ce1",
                "--addresses",
                "own",
                "--stay",
                "--socket",
                socket(lab));
    }

    private static void ctl(Lab lab, String... words) {
        Ours.command("ctl", "--socket", socket(lab)).and(words).run();
    }

    private static String socket(Lab lab) {
        return lab.folder("private", System.getProperty("user.name"))
                .resolve("live.sock")
                .toString();
    }
}
