package coldpotato.bgp.netty;

import static coldpotato.bgp.netty.Pair.await;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Faults carried out on real sockets. */
class FaultsTest {
    /** Two hosts with the shortest hold time there is. */
    private static Pair impatient() {
        Pair pair = new Pair(Sockets.open(), "127.11.3.1", "127.11.3.2");
        pair.a.peer = peer -> peer.timers(Pair.FAST.withHold(Durations.seconds(3), Durations.seconds(1)));
        pair.b.peer = pair.a.peer;
        return pair.established();
    }

    @Test
    void silenceIsNoticedByTheHoldTimersAndEndsWhenTheGatesOpen() {
        try (Pair pair = impatient()) {
            pair.gates(Gate.SILENT);
            await(
                    "both hold timers expire",
                    () -> pair.a.endings().size() == 1 && pair.b.endings().size() == 1);
            assertThat(pair.a.endings()).allMatch(why -> why.startsWith("hold timer"));
            assertThat(pair.b.endings()).allMatch(why -> why.startsWith("hold timer"));
            pair.gates(Gate.OPEN);
            await("both ends are established", () -> pair.a.isEstablished() && pair.b.isEstablished());
        }
    }

    @Test
    void whatWasHeldForAMomentArrives() {
        try (Pair pair = impatient()) {
            pair.gates(Gate.SILENT);
            Prefix prefix = pair.a.originate("10.1.0.0/16");
            pair.gates(Gate.OPEN);
            await("the route crossed", () -> pair.b.has(prefix));
            assertThat(pair.b.endings()).isEmpty();
        }
    }

    @Test
    void silenceOfOneDirectionEndsTheSessionOfTheOneWhoHearsNothing() {
        try (Pair pair = impatient()) {
            pair.a.host.gate(Pair.SESSION, new Gate(Gate.Direction.HOLD, Gate.Direction.PASS));
            await(
                    "the sessions end",
                    () -> !pair.a.endings().isEmpty() && !pair.b.endings().isEmpty());
            assertThat(pair.b.endings().get(0)).startsWith("hold timer");
            assertThat(pair.a.endings().get(0)).contains("Hold Timer Expired");
        }
    }

    @Test
    void aCutIsNoticedAtOnceByBothAndHeals() {
        try (Pair pair = impatient()) {
            pair.a.host.cut(Pair.SESSION);
            await(
                    "both see it",
                    () -> pair.a.endings().size() == 1 && pair.b.endings().size() == 1);
            assertThat(pair.b.endings().get(0)).startsWith("connection closed");
            await("both ends are established", () -> pair.a.isEstablished() && pair.b.isEstablished());
        }
    }

    @Test
    void aHostThatVanishedIsMissedByTheHoldTimerAndComesBackAfterABoot() {
        try (Pair pair = impatient()) {
            pair.a.host.vanish();
            await("b misses a", () -> !pair.b.endings().isEmpty());
            assertThat(pair.b.endings().get(0)).startsWith("hold timer");
            pair.a.host.stop("never said");
            pair.a.start(pair.b);
            await("both ends are established", () -> pair.a.isEstablished() && pair.b.isEstablished());
        }
    }

    @Test
    void anErrorOfOursEndsAllSessionsAndIsHandedToTheOwner() throws Exception {
        try (Pair pair = impatient()) {
            pair.a.host.input(0, (speaker, now) -> speaker.start(now - 1_000_000_000));
            assertThat(pair.a.host.failure().get(30, TimeUnit.SECONDS)).hasMessageContaining("time went back");
            await("b sees the end", () -> !pair.b.endings().isEmpty());
            assertThat(pair.b.endings().get(0)).startsWith("connection closed");
        }
    }
}
