package coldpotato.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.netty.EverythingReachable;
import coldpotato.bgp.netty.HostSettings;
import coldpotato.bgp.netty.NettyHost;
import coldpotato.bgp.netty.PeerSockets;
import coldpotato.bgp.netty.Sockets;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceSink;
import coldpotato.scenarios.check.Judgement;
import coldpotato.scenarios.check.RunOutcome;
import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.run.RehearsalResult;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class LiveRunTest {
    private static final String PRIMARY = "er-ams.primary.private.ipv4";

    @TempDir
    private Path folder;

    @Test
    void aSilentFailureAndARebootShowOnSocketsWhatTheyShowInVirtualTime() {
        LiveRun silent = LiveStory.of(
                folder,
                LiveStory.on("127.15.1.0/24"),
                "timeline:",
                "  cut: {at: 25s, fail: er-ams.primary, how: silent}",
                "  mend: {at: 45s, repair: er-ams.primary}",
                "until: 76s",
                "expect:",
                "  noticed: {session: " + PRIMARY + ", down: 5s..19s after cut, because: hold timer}",
                "  suffers: {flow: app, hit: 70..80%, outage: 5s..24s}",
                "  on one leg: {at: mend - 1s, flow: app, delivered: 100%, to-site: {er-ams.secondary: 100%}}",
                "  comes back: {at: 75s, same-as: cut - 1s}");
        LiveRun reboot = LiveStory.of(
                folder,
                LiveStory.on("127.15.2.0/24"),
                "timeline: {boot: {at: 25s, reboot: er-ams.msee1, takes: 3s}}",
                "until: 70s",
                "expect:",
                "  noticed: {session: " + PRIMARY + ", down: 1s..19s after boot}",
                "  up again: {session: " + PRIMARY + ", up: 3s..40s after boot}",
                "  suffers: {flow: app, hit: 70..80%}",
                "  comes back: {at: 69s, same-as: boot - 1s}");
        CompletableFuture<RehearsalResult> meanwhile = CompletableFuture.supplyAsync(reboot::run);

        try {
            assertThat(silent.run().verdicts()).allMatch(Verdict::holds);
            assertThat(meanwhile.join().verdicts()).allMatch(Verdict::holds);
        } finally {
            reboot.stop();
            meanwhile.join();
        }
    }

    @Test
    void aRealRouterTakesThePlaceOfOneOfOurs() {
        LiveRun run = LiveStory.of(
                folder,
                LiveStory.on("127.15.3.0/24").withExternal("ce1"),
                "until: 26s",
                "expect:",
                "  flow: {at: 25s, flow: app, delivered: 100%}",
                "  session: {at: 25s, session: " + PRIMARY + ", state: established}",
                "  our route: {at: 25s, route: 10.10.0.0/16, node: er-ams.msee1.private, from-session: " + PRIMARY
                        + "}",
                "  its route: {at: 25s, route: 10.20.0.0/16, node: ce1}");
        try (Sockets sockets = Sockets.open()) {
            NettyHost real = ce1(run, sockets);
            real.start();
            real.input(0, (speaker, now) -> speaker.originate(now, Prefix.parse("10.10.0.0/16"), local()));
            RehearsalResult result = run.run();

            assertThat(result.verdicts())
                    .extracting(Verdict::judgement)
                    .containsExactly(Judgement.NOT_JUDGED, Judgement.HOLDS, Judgement.HOLDS, Judgement.NOT_JUDGED);
            assertThat(result.verdicts().get(0).found()).isEqualTo("not judged: ce1 is external");
            assertThat(result.moments()).isNotEmpty().noneMatch(moment -> moment.text()
                    .contains("flows change"));
            assertThat(result.holds()).isTrue();
        }
    }

    private static PathAttributes local() {
        return PathAttributes.builder(IpAddress.ipv4(0)).build();
    }

    /** A router that knows nothing of the scenario but what it is told to configure. */
    private static NettyHost ce1(LiveRun run, Sockets sockets) {
        PeerConfig peer = run.network().plan().sessions().get(PRIMARY).a();
        IpAddress id = IpAddress.parse("192.0.2.1");
        SpeakerConfig config =
                new SpeakerConfig(peer.localAs(), id, id, DecisionProcess.RFC4271, ImmutableMap.of(PRIMARY, peer));
        InetSocketAddress here = run.addresses().socketOf("ce1", peer.localAddress());
        InetSocketAddress there = run.addresses().socketOf("er-ams.msee1.private", peer.remoteAddress());
        PeerSockets ends = PeerSockets.of(new InetSocketAddress(here.getAddress(), 0), there);
        return new NettyHost(
                sockets,
                new HostSettings("ce1", config, 1, ImmutableSet.of(here), ImmutableMap.of(PRIMARY, ends)),
                new EverythingReachable(),
                TraceSink.NONE);
    }

    @Test
    void aRunThatIsEndedIsJudgedAsFarAsItWent() {
        LiveRun run = LiveStory.of(
                folder,
                LiveStory.on("127.15.4.0/24"),
                "until: 60s",
                "timeline: {reset: {at: 1s, reset-session: " + PRIMARY + "}}",
                "expect:",
                "  early: {at: 1s, route: 192.0.2.0/24, node: ce1, present: false}",
                "  late: {at: 59s, flow: app, delivered: 100%}",
                "  over: {session: " + PRIMARY + ", up: 0s..1ms after reset}",
                "  open: {session: " + PRIMARY + ", up: 0s..50s after reset}",
                "  whole: {flow: app, hit: 0%}");
        run.later(() -> run.network().network().simulation().schedule(2_000_000_000L, "", now -> run.stop()));
        RehearsalResult result = run.run();

        assertThat(result.outcome()).isInstanceOf(RunOutcome.Stopped.class);
        assertThat(result.verdicts())
                .extracting(Verdict::judgement)
                .containsExactly(
                        Judgement.HOLDS,
                        Judgement.NOT_JUDGED,
                        Judgement.FAILED,
                        Judgement.NOT_JUDGED,
                        Judgement.NOT_JUDGED);
        assertThatThrownBy(() -> run.between(run::console)).isInstanceOf(ControlProblem.class);
    }

    @Test
    void aBlockWithoutRoomIsToldOfBeforeAnythingRuns() {
        assertThatThrownBy(() -> LiveStory.of(folder, LiveStory.on("127.15.5.0/30")))
                .hasMessageContaining("127.15.5.0/30 has 3");
    }

    @Test
    void addressesThatThisMachineDoesNotHaveAreToldOfAllAtOnce() {
        LiveChoices own = new LiveChoices(Optional.empty(), 1790, 3784, ImmutableSet.of(), false);
        assertThatThrownBy(() -> LiveStory.of(folder, own))
                .hasMessageContaining("ip addr add 192.168.100.129/32 dev lo; ip addr add 192.168.100.130/32 dev lo");
    }

    @Test
    void theAddressOfALinkToAnExternalRouterBelongsOnThatLink() {
        LiveChoices own = new LiveChoices(Optional.empty(), 1790, 3784, ImmutableSet.of("ce1"), false);
        assertThatThrownBy(() -> LiveStory.of(folder, own))
                .hasMessageContaining("ip addr add 192.168.100.130/30 dev (the one to ce1)")
                .hasMessageContaining("ip addr add 192.168.100.133/32 dev lo");
    }
}
