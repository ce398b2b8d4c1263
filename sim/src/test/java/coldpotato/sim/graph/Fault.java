package coldpotato.sim.graph;

import coldpotato.core.time.Durations;
import coldpotato.sim.net.Direction;
import coldpotato.sim.net.LinkFault;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;

/**
 * Something that is done to one element of a network, and taken back: {@code silent 1-2 for 37s}.
 *
 * @param kind what is done
 * @param element to which link, node or session
 * @param nanos after which it is taken back
 */
public record Fault(Kind kind, String element, long nanos) {
    private static final long SETTLED = Durations.parse("10m");

    /** What can be done. */
    public enum Kind {
        SILENT,
        ONE_WAY,
        LOUD,
        LOSSY,
        REBOOT,
        RESET
    }

    /** The fault of a kind that a number stands for: which element, and how long. */
    public static Fault of(SimulatedNetwork network, Kind kind, int number, long nanos) {
        List<String> elements =
                switch (kind) {
                    case SILENT, ONE_WAY, LOUD, LOSSY ->
                        network.plan().links().keySet().asList();
                    case REBOOT -> network.plan().nodes().keySet().asList();
                    case RESET -> network.plan().sessions().keySet().asList();
                };
        return new Fault(kind, elements.get(Math.floorMod(number, elements.size())), nanos);
    }

    /** Reads what {@link #toString} writes. */
    public static Fault parse(String text) {
        List<String> words = ImmutableList.copyOf(text.split(" "));
        return new Fault(
                Kind.valueOf(words.get(0).toUpperCase(Locale.ROOT)), words.get(1), Durations.parse(words.get(3)));
    }

    /** Does it, takes it back, and lets the network settle. */
    public void comeAndGo(SimulatedNetwork network) {
        come(network);
        network.runUntil(network.nowNanos() + nanos);
        if (network.plan().links().containsKey(element)) {
            network.repairLinks(element, "fault");
        }
        network.runUntil(network.nowNanos() + SETTLED);
    }

    /** Does it. */
    public void come(SimulatedNetwork network) {
        switch (kind) {
            case SILENT -> network.failLinks(element, "fault", LinkFault.silent());
            case ONE_WAY ->
                network.failLinks(element, "fault", LinkFault.silent().only(Direction.A_TO_B));
            case LOUD -> network.failLinks(element, "fault", LinkFault.loud());
            case LOSSY -> network.failLinks(element, "fault", LinkFault.loss(0.4));
            case REBOOT -> network.reboot(element, nanos);
            case RESET -> network.resetSessions(element, "test");
        }
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + element + " for " + Durations.format(nanos);
    }
}
