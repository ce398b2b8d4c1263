package coldpotato.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.scenarios.file.ScenarioReader;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.scenarios.run.RunChoices;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.util.concurrent.Uninterruptibles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The control socket of a run on real TCP. */
class ControlledLiveRunTest {
    private static final int TENTHS_OF_A_SECOND_MAX = 600;
    private static final String SESSION = "er-ams.primary.private.ipv4";

    @TempDir
    private Path folder;

    private ControlClient client;

    private String ask(ControlRequest request) {
        ControlAnswer answer = client.ask(request);
        assertThat(answer.outcome()).as(answer.text()).isEqualTo(ControlAnswer.Outcome.DONE);
        return answer.text();
    }

    private boolean isUp() {
        return !ask(ControlRequest.of("status")).contains(SESSION);
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < TENTHS_OF_A_SECOND_MAX && !condition.getAsBoolean(); i++) {
            Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(100));
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static TraceEvent rootOfTheFirstEnd(RehearsalResult result) {
        TraceEvent down = result.trace().events().stream()
                .filter(event -> event.kind() == TraceKind.SESSION_DOWN
                        && event.field("session").equals(SESSION)
                        && event.field("reason").equals("interface down"))
                .findFirst()
                .orElseThrow();
        return result.trace().causesOf(down).get(0);
    }

    @Test
    void aFailureByHandTakesARealSessionDownAndIsTheCauseOfIt() {
        LiveRun run = new LiveRun(
                ScenarioReader.read(LiveControlTest.scenario(folder), ImmutableList.of(), ImmutableList.of())
                        .scenario()
                        .orElseThrow(),
                RunChoices.USUAL,
                new LiveChoices(Optional.of(Prefix.parse("127.17.1.0/24")), 17_179, 17_784, ImmutableSet.of(), false),
                line -> {});
        ControlSocket socket = new ControlSocket(folder.resolve("mine/live.sock"), true);
        client = new ControlClient(socket, "");
        try (ControlServer server = ControlServer.open(socket, new LiveControl(run))) {
            assertThat(server.path()).exists();
            CompletableFuture<RehearsalResult> result = CompletableFuture.supplyAsync(run::run);
            await(this::isUp);
            ask(ControlRequest.of("fail", "er-ams.primary"));
            await(() -> !isUp());
            ask(ControlRequest.of("stop"));
            assertThat(rootOfTheFirstEnd(result.join()).field("what")).isEqualTo("fails, and the light goes out");
            assertThat(result.join().scenario().times().events()).containsKey("ctl 1");
            assertThat(client.ask(ControlRequest.of("status")).text()).isEqualTo("the rehearsal is over\n");
        }
    }
}
