package coldpotato.bgp.netty;

import static coldpotato.bgp.netty.Pair.await;
import static com.google.common.base.Preconditions.checkState;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.speaker.Bfd;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.Budget;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.bgp.speaker.Transport;
import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.TraceSink;
import com.google.common.collect.ImmutableMap;
import io.netty.channel.DefaultEventLoop;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpeakerLoopTest {
    private final List<String> happened = new CopyOnWriteArrayList<>();
    private final DefaultEventLoop thread = new DefaultEventLoop();
    private SpeakerLoop loop =
            new SpeakerLoop(thread, System::nanoTime, TraceSink.NONE, bug -> happened.add(bug.getMessage()));

    /** A speaker whose connections all fail, while it asks for them. */
    private BgpSpeaker speaker() {
        PeerConfig peer = PeerConfig.builder("p", IpAddress.parse("192.0.2.1"), IpAddress.parse("192.0.2.2"))
                .asns(1, 2)
                .timers(Pair.FAST)
                .build();
        IpAddress id = IpAddress.ipv4(1);
        return new BgpSpeaker(
                "a",
                new SpeakerConfig(1, id, id, DecisionProcess.RFC4271, ImmutableMap.of("p", peer)),
                new Failing(),
                new EverythingReachable(),
                Bfd.NONE,
                TraceSink.NONE,
                1,
                new AttributePool(),
                Budget.UNLIMITED);
    }

    private final class Failing implements Transport {
        @Override
        public void connect(String peer, long connection) {
            loop.input(0, (speaker, now) -> speaker.connectFailed(now, connection));
            happened.add("connect");
        }

        @Override
        public void send(long connection, byte[] bytes) {}

        @Override
        public boolean isWritable(long connection) {
            return true;
        }

        @Override
        public void close(long connection, boolean abort) {}
    }

    private SpeakerLoop driven() {
        loop.drive(speaker(), () -> happened.add("flush"));
        return loop;
    }

    @AfterEach
    void end() {
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void handsInWhatAnInputSetsOffAfterIt() {
        driven().input(0, (speaker, now) -> speaker.start(now));
        await("both inputs are done", () -> happened.size() >= 3);
        assertThat(happened).startsWith("connect", "flush", "flush");
    }

    @Test
    void wakesTheSpeakerForItsDeadlines() {
        driven().input(0, (speaker, now) -> speaker.start(now));
        await("the speaker tries a second time", () -> Collections.frequency(happened, "connect") >= 2);
        assertThat(happened).containsOnly("connect", "flush");
    }

    @Test
    void tellsOfAnErrorOfOursAtADeadline() {
        AtomicBoolean broken = new AtomicBoolean();
        loop = new SpeakerLoop(thread, () -> time(broken.get()), TraceSink.NONE, bug -> happened.add(bug.getMessage()));
        driven().input(0, (speaker, now) -> speaker.start(now));
        loop.input(0, (speaker, now) -> thread.execute(() -> broken.set(true)));
        await("the error is told", () -> happened.contains("the clock stopped"));
    }

    private static long time(boolean broken) {
        checkState(!broken, "the clock stopped");
        return System.nanoTime();
    }

    @Test
    void handsNothingInAfterAnErrorOfOurs() {
        driven().input(0, (speaker, now) -> speaker.start(now - Durations.seconds(1)));
        loop.input(0, (speaker, now) -> speaker.start(now - Durations.seconds(2)));
        loop.input(0, (speaker, now) -> happened.add("input"));
        await("the error is told", () -> happened.stream().anyMatch(what -> what.startsWith("time went back")));
        assertThat(happened).doesNotContain("input");
    }
}
