package coldpotato.bgp.netty;

import static coldpotato.bgp.netty.Pair.await;

import io.netty.channel.EventLoop;
import java.util.concurrent.Future;

/** Makes an event loop do something just while a thread waits for that event loop. */
record Standstill(EventLoop loop) {
    Future<?> until(Thread waiting, Runnable what) {
        Future<?> done = loop.submit(() -> {
            await("the thread waits", () -> waiting.getState() == Thread.State.WAITING);
            what.run();
        });
        waiting.start();
        return done;
    }
}
