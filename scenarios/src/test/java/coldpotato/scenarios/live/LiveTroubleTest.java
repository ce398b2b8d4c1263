package coldpotato.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldpotato.bgp.netty.SocketProblem;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.report.Unanswerable;
import coldpotato.scenarios.run.RehearsalResult;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in a live run by mistakes of ours, and by those who watch it. */
class LiveTroubleTest {
    private static final int CEILING_SECONDS = 30;

    /** Long enough for what is under way to get stuck, if it does. */
    private static final Duration MOMENT = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    private LiveRun run(String loopback) {
        return LiveStory.of(folder, LiveStory.on(loopback), "until: 5s");
    }

    private static Object bug() {
        throw new IllegalStateException("a mistake");
    }

    /** Once the run has come some way, the speaker of ce1 fails a moment after somebody begins to look. */
    private static CompletableFuture<Void> failWhenLookedAt(LiveRun run, CountDownLatch looking) {
        CompletableFuture<Void> armed = new CompletableFuture<>();
        run.later(() -> run.network().network().simulation().schedule(1_000_000_000L, "", at -> {
            run.network().network().speaker("ce1").later((speaker, now) -> {
                Uninterruptibles.awaitUninterruptibly(looking, CEILING_SECONDS, TimeUnit.SECONDS);
                Uninterruptibles.sleepUninterruptibly(MOMENT);
                bug();
            });
            armed.complete(null);
        }));
        return armed;
    }

    @Test
    void aSpeakerThatFailsWhileSomebodyWantsToLookEndsTheRunWithItsMistake() {
        LiveRun run = run("127.15.6.0/24");
        CountDownLatch looking = new CountDownLatch(1);
        CompletableFuture<Void> armed = failWhenLookedAt(run, looking);
        CompletableFuture<RehearsalResult> result = CompletableFuture.supplyAsync(run::run);
        armed.orTimeout(CEILING_SECONDS, TimeUnit.SECONDS).join();
        looking.countDown();

        assertThatThrownBy(() -> run.whileStill(() -> "all well")).hasMessageNotContaining("do not answer");
        assertThatThrownBy(result::join)
                .hasStackTraceContaining("a speaker failed")
                .hasRootCauseMessage("a mistake");
    }

    @Test
    void aSlowTerminalKeepsNobodyFromWriting() {
        AtomicReference<LiveRun> run = new AtomicReference<>();
        List<String> told = new ArrayList<>();
        run.set(LiveStory.telling(
                line -> {
                    CompletableFuture.runAsync(() -> write(run.get()))
                            .orTimeout(CEILING_SECONDS, TimeUnit.SECONDS)
                            .join();
                    told.add(line);
                },
                folder,
                LiveStory.on("127.15.7.0/24"),
                "timeline: {cut: {at: 1s, fail: er-ams.primary}}",
                "until: 2s"));
        run.get().run();

        assertThat(told).anyMatch(line -> line.contains("er-ams.primary fails"));
    }

    private static void write(LiveRun run) {
        run.network().sink().record(0, "elsewhere", TraceKind.BFD_STATE);
    }

    @Test
    void aPortInUseIsToldOfInTermsOfTheOptionsOfLive() throws IOException {
        LiveRun run = run("127.15.10.0/24");
        PeerConfig ce1 = run.network()
                .plan()
                .sessions()
                .get("er-ams.primary.private.ipv4")
                .a();
        InetSocketAddress taken = run.addresses().socketOf("ce1", ce1.localAddress());
        try (ServerSocket other = new ServerSocket(taken.getPort(), 1, taken.getAddress())) {
            assertThat(other.isBound()).isTrue();
            assertThatThrownBy(run::run)
                    .isInstanceOf(SocketProblem.class)
                    .hasMessageEndingWith("stop the other daemon (ss -ltnp) or take another --port or --loopback");
        }
    }

    @Test
    void aMistakeOfOursInADeedByHandEndsTheRun() {
        LiveRun run = run("127.15.8.0/24");
        CompletableFuture<RehearsalResult> result = CompletableFuture.supplyAsync(run::run);

        assertThatThrownBy(() -> run.between(LiveTroubleTest::bug)).hasMessage("a mistake");
        assertThatThrownBy(result::join).hasRootCauseMessage("a mistake");
    }

    @Test
    void aDeedThatIsRefusedAndALookThatFailsLeaveTheRunAlone() {
        LiveRun run = run("127.15.9.0/24");
        CompletableFuture<RehearsalResult> result = CompletableFuture.supplyAsync(run::run);

        assertThatThrownBy(() -> run.between(() -> {
                    throw new Unanswerable("no such thing");
                }))
                .hasMessage("no such thing");
        assertThatThrownBy(() -> run.whileStill(LiveTroubleTest::bug)).hasMessage("a mistake");
        assertThat(result.join().holds()).isTrue();
    }
}
