package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.IpProtocol;
import coldpotato.core.time.Durations;
import coldpotato.core.trace.Trace;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.engine.RunLimits;
import coldpotato.sim.flow.FlowGroup;
import coldpotato.sim.graph.Fault;
import coldpotato.sim.plan.SimulatedNetwork;
import coldpotato.sim.plan.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whole ExpressRoute networks: what is done to them and taken back leaves nothing behind, and seeds decide no table. */
class RandomModelPropertyTest {
    private static final long SETTLED = Durations.parse("10m");

    @Provide
    Arbitrary<RandomModel> models() {
        return RandomModel.any();
    }

    @Property(tries = 10)
    void comesBackAfterAnyFault(
            @ForAll("models") RandomModel model,
            @ForAll @IntRange(max = 1000) int seed,
            @ForAll Fault.Kind kind,
            @ForAll @IntRange(max = 200) int number,
            @ForAll @LongRange(min = 1, max = 600_000) long millis) {
        SimulatedNetwork network = start(model, seed);
        Fault fault = Fault.of(network, kind, number, Durations.millis(millis));
        Snapshot before = Snapshot.of(network);
        fault.comeAndGo(network);
        assertThat(before.differencesTo(Snapshot.of(network)))
                .as(() -> file(model, seed, Optional.of(fault), "azure-fault"))
                .isEmpty();
    }

    @Property(tries = 10)
    void theSeedDecidesNoTable(
            @ForAll("models") RandomModel model,
            @ForAll @IntRange(max = 1000) int seed,
            @ForAll @IntRange(max = 1000) int other) {
        Snapshot one = tables(model, seed);
        assertThat(one.differencesTo(tables(model, other)))
                .as(() -> file(model, seed, Optional.empty(), "azure-seed"))
                .isEmpty();
    }

    @Property(tries = 6)
    void theSameSeedGivesTheSameTrace(
            @ForAll("models") RandomModel model,
            @ForAll @IntRange(max = 1000) int seed,
            @ForAll Fault.Kind kind,
            @ForAll @IntRange(max = 200) int number) {
        assertThat(traced(model, seed, kind, number).trace().events())
                .as(() -> file(model, seed, Optional.empty(), "azure-trace"))
                .isNotEmpty()
                .isEqualTo(traced(model, seed, kind, number).trace().events());
    }

    private static SimulatedNetwork traced(RandomModel model, int seed, Fault.Kind kind, int number) {
        SimulatedNetwork network = new SimulatedNetwork(
                Networks.compile(model.model()), seed, new Trace(EnumSet.allOf(TraceKind.class)), RunLimits.DEFAULT);
        network.start();
        network.runUntil(SETTLED);
        Fault.of(network, kind, number, Durations.parse("4m")).comeAndGo(network);
        return network;
    }

    private static SimulatedNetwork start(RandomModel model, int seed) {
        SimulatedNetwork network =
                new SimulatedNetwork(Networks.compile(model.model()), seed, Trace.ofChanges(), RunLimits.DEFAULT);
        for (int vnet = 0; vnet < model.vnets(); vnet++) {
            for (int site = 0; site < model.sites(); site++) {
                network.addFlows(new FlowGroup(
                        "vnet" + vnet + " to site" + site,
                        IpAddress.parse("10." + (20 + vnet) + ".1.4"),
                        IpAddress.parse("10." + (10 + site) + ".1.5"),
                        IpProtocol.TCP,
                        443,
                        10));
            }
        }
        network.start();
        network.runUntil(SETTLED);
        return network;
    }

    /** Tables only: which of equal ways a flow takes is drawn by the seed. */
    private static Snapshot tables(RandomModel model, int seed) {
        SimulatedNetwork network =
                new SimulatedNetwork(Networks.compile(model.model()), seed, Trace.ofChanges(), RunLimits.DEFAULT);
        network.start();
        network.runUntil(SETTLED);
        return Snapshot.of(network);
    }

    /** Writes the scenario down, and says where it is and how to run it. */
    private static String file(RandomModel model, int seed, Optional<Fault> fault, String name) {
        String yaml = "name: " + name + "\nseed: " + seed + "\n" + model.yaml()
                + fault.map(RandomModelPropertyTest::yaml).orElse("");
        Path file = Path.of("target", "drills", name + ".yaml");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return yaml + "run it: ./coldpotato run sim/" + file;
    }

    private static String yaml(Fault fault) {
        String happens =
                switch (fault.kind()) {
                    case SILENT -> "fail: " + fault.element() + ", how: silent";
                    case ONE_WAY -> "fail: " + fault.element() + ", how: silent, direction: to-azure";
                    case LOUD -> "fail: " + fault.element() + ", how: loud";
                    case LOSSY -> "fail: " + fault.element() + ", how: silent, loss: 40%";
                    case REBOOT -> "reboot: " + fault.element() + ", takes: " + Durations.format(fault.nanos());
                    case RESET -> "reset-session: " + fault.element();
                };
        String repair = happens.startsWith("fail")
                ? "  mend: {at: cut + " + Durations.format(fault.nanos()) + ", repair: " + fault.element() + "}\n"
                : "";
        return "timeline:\n  cut: {at: 10m, " + happens + "}\n" + repair + "expect:\n  comes back: {at: cut + "
                + Durations.format(fault.nanos() + SETTLED) + ", same-as: cut - 1s}\n";
    }
}
