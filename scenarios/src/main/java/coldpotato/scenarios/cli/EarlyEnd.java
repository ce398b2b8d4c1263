package coldpotato.scenarios.cli;

import coldpotato.scenarios.live.LiveRun;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a run end well when the process is told to end, by Ctrl-C or SIGTERM: sessions are closed, what can be judged is, the
 * report is printed, and the exit code is that of the report. The Java machine takes the first signal only; it ends after
 * {@link #REPORT_SECONDS_MAX} in any case.
 */
final class EarlyEnd {
    private static final long REPORT_SECONDS_MAX = 30;

    private final CountDownLatch reported = new CountDownLatch(1);
    private final AtomicInteger exitCode = new AtomicInteger(ExitCode.INTERNAL_ERROR);
    private Optional<Thread> hook = Optional.empty();

    /** From now on, until it is reported, the end of the process is the end of this run. */
    void of(LiveRun run) {
        hook = Optional.of(new Thread(() -> end(run), "coldpotato-end"));
        hook.ifPresent(Runtime.getRuntime()::addShutdownHook);
    }

    private void end(LiveRun run) {
        if (reported.getCount() == 0) {
            return;
        }
        run.stop();
        try {
            if (reported.await(REPORT_SECONDS_MAX, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(exitCode.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The report is printed; nothing is left to wait for. */
    void reported(Terminal terminal, int code) {
        terminal.out().flush();
        terminal.err().flush();
        exitCode.set(code);
        reported.countDown();
        hook.ifPresent(EarlyEnd::forget);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException itRuns) {
            // The process ends already, and with the report it ends well.
        }
    }
}
