package coldpotato.scenarios.cli;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a process in the foreground is told to do, by signals or from within. */
final class Orders {
    /** An order. */
    enum Order {
        /** SIGTERM, SIGINT: end. */
        STOP,
        /** SIGHUP: read the file again. */
        RELOAD,
        /** The file was read again. */
        TAKE_OVER,
        /** Something inside failed. */
        FAIL
    }

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private final BlockingQueue<Order> given = new LinkedBlockingQueue<>();

    /** Waits for signals from now on; what the Java machine would do on them is not done. */
    void takeSignals() {
        List<String> ends = List.of("TERM", "INT");
        ends.stream()
                .filter(signal -> !on(signal, Order.STOP))
                .forEach(signal -> LOG.warn(
                        "this Java machine does not let us hear SIG{}: it ends the process without a word to peers",
                        signal));
        on("HUP", Order.RELOAD);
    }

    void give(Order order) {
        given.add(order);
    }

    /** The next order, or none if there was none for so long. */
    Optional<Order> await(long millis) {
        try {
            return Optional.ofNullable(given.poll(millis, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Order.STOP);
        }
    }

    /**
     * Java has no other way to hear of SIGHUP than {@code sun.misc.Signal}, which the module {@code jdk.unsupported} exports for
     * this purpose. It is looked up by name because the compiler warns of each use, in a way that cannot be silenced, and
     * warnings are errors here.
     *
     * @return false where there is no such signal, as there is no SIGHUP on Windows
     */
    private boolean on(String signal, Order order) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?> signals = lookup.findClass("sun.misc.Signal");
            Class<?> handlers = lookup.findClass("sun.misc.SignalHandler");
            MethodHandle give = MethodHandles.lookup()
                    .bind(this, "give", MethodType.methodType(void.class, Order.class))
                    .bindTo(order);
            Object handler =
                    MethodHandleProxies.asInterfaceInstance(handlers, MethodHandles.dropArguments(give, 0, signals));
            Object named = lookup.findConstructor(signals, MethodType.methodType(void.class, String.class))
                    .invoke(signal);
            lookup.findStatic(signals, "handle", MethodType.methodType(handlers, signals, handlers))
                    .invoke(named, handler);
            return true;
        } catch (IllegalArgumentException | ReflectiveOperationException noSuchSignal) {
            return false;
        } catch (Throwable bug) {
            throw new IllegalStateException(bug);
        }
    }
}
