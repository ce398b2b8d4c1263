package coldpotato.scenarios.live;

import coldpotato.bgp.netty.SocketProblem;
import coldpotato.scenarios.check.BlindSpot;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.report.Unanswerable;
import coldpotato.scenarios.run.Console;
import coldpotato.scenarios.run.Rehearsal;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.scenarios.run.RunChoices;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.base.Throwables;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One run of a scenario on real TCP, in real time: the same timeline, expectations and trace as in virtual time. The thread that
 * calls {@link #run} is that of the simulation; from others one may call {@link #later} and {@link #stop}. Several may run at the
 * same time in one process, each on loopback addresses of its own.
 */
public final class LiveRun implements Rehearsed {
    private static final String GOODBYE = "the rehearsal is over";

    private final Mailbox mailbox = new Mailbox();
    private final LiveChoices live;
    private final LiveStage stage;
    private final Rehearsal rehearsal;
    private final Progress progress;
    private final CompletableFuture<Object> over = new CompletableFuture<>();

    /**
     * @param scenario free of {@link Rehearsal#mistakes}
     * @param teller told what happens, a line at a time, on the thread of the simulation
     * @throws coldpotato.bgp.netty.SocketProblem if this machine does not have the addresses that it takes
     */
    public LiveRun(Scenario scenario, RunChoices choices, LiveChoices live, Consumer<String> teller) {
        this.live = live;
        progress = new Progress(scenario, teller);
        stage = new LiveStage(live, ExternalRouters.of(scenario, live), mailbox, teller, this::tell);
        rehearsal = new Rehearsal(scenario, choices, stage);
    }

    /** A terminal may take its time; nobody waits for it with the trace in hand. */
    private void tell() {
        progress.tell(
                stage.world()
                        .whileUnwritten(() -> progress.news(network().trace().events())),
                event -> new BlindSpot(stage.external()).hides(event, network()));
    }

    /**
     * Runs to the end of the scenario, or until somebody ends it, and ends all sessions.
     *
     * @throws coldpotato.bgp.netty.SocketProblem if this machine does not let a router listen
     */
    public RehearsalResult run() {
        try {
            return rehearsal.run();
        } catch (SocketProblem problem) {
            throw live.inTermsOfOptions(problem);
        } finally {
            over.completeExceptionally(new ControlProblem(GOODBYE));
            stage.world().close(GOODBYE);
        }
    }

    /** What runs here; for its refusals, and for where it is. */
    public Rehearsal rehearsal() {
        return rehearsal;
    }

    // From any thread.

    @Override
    public void stop() {
        later(() -> network().network().simulation().stop());
    }

    /** Lets something be done on the thread of the simulation, between two of its events. */
    public void later(Runnable what) {
        stage.world().later(what);
    }

    /** A mistake of ours leaves the deed half done, so that the run cannot go on: it ends with that mistake. */
    @Override
    public <T> T between(Supplier<T> deed) {
        CompletableFuture<T> done = new CompletableFuture<>();
        later(() -> carryOut(deed, done));
        return await(done);
    }

    private static <T> void carryOut(Supplier<T> deed, CompletableFuture<T> done) {
        try {
            done.complete(deed.get());
        } catch (Unanswerable | ControlProblem refusal) {
            done.completeExceptionally(refusal);
        } catch (RuntimeException | Error mistake) {
            done.completeExceptionally(mistake);
            throw mistake;
        }
    }

    /** A mistake of ours is the asker's alone: nothing was changed. */
    @Override
    public <T> T whileStill(Supplier<T> look) {
        CompletableFuture<T> done = new CompletableFuture<>();
        later(() -> done.completeAsync(() -> stage.whileStill(look), Runnable::run));
        return await(done);
    }

    private <T> T await(CompletableFuture<T> done) {
        try {
            CompletableFuture.anyOf(done, over).join();
            return done.join();
        } catch (CompletionException e) {
            Throwables.throwIfUnchecked(e.getCause());
            throw e;
        }
    }

    /** Where the ends of its sessions are. */
    SocketAddresses addresses() {
        return stage.world().addresses();
    }

    // On the thread of the simulation.

    @Override
    public Console console() {
        return rehearsal.console();
    }

    /** The network, whose speakers may be read while they are paused. */
    public SimulatedNetwork network() {
        return stage.network();
    }
}
