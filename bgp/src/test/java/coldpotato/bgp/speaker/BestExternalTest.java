package coldpotato.bgp.speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.speaker.SpeakerLab.Router;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import org.junit.jupiter.api.Test;

/**
 * Router b uses what its internal neighbour i says and lets i know what it would use else.
 *
 * <pre>
 *   a (AS 65001) --ab-- b (AS 65002) --bi-- i (AS 65002)
 *   d (AS 65004) --db-----'
 * </pre>
 */
class BestExternalTest {
    private static final Prefix TEN = Prefix.parse("10.1.0.0/16");

    private final SpeakerLab lab = new SpeakerLab();
    private final Router a = lab.router("a", 65001);
    private final Router d = lab.router("d", 65004);
    private final Router b = lab.router("b", 65002);
    private final Router i = lab.router("i", 65002);

    private void begin(DecisionProcess process) {
        b.decision = process;
        lab.join("ab", a, b).join("db", d, b).join("bi", b, i);
        b.change("bi", peer -> peer.weight(100));
        lab.start();
        i.originate("10.1.0.0/16");
        originate(a, AsPath.of(64999));
        lab.pass("1s");
        assertThat(b.bestPath("10.1.0.0/16")).isEmpty();
    }

    private void originate(Router router, AsPath path) {
        router.speaker.originate(
                lab.now(),
                TEN,
                PathAttributes.builder(IpAddress.ipv4(0)).asPath(path).build());
        lab.pass("1s");
    }

    /** The path that {@code i} hears of, or none. */
    private String heard() {
        PathAttributes offered = b.speaker.adjRibOut("bi", AfiSafi.IPV4_UNICAST).get(TEN);
        return offered == null ? "none" : offered.asPath().toString();
    }

    @Test
    void isNotForRoutersThatReflectRoutes() {
        lab.join("bi", b, i);
        b.decision = DecisionProcess.WEIGHT_FIRST.withBestExternal();
        b.change("bi", peer -> peer.routeReflectorClient(true));
        assertThatThrownBy(b::config).hasMessageContaining("reflects routes");
    }

    @Test
    void isNotToldUnlessTheProcessAsksForIt() {
        begin(DecisionProcess.WEIGHT_FIRST);
        assertThat(heard()).isEqualTo("none");
    }

    @Test
    void isToldToInternalNeighboursThoughAnInternalPathIsBest() {
        begin(DecisionProcess.WEIGHT_FIRST.withBestExternal());
        assertThat(heard()).isEqualTo("65001 64999");
        assertThat(b.speaker.exportVerdict("bi", TEN)).contains(new ExportVerdict(true, "accept-all"));
    }

    @Test
    void isNoBusinessOfExternalNeighbours() {
        begin(DecisionProcess.WEIGHT_FIRST.withBestExternal());
        assertThat(d.bestPath("10.1.0.0/16")).isEqualTo("65002");
    }

    @Test
    void followsWhatComesAndGoesBehindTheBestPath() {
        begin(DecisionProcess.WEIGHT_FIRST.withBestExternal());
        originate(d, AsPath.EMPTY);
        assertThat(heard()).isEqualTo("65004");
        d.speaker.withdraw(lab.now(), TEN);
        a.speaker.withdraw(lab.now(), TEN);
        lab.pass("1s");
        assertThat(heard()).isEqualTo("none");
    }

    @Test
    void isTheBestPathWhenTheInternalOneIsGone() {
        begin(DecisionProcess.WEIGHT_FIRST.withBestExternal());
        i.speaker.withdraw(lab.now(), TEN);
        lab.pass("1s");
        assertThat(b.bestPath("10.1.0.0/16")).isEqualTo("65001 64999");
        assertThat(i.bestPath("10.1.0.0/16")).isEqualTo("65001 64999");
    }

    @Test
    void isNewsToNeighboursButNotToTheForwardingTable() {
        begin(DecisionProcess.WEIGHT_FIRST.withBestExternal());
        int changes = b.changes.size();
        originate(d, AsPath.EMPTY);
        assertThat(b.changes).hasSize(changes);
    }

    @Test
    void isToldThoughItIsNotInstalled() {
        b.installedOnly = true;
        begin(DecisionProcess.WEIGHT_FIRST.withBestExternal());
        assertThat(heard()).isEqualTo("65001 64999");
        assertThat(d.bestPath("10.1.0.0/16")).isEqualTo("none");
    }
}
