package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.RouteServer;
import coldpotato.core.azure.VirtualHub.RoutingPreference;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.sim.engine.RunLimits;
import coldpotato.sim.flow.FlowGroup;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import coldpotato.sim.plan.Snapshot;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whole ExpressRoute networks that become others while they run, nodes and all. */
class ChangedModelPropertyTest {
    private static final long SETTLED = Durations.parse("10m");

    /**
     * A network, and for how long it stays as it is.
     *
     * @param routeServer true if the first VNet has a Route Server, and an appliance that reaches the first site by a tunnel
     */
    record Stay(RandomModel model, boolean routeServer, long nanos) {
        NetworkPlan plan() {
            HybridNetwork plain = model.model();
            return Networks.compile(routeServer ? withRouteServer(plain) : plain);
        }

        private static HybridNetwork withRouteServer(HybridNetwork plain) {
            return plain.toBuilder()
                    .put(plain.virtualNetworks().get("vnet0").toBuilder()
                            .routeServer(Optional.of(new RouteServer(true, RoutingPreference.VPN)))
                            .build())
                    .put(Networks.appliance("nva", "vnet0", "10.20.9.4", "ce0a"))
                    .build();
        }
    }

    @Provide
    Arbitrary<List<Stay>> courses() {
        Arbitrary<Long> stays = Arbitraries.oneOf(
                Arbitraries.of(0L, Durations.millis(3), Durations.millis(40)),
                Arbitraries.longs().between(0, SETTLED));
        return Combinators.combine(RandomModel.any(), Arbitraries.of(false, true), stays)
                .as(Stay::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(4);
    }

    @Property(tries = 12)
    void endsWhereAColdStartOfTheLastModelEnds(
            @ForAll("courses") List<Stay> course, @ForAll @IntRange(max = 1000) int seed) {
        SimulatedNetwork cold = started(course.get(course.size() - 1), seed);
        cold.runUntil(SETTLED);
        SimulatedNetwork changed = started(course.get(0), seed);
        for (Stay stay : course) {
            changed.apply(stay.plan(), "model", "becomes another");
            changed.runUntil(changed.nowNanos() + stay.nanos());
        }
        changed.runUntil(changed.nowNanos() + SETTLED);
        assertThat(Snapshot.of(cold).differencesTo(Snapshot.of(changed))).isEmpty();
    }

    private static SimulatedNetwork started(Stay stay, int seed) {
        SimulatedNetwork network = new SimulatedNetwork(stay.plan(), seed, Trace.ofChanges(), RunLimits.DEFAULT);
        for (int vnet = 0; vnet < 2; vnet++) {
            for (int site = 0; site < 2; site++) {
                network.addFlows(flows(vnet, site));
            }
        }
        network.start();
        return network;
    }

    private static FlowGroup flows(int vnet, int site) {
        IpAddress from = IpAddress.parse("10." + (20 + vnet) + ".1.4");
        IpAddress to = IpAddress.parse("10." + (10 + site) + ".1.5");
        return new FlowGroup("vnet" + vnet + " to site" + site, from, to, IpProtocol.TCP, 443, 5);
    }
}
