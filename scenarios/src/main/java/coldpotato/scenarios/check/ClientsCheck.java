package coldpotato.scenarios.check;

import coldpotato.core.azure.PointToSite.Protocol;
import coldpotato.core.net.Prefix;
import coldpotato.scenarios.file.CountRange;
import coldpotato.scenarios.file.Expectation.OfClients;
import coldpotato.sim.azure.Names;
import coldpotato.sim.plan.NodePlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.List;

/** Judges how many computers are connected to a VPN gateway: the addresses that its nodes of clients have. */
final class ClientsCheck implements Check {
    private final OfClients claim;
    private final Watch watch;

    ClientsCheck(OfClients claim, Period period) {
        this.claim = claim;
        this.watch = new Watch(period, true);
    }

    @Override
    public String expected() {
        List<String> parts = new ArrayList<>();
        claim.counts().forEach((protocol, count) -> parts.add(count + " with " + protocol.text()));
        return "connected to " + claim.virtualNetwork() + ": " + String.join(", ", parts);
    }

    @Override
    public ImmutableSortedSet<Long> stopsNanos() {
        return watch.stopsNanos();
    }

    @Override
    public boolean attends(long nanos) {
        return watch.attends(nanos);
    }

    @Override
    public void look(SimulatedNetwork network) {
        boolean holds = true;
        List<String> seen = new ArrayList<>();
        for (Protocol protocol : claim.counts().keySet()) {
            long connected = connected(network, protocol);
            CountRange count = claim.counts().get(protocol);
            holds &= count.contains(connected);
            seen.add(connected + " with " + protocol.text());
        }
        watch.saw(network.nowNanos(), holds, String.join(", ", seen));
    }

    private long connected(SimulatedNetwork network, Protocol protocol) {
        NodePlan node = network.plan().nodes().get(Names.clients(claim.virtualNetwork(), protocol));
        return node == null
                ? 0
                : node.attached().stream().mapToLong(ClientsCheck::addresses).sum();
    }

    private static long addresses(Prefix prefix) {
        return 1L << 32 - prefix.length();
    }

    @Override
    public Finding finding(RunRecord run) {
        claim.counts().keySet().stream()
                .map(protocol -> Names.clients(claim.virtualNetwork(), protocol))
                .forEach(run.subjects()::add);
        return watch.finding(ImmutableList::of);
    }
}
