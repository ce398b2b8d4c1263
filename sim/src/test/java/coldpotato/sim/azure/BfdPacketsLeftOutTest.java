package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.CircuitTerms;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PrivatePeering;
import coldpotato.core.azure.Provider;
import coldpotato.core.azure.operations.CircuitOperation;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.engine.RunLimits;
import coldpotato.sim.net.Direction;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The whole of a network under faults, with every BFD packet and without those that change nothing. */
class BfdPacketsLeftOutTest {
    private static final String LEG = "er-ams.primary.private";
    private static final NetworkPlan PLAN = plan();

    enum Deed {
        CUT,
        CUT_ONE_WAY,
        DARK,
        LOSE,
        SLOW,
        REPAIR,
        REBOOT_CE,
        REBOOT_MSEE,
        RESET
    }

    record Step(long afterNanos, Deed deed) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Long> after = Arbitraries.longs().between(0, Durations.seconds(200));
        return Combinators.combine(after, Arbitraries.of(Deed.values()))
                .as(Step::new)
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = 10)
    void theTraceIsTheSame(@ForAll("steps") List<Step> steps, @ForAll long seed) {
        SimulatedNetwork full = run(steps, seed, true);
        SimulatedNetwork skipping = run(steps, seed, false);

        assertThat(skipping.trace().events())
                .isEqualTo(full.trace().events())
                .extracting(TraceEvent::kind)
                .contains(TraceKind.BFD_STATE);
        assertThat(skipping.network().simulation().events())
                .isLessThan(full.network().simulation().events());
    }

    @Test
    void twoHoursCostLittleMoreThanTheirKeepalives() {
        SimulatedNetwork network = run(List.of(new Step(Durations.parse("2h"), Deed.REPAIR)), 1, false);

        assertThat(network.network().simulation().events()).isLessThan(20_000);
    }

    @Test
    void packetsMayBeUnderWayToANeighbourThatIsTakenAway() {
        Provider far = new Provider("Contoso", Optional.empty(), false, Durations.millis(250));
        Rehearsal rehearsal = new Rehearsal(
                Networks.oneCircuit().put(Networks.withProvider(withBfd(), far)).build());
        rehearsal.does(new CircuitOperation.SetProvisioning("er-ams", CircuitTerms.Provisioning.NOT_PROVISIONED));
        rehearsal.does(new CircuitOperation.SetProvisioning("er-ams", CircuitTerms.Provisioning.PROVISIONED));
        assertThat(rehearsal.isUp(LEG + ".ipv4")).isTrue();
    }

    private static NetworkPlan plan() {
        return AzureCompiler.compile(Networks.oneCircuit().put(withBfd()).build(), ImmutableMap.of());
    }

    private static Circuit withBfd() {
        Circuit circuit = Networks.circuit("er-ams", "Amsterdam", "192.168.100.128/29", "ce1", "ce2");
        PrivatePeering peering = circuit.privatePeering().orElseThrow();
        return circuit.withPeering(peering.toBuilder()
                .link(Leg.PRIMARY, link("ce1"))
                .link(Leg.SECONDARY, link("ce2"))
                .build());
    }

    private static PeeringLink link(String router) {
        return PeeringLink.builder(router)
                .bfd(Optional.of(new PeeringLink.Bfd(Durations.millis(300), 3)))
                .build();
    }

    private static SimulatedNetwork run(List<Step> steps, long seed, boolean allPackets) {
        SimulatedNetwork network =
                new SimulatedNetwork(PLAN, seed, new Trace(EnumSet.allOf(TraceKind.class)), RunLimits.DEFAULT);
        if (allPackets) {
            network.network().bfd().leaveNothingOut();
        }
        network.start();
        for (Step step : steps) {
            network.runUntil(network.nowNanos() + step.afterNanos());
            perform(network, step.deed());
        }
        network.runUntil(network.nowNanos() + Durations.seconds(200));
        return network;
    }

    private static void perform(SimulatedNetwork network, Deed deed) {
        switch (deed) {
            case CUT -> network.failLinks(LEG, "fault", LinkFault.silent());
            case CUT_ONE_WAY ->
                network.failLinks(LEG, "fault", LinkFault.silent().only(Direction.A_TO_B));
            case DARK -> network.failLinks(LEG, "fault", LinkFault.loud());
            case LOSE -> network.failLinks(LEG, "fault", LinkFault.loss(0.4));
            case SLOW -> network.failLinks(LEG, "slow", LinkFault.slow(Durations.seconds(1)));
            case REPAIR -> {
                network.repairLinks(LEG, "fault");
                network.repairLinks(LEG, "slow");
            }
            case REBOOT_CE -> reboot(network, "ce1");
            case REBOOT_MSEE -> reboot(network, "er-ams.msee1.private");
            case RESET -> network.resetSessions(LEG + ".ipv4", "test");
        }
    }

    private static void reboot(SimulatedNetwork network, String node) {
        if (network.router(node).isRunning()) {
            network.reboot(node, Durations.seconds(90));
        }
    }
}
