package coldpotato.sim.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.engine.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final long DELAY = Durations.millis(2);

    private final Simulation simulation = new Simulation();
    private final Trace trace = Trace.ofChanges();
    private final List<String> told = new ArrayList<>();
    private final List<Long> causes = new ArrayList<>();
    private final Links links = new Links(simulation, trace, (now, node, link, up) -> {
        told.add(node + (up ? " up " : " down ") + Durations.format(now));
        causes.add(trace.cause());
    });
    private final Link link = links.add(new Link("primary", "ce1", "msee1", DELAY, true, 1));

    @Test
    void deliversBothWaysAfterItsDelay() {
        assertThat(link.cross(Direction.A_TO_B)).isEqualTo(DELAY);
        assertThat(link.cross(Direction.B_TO_A)).isEqualTo(DELAY);
    }

    @Test
    void diesSilentlyInOneDirectionOnly() {
        link.fail("cut", LinkFault.silent().only(Direction.A_TO_B));
        simulation.runUntil(Durations.seconds(1));

        assertThat(link.cross(Direction.A_TO_B)).isEqualTo(Link.LOST);
        assertThat(link.cross(Direction.B_TO_A)).isEqualTo(DELAY);
        assertThat(told).isEmpty();
    }

    @Test
    void tellsBothEndsOfLostLightAfterTheDetectionTime() {
        link.fail("cut", LinkFault.loud());
        simulation.runUntil(Durations.seconds(1));
        link.repair("cut");
        simulation.runUntil(Durations.seconds(2));

        assertThat(told).containsExactly("ce1 down 10ms", "msee1 down 10ms", "ce1 up 1.010s", "msee1 up 1.010s");
        assertThat(causes).containsExactly(1L, 1L, 2L, 2L);
    }

    @Test
    void takesBothDirectionsDownWhenLightIsLostInOne() {
        link.fail("cut", LinkFault.loud().only(Direction.A_TO_B));

        assertThat(link.cross(Direction.B_TO_A)).isEqualTo(Link.LOST);
    }

    @Test
    void tellsNobodyOfLostLightBehindAProvidersSwitch() {
        Link behindSwitch = links.add(new Link("switched", "ce1", "msee1", DELAY, false, 1));
        behindSwitch.fail("cut", LinkFault.loud().only(Direction.A_TO_B));
        simulation.runUntil(Durations.seconds(1));

        assertThat(told).isEmpty();
        assertThat(behindSwitch.cross(Direction.A_TO_B)).isEqualTo(Link.LOST);
        assertThat(behindSwitch.cross(Direction.B_TO_A)).isEqualTo(DELAY);
    }

    @Test
    void doesNotNoticeAGlitch() {
        link.fail("cut", LinkFault.loud());
        simulation.runUntil(Durations.millis(3));
        link.repair("cut");
        simulation.runUntil(Durations.seconds(1));

        assertThat(told).isEmpty();
    }

    @Test
    void worksAgainOnlyWhenEveryFaultIsRepaired() {
        link.fail("fibre", LinkFault.silent());
        link.fail("optics", LinkFault.loss(0.5));
        link.repair("fibre");
        assertThat(link.lossFraction(Direction.A_TO_B)).isEqualTo(0.5);
        link.repair("optics");
        assertThat(link.deliversAll(Direction.A_TO_B)).isTrue();
    }

    @Test
    void losesTheFractionThatItShould() {
        link.fail("dirt", LinkFault.loss(0.3));
        int lost = 0;
        for (int i = 0; i < 10_000; i++) {
            lost += link.cross(Direction.A_TO_B) == Link.LOST ? 1 : 0;
        }
        assertThat(lost / 10_000.0).isCloseTo(0.3, within(0.02));
    }

    @Test
    void framesOnAGoodDayChangeNobodysLuckOnABadOne() {
        Link busy = new Link("primary", "ce1", "msee1", DELAY, true, 1);
        for (int i = 0; i < 10; i++) {
            busy.cross(Direction.A_TO_B);
        }
        busy.fail("dirt", LinkFault.loss(0.5));
        link.fail("dirt", LinkFault.loss(0.5));
        for (int i = 0; i < 100; i++) {
            assertThat(busy.cross(Direction.A_TO_B)).isEqualTo(link.cross(Direction.A_TO_B));
        }
    }

    @Test
    void addsTheDelaysOfItsFaults() {
        link.fail("detour", LinkFault.slow(Durations.millis(5)).only(Direction.B_TO_A));

        assertThat(link.cross(Direction.A_TO_B)).isEqualTo(DELAY);
        assertThat(link.cross(Direction.B_TO_A)).isEqualTo(Durations.millis(7));
    }

    @Test
    void passesNothingWhileTheTagsDiffer() {
        link.tag(200, 201);
        assertThat(link.cross(Direction.A_TO_B)).isEqualTo(Link.LOST);
        link.tag(200, 200);
        assertThat(link.cross(Direction.A_TO_B)).isEqualTo(DELAY);
    }

    @Test
    void writesEveryChangeIntoTheTrace() {
        link.fail("cut", LinkFault.silent().only(Direction.A_TO_B));

        TraceEvent event = trace.event(1);
        assertThat(event.kind()).isEqualTo(TraceKind.LINK_CHANGED);
        assertThat(event.node()).isEqualTo("primary");
        assertThat(event.field("ce1 to msee1")).isEqualTo("delivers nothing");
        assertThat(event.field("msee1 to ce1")).isEqualTo("2ms");
    }
}
