package coldpotato.bgp.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.rib.Multipath;
import coldpotato.bgp.speaker.SpeakerLab.Router;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

/**
 * Router b tells its neighbours only what its forwarding table holds.
 *
 * <pre>
 *   a1 (AS 65001) --a1b-- b (AS 65002) --bc-- c (AS 65003)
 *   a2 (AS 65001) --a2b-----'  |`--bi-- i (AS 65002)
 *                              `---bk-- k (AS 65002)
 * </pre>
 */
class InstallationTest {
    private static final String TEN = "10.1.0.0/16";

    private final SpeakerLab lab = new SpeakerLab();
    private final Router a1 = lab.router("a1", 65001);
    private final Router a2 = lab.router("a2", 65001);
    private final Router b = lab.router("b", 65002);
    private final Router c = lab.router("c", 65003);
    private final Router i = lab.router("i", 65002);
    private final Router k = lab.router("k", 65002);

    InstallationTest() {
        b.installedOnly = true;
        lab.join("a1b", a1, b)
                .join("a2b", a2, b)
                .join("bc", b, c)
                .join("bi", b, i)
                .join("bk", b, k);
        lab.start();
    }

    /** What {@code a1} announces is known at {@code c}. */
    private void installed() {
        a1.originate(TEN);
        lab.pass("1s");
        b.installs(0);
        lab.pass("1s");
    }

    @Test
    void tellsNeighboursARouteOnceTheForwardingTableHoldsIt() {
        a1.originate(TEN);
        lab.pass("1s");
        assertThat(c.bestPath(TEN)).isEqualTo("none");
        assertThat(b.speaker.exportVerdict("bc", Prefix.parse(TEN)))
                .contains(new ExportVerdict(false, "not in the forwarding table yet"));
        b.installs(0);
        lab.pass("1s");
        assertThat(c.bestPath(TEN)).isEqualTo("65002 65001");
    }

    @Test
    void withdrawsAtOnce() {
        installed();
        a1.speaker.withdraw(lab.now(), Prefix.parse(TEN));
        lab.pass("1s");
        assertThat(c.bestPath(TEN)).isEqualTo("none");
    }

    @Test
    void goesOnTellingWhatItForwardsByWhileAnotherRouteIsInstalled() {
        installed();
        i.originate(TEN);
        lab.pass("1s");
        assertThat(c.bestPath(TEN)).isEqualTo("65002 65001");
        b.installs(1);
        lab.pass("1s");
        assertThat(c.bestPath(TEN)).isEqualTo("65002");
    }

    @Test
    void takesAnOlderDecisionForNoNews() {
        a1.originate(TEN);
        lab.pass("1s");
        InstalledRoute older =
                new InstalledRoute(Prefix.parse(TEN), b.changes.get(0).after(), 0);
        a1.speaker.withdraw(lab.now(), Prefix.parse(TEN));
        a2.originate(TEN);
        lab.pass("1s");
        b.speaker.installed(lab.now(), ImmutableList.of(older));
        lab.pass("1s");
        assertThat(c.bestPath(TEN)).isEqualTo("none");
    }

    @Test
    void takesBackAtOnceWhatItMayNotTellAnyMore() {
        installed();
        assertThat(k.bestPath(TEN)).isEqualTo("65001");
        i.originate(TEN);
        lab.pass("1s");
        assertThat(k.bestPath(TEN)).isEqualTo("none");
    }

    @Test
    void takesItBackAtOnceFromWhomeverItIsGoingToSendPacketsTo() {
        isKnownByALongPathOf(a1);
        b.installs(0);
        lab.pass("1s");
        assertThat(b.speaker.adjRibOut("a2b", AfiSafi.IPV4_UNICAST)).containsKey(Prefix.parse(TEN));
        a2.originate(TEN);
        lab.pass("1s");
        assertThat(b.speaker.adjRibOut("a2b", AfiSafi.IPV4_UNICAST)).isEmpty();
        assertThat(c.bestPath(TEN)).isEqualTo("65002 65001 64999");
    }

