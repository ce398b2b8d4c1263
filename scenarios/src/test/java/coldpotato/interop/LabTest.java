package coldpotato.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lab itself: daemons of others find each other in it, and it leaves nothing behind. */
@Tag("bird")
@Tag("frr")
@Tag("gobgp")
@Tag("openbgpd")
@Execution(ExecutionMode.CONCURRENT)
@NeedsNamespaces(products = {Product.BIRD, Product.FRR, Product.GOBGP, Product.OPENBGPD})
class LabTest {
    private static final String LEFT = "192.168.100.129";
    private static final String RIGHT = "192.168.100.130";
    private static final EdgeSession TO_RIGHT = EdgeSession.of("right", LEFT, RIGHT, 65020);
    private static final EdgeSession TO_LEFT = EdgeSession.of("left", RIGHT, LEFT, 65010);
    private static final OwnRoute COLOURED =
            new OwnRoute("10.20.0.0/16", List.of("65020:1", "65020:2"), List.of("65020:1:2"), List.of("65020:5"));

    @Test
    void birdHearsEveryCommunityOfFrr(Lab lab) {
        Daemon bird = twoRouters(lab, Product.BIRD, Product.FRR);
        assertThat(bird.heard(TO_RIGHT)).containsExactly(heard());
    }

    @Test
    void frrHearsEveryCommunityOfGoBgp(Lab lab) {
        Daemon frr = twoRouters(lab, Product.FRR, Product.GOBGP);
        assertThat(frr.heard(TO_RIGHT)).containsExactly(heard());
    }

    @Test
    void goBgpHearsEveryCommunityOfOpenBgpd(Lab lab) {
        Daemon gobgp = twoRouters(lab, Product.GOBGP, Product.OPENBGPD);
        assertThat(gobgp.heard(TO_RIGHT)).containsExactly(heard());
    }

    @Test
    void openBgpdHearsEveryCommunityOfBird(Lab lab) {
        Daemon openbgpd = twoRouters(lab, Product.OPENBGPD, Product.BIRD);
        assertThat(openbgpd.heard(TO_RIGHT)).containsExactly(heard());
    }

    @Test
    void aSilentLinkIsNoticedByTheHoldTimerOnly(Lab lab) {
        Namespace left = lab.namespace("left");
        Namespace right = lab.namespace("right");
        Link link = link(left, right);
        Daemon bird = Product.BIRD.start(lab, left, leftEdge());
        Product.GOBGP.start(lab, right, rightEdge());
        bird.awaitEstablished(TO_RIGHT);
        link.silence(right, LEFT);
        bird.awaitDown(TO_RIGHT);
        assertThat(bird.process().log()).contains("Hold timer expired");
        link.mend(right, LEFT);
        bird.awaitEstablished(TO_RIGHT);
    }

    @Test
    void aClosedLabLeavesNothingBehind() {
        Foreground sleeper;
        Namespace namespace;
        try (Lab lab = new Lab()) {
            namespace = lab.namespace("quiet");
            sleeper = lab.start(namespace, "sleep.log", "sleep", "1000");
        }
        Patience.until("the process is gone", () -> !sleeper.isAlive(), sleeper::log);
        assertThat(Command.of("ip", "netns", "list").run()).doesNotContain(namespace.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void anInterruptedRunLeavesNothingBehind(String signal, Lab lab) {
        Foreground run = OtherRun.start(lab);
        List<ProcessHandle> daemons = end(run, signal);
        assertThat(namesOf(run)).isEmpty();
        awaitEnd(daemons);
    }

    @Test
    void whatAKilledRunLeftIsSweptUpByTheNext(Lab lab) {
        Foreground run = OtherRun.start(lab);
        List<ProcessHandle> daemons = end(run, "KILL");
        Lab.sweep(maker -> maker == run.pid());
        assertThat(namesOf(run)).isEmpty();
        awaitEnd(daemons);
    }

    @Test
    void twoRunsMaySweepUpTheSameFolder(Lab lab) throws InterruptedException, ExecutionException {
        for (int round = 0; round < 50; round++) {
            for (int file = 0; file < 20; file++) {
                lab.write("left/" + file + "/log", "words");
            }
            Path left = lab.folder().resolve("left");
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> Lab.delete(left));
            Lab.delete(left);
            other.get();
            assertThat(left).doesNotExist();
        }
    }

    /** Returns what ran in it. */
    private static List<ProcessHandle> end(Foreground run, String signal) {
        List<ProcessHandle> daemons = run.children();
        assertThat(daemons).isNotEmpty();
        run.signal(signal);
        Patience.until("the run is gone", () -> !run.isAlive(), run::log);
        return daemons;
    }

    private static void awaitEnd(List<ProcessHandle> daemons) {
        Patience.until(
                "the daemons are gone", () -> daemons.stream().noneMatch(ProcessHandle::isAlive), daemons::toString);
    }

    private static List<String> namesOf(Foreground run) {
        return Namespace.all().stream()
                .map(Namespace::name)
                .filter(name -> name.startsWith("cpi-" + run.pid() + "-"))
                .toList();
    }

    private static Daemon twoRouters(Lab lab, Product left, Product right) {
        Namespace leftSpace = lab.namespace("left");
        Namespace rightSpace = lab.namespace("right");
        link(leftSpace, rightSpace);
        Daemon daemon = left.start(lab, leftSpace, leftEdge());
        right.start(lab, rightSpace, rightEdge());
        daemon.awaitEstablished(TO_RIGHT);
        Patience.until("a route is heard", () -> !daemon.heard(TO_RIGHT).isEmpty(), () -> daemon.report(TO_RIGHT));
        return daemon;
    }

    private static HeardRoute heard() {
        return new HeardRoute(
                COLOURED.prefix(), RIGHT, "65020", COLOURED.communities(), COLOURED.large(), List.of("rt:65020:5"));
    }

    private static Link link(Namespace left, Namespace right) {
        return Link.between(left, right, "wire").address(left, LEFT + "/30").address(right, RIGHT + "/30");
    }

    private static Edge leftEdge() {
        return new Edge(65010, LEFT, List.of(TO_RIGHT), List.of());
    }

    private static Edge rightEdge() {
        return new Edge(65020, RIGHT, List.of(TO_LEFT), List.of(COLOURED));
    }
}
