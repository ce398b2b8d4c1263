package coldpotato.bgp.netty;

import static coldpotato.bgp.netty.Pair.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coldpotato.bgp.bfd.BfdState;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.netty.Pair.End;
import coldpotato.bgp.speaker.BfdView;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** BFD beside BGP, on loopback. */
class BfdHostTest {
    private static final String SESSION_OVER = "bfd: BFD declared the path dead";

    private Pair pair;

    /** Addresses that no other run uses at the same time. */
    static String address(int host) {
        return "127.12." + ProcessHandle.current().pid() % 250 + "." + host;
    }

    @BeforeEach
    void makePair() {
        pair = new Pair(Sockets.open(), address(1), address(2));
        assumeTrue(pair.sockets.kernel().singleHopBfd(), "this machine has no single-hop BFD");
        pair.a.peer = peer -> peer.bfd(Optional.of(BfdTimers.DEFAULT));
        pair.b.peer = pair.a.peer;
    }

    @AfterEach
    void stop() {
        pair.close();
    }

    private void guarded() {
        pair.established();
        await("BFD is up", () -> isUp(pair.a) && isUp(pair.b));
    }

    private static boolean isUp(End end) {
        return end.host
                .bfd(Pair.SESSION)
                .filter(view -> view.state() == BfdState.UP)
                .isPresent();
    }

    private static List<TraceEvent> causesOfTheEnd(End end) {
        return end.host.ask(speaker -> {
            TraceEvent down = end.trace.events().stream()
                    .filter(event -> event.kind() == TraceKind.SESSION_DOWN)
                    .findFirst()
                    .orElseThrow();
            return end.trace.causesOf(down);
        });
    }

    @Test
    void agreesOnTheTimers() {
        guarded();
        await("the timers are agreed", () -> pair.a
                .host
                .bfd(Pair.SESSION)
                .equals(Optional.of(new BfdView(BfdState.UP, 3 * Durations.millis(300)))));
    }

    @Test
    void aPathThatFallsSilentEndsTheSession() {
        guarded();
        pair.b.host.gate(Pair.SESSION, Gate.SILENT);
        await(
                "both noticed",
                () -> pair.a.endings().contains(SESSION_OVER)
                        && pair.b.endings().contains(SESSION_OVER));
        assertThat(causesOfTheEnd(pair.a))
                .extracting(TraceEvent::kind)
                .containsExactly(TraceKind.BFD_STATE, TraceKind.SESSION_STATE, TraceKind.SESSION_DOWN);
    }

    @Test
    void aNeighbourWithoutPowerIsNoticed() {
        guarded();
        pair.b.host.vanish();
        await("the other noticed", () -> pair.a.endings().contains(SESSION_OVER));
    }

    @Test
    void aSpeakerThatIsBusyForTwoSecondsIsNotTakenForADeadOne() {
        guarded();
        CountDownLatch done = new CountDownLatch(1);
        pair.a.host.input(0, (speaker, now) -> waitFor(done));
        sleep();
        assertThat(isUp(pair.a) && isUp(pair.b)).isTrue();
        done.countDown();
        assertThat(pair.a.endings()).isEmpty();
        assertThat(pair.b.endings()).isEmpty();
    }

    @Test
    void aProcessThatStandsStillTakesNobodyForDead() throws InterruptedException {
        guarded();
        long changesOfState = changesOfState();
        pair.sockets.bfdLoop().submit(BfdHostTest::sleep).sync();
        hearOfEachOther();
        assertThat(pair.a.endings()).isEmpty();
        assertThat(pair.b.endings()).isEmpty();
        assertThat(changesOfState()).isEqualTo(changesOfState);
    }

    /** Other timers are in force only when packets of both have arrived. */
    private void hearOfEachOther() {
        BfdTimers patient = new BfdTimers(Durations.millis(300), Durations.millis(300), 5);
        for (End end : List.of(pair.a, pair.b)) {
            end.peer = peer -> peer.bfd(Optional.of(patient));
            end.host.reconfigure(end.settings(end == pair.a ? pair.b : pair.a));
        }
        Optional<BfdView> agreed = Optional.of(new BfdView(BfdState.UP, 5 * Durations.millis(300)));
        await("both heard the other", () -> Stream.of(pair.a, pair.b)
                .allMatch(end -> end.host.bfd(Pair.SESSION).equals(agreed)));
    }

    private long changesOfState() {
        return pair.a.events(TraceKind.BFD_STATE).size()
                + pair.b.events(TraceKind.BFD_STATE).size();
    }

    private static void sleep() {
        try {
            Thread.sleep(2000);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void bfdIsTakenOffAndPutBackWithoutHarmToTheSession() {
        guarded();
        pair.a.peer = peer -> peer;
        pair.a.host.reconfigure(pair.a.settings(pair.b));
        await("the neighbour was told", () -> !isUp(pair.b));
        pair.a.peer = pair.b.peer;
        pair.a.host.reconfigure(pair.a.settings(pair.b));
        await("BFD is up again", () -> isUp(pair.a) && isUp(pair.b));
        assertThat(pair.b.endings()).isEmpty();
    }

    @Test
    void aNeighbourThatWasRemovedIsNotWatchedAnyMore() {
        guarded();
        pair.a.host.reconfigure(pair.a.host.settings().speaker().withPeers(ImmutableMap.of()), ImmutableMap.of());
        await("its BFD has ended", () -> pair.a.host.bfd(Pair.SESSION).isEmpty());
    }

    @Test
    void aNeighbourThatWasRemovedAndComesBackIsGuardedAnew() {
        guarded();
        HostSettings with = pair.a.host.settings();
        pair.a.host.reconfigure(with.speaker().withPeers(ImmutableMap.of()), ImmutableMap.of());
        pair.a.host.reconfigure(with);
        await("it is back", () -> pair.a.events(TraceKind.SESSION_UP).size() == 2 && isUp(pair.a) && isUp(pair.b));
        assertThat(pair.a.endings()).hasSize(1).doesNotContain(SESSION_OVER);
    }

    @Test
    void aSessionThatIsResetIsGuardedAgain() {
        guarded();
        pair.a.host.input(0, (speaker, now) -> speaker.resetPeer(now, Pair.SESSION, "again"));
        await("it went down", () -> !pair.b.endings().isEmpty());
        await("it is back", () -> pair.a.events(TraceKind.SESSION_UP).size() == 2 && isUp(pair.a) && isUp(pair.b));
        assertThat(pair.a.endings()).hasSize(1);
    }

    @Test
    void withoutTheKernelsHelpAPeerWithBfdIsRefused() {
        try (Sockets sockets = Sockets.nio()) {
            NettyHost host = new NettyHost(sockets, pair.a.settings(pair.b), new EverythingReachable(), pair.a.trace);
            assertThatThrownBy(host::start)
                    .isInstanceOf(SocketProblem.class)
                    .hasMessage("no single-hop BFD here (NIO transport): take bfd of peer a-b away, or run on a Linux"
                            + " kernel that has it");
            assertThat(sockets.missing())
                    .contains("this transport (NIO) has no single-hop BFD (RFC 5881): peers with bfd are refused");
        }
    }
}