    private void isKnownByALongPathOf(Router router) {
        router.speaker.originate(
                lab.now(),
                Prefix.parse(TEN),
                PathAttributes.builder(IpAddress.ipv4(0))
                        .asPath(AsPath.of(64999))
                        .build());
        lab.pass("1s");
    }

    /** {@code c} offers a long path, which is known everywhere; then {@code a1} offers a better one, which is still to be installed. */
    private void waitsForTheFirst() {
        b.decision = DecisionProcess.RFC4271.withMultipath(new Multipath(2, 1, false, Integer.MAX_VALUE));
        b.speaker.reconfigure(lab.now(), b.config());
        isKnownByALongPathOf(c);
        b.installs(0);
        a1.originate(TEN);
        lab.pass("1s");
    }

    @Test
    void takesItBackAtOnceFromWhomeverItIsGoingToSendPacketsToBesides() {
        waitsForTheFirst();
        assertThat(b.speaker.adjRibOut("a2b", AfiSafi.IPV4_UNICAST)).containsKey(Prefix.parse(TEN));
        a2.originate(TEN);
        lab.pass("1s");
        assertThat(b.best(TEN).source().session()).isEqualTo("a1b");
        assertThat(b.speaker.adjRibOut("a2b", AfiSafi.IPV4_UNICAST)).isEmpty();
    }

    @Test
    void goesOnTellingWhatItToldFirstWhileDecisionsFollowEachOther() {
        installed();
        InstalledRoute notTheLast = decided(() -> i.originate(TEN));
        InstalledRoute last = decided(() -> i.speaker.originate(
                lab.now(),
                Prefix.parse(TEN),
                PathAttributes.builder(IpAddress.ipv4(0)).med(5).build()));
        b.speaker.installed(lab.now(), ImmutableList.of(notTheLast));
        lab.pass("1s");
        assertThat(c.bestPath(TEN)).isEqualTo("65002 65001");
        b.speaker.installed(lab.now(), ImmutableList.of(last));
        lab.pass("1s");
        assertThat(c.bestPath(TEN)).isEqualTo("65002");
    }

    /** What the forwarding table at {@code b} is to do after this. */
    private InstalledRoute decided(Runnable change) {
        int from = b.changes.size();
        change.run();
        lab.pass("1s");
        return new InstalledRoute(Prefix.parse(TEN), b.changes.get(from).after(), 0);
    }

    @Test
    void anotherExportPolicyTellsNothingToWhomeverItIsGoingToSendPacketsTo() {
        waitsForTheFirst();
        assertThat(b.speaker.adjRibOut("a1b", AfiSafi.IPV4_UNICAST)).isEmpty();
        b.change("a1b", peer -> peer.exportPolicy(new Policy("own", ImmutableList.of(), Policy.ACCEPT_ALL.end())));
        b.speaker.reconfigure(lab.now(), b.config());
        lab.pass("1s");
        assertThat(b.speaker.adjRibOut("a1b", AfiSafi.IPV4_UNICAST)).isEmpty();
        assertThat(b.speaker.adjRibOut("a2b", AfiSafi.IPV4_UNICAST)).containsKey(Prefix.parse(TEN));
    }

    @Test
    void tellsItsOwnPrefixesAtOnce() {
        b.originate(TEN);
        lab.pass("1s");
        assertThat(c.bestPath(TEN)).isEqualTo("65002");
    }

    @Test
    void tellsANewNeighbourWhatItForwardsBy() {
        installed();
        a1.originate("10.2.0.0/16");
        lab.pass("1s");
        b.speaker.resetPeer(lab.now(), "bc", "test");
        lab.pass("1m");
        assertThat(c.bestPath(TEN)).isEqualTo("65002 65001");
        assertThat(c.bestPath("10.2.0.0/16")).isEqualTo("none");
    }
}
