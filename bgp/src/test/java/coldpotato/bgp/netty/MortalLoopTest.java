package coldpotato.bgp.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.DefaultEventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MortalLoopTest {
    private final DefaultEventLoop thread = new DefaultEventLoop();
    private final MortalLoop loop = new MortalLoop(thread);
    private final List<String> happened = new ArrayList<>();

    @AfterEach
    void end() {
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void worksOnTheLoop() {
        loop.run(() -> happened.add("run " + thread.inEventLoop()));
        assertThat(loop.ask(() -> happened + " " + thread.inEventLoop())).isEqualTo("[run true] true");
    }

    @Test
    void fromTheLoopItWorksAtOnce() {
        loop.run(() -> happened.add(loop.ask(() -> "at once")));
        assertThat(happened).containsExactly("at once");
    }

    @Test
    void leavesOutWhatComesTooLate() {
        end();
        assertThat(loop.post(() -> happened.add("posted"))).isFalse();
        loop.run(() -> happened.add("run"));
        assertThat(happened).isEmpty();
    }

    @Test
    void answersAfterTheEnd() {
        end();
        assertThat(loop.ask(() -> "an answer")).isEqualTo("an answer");
    }

    @Test
    void handsAnErrorToWhoWaits() {
        IllegalStateException bug = new IllegalStateException("a bug");
        assertThatThrownBy(() -> loop.ask(() -> {
                    throw bug;
                }))
                .isSameAs(bug);
    }
}
