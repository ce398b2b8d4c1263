package coldpotato.scenarios.live;

import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.core.azure.EdgeRouter;
import coldpotato.core.time.Durations;
import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.SessionPlan;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.net.InetSocketAddress;
import java.util.stream.Stream;

/** Says what to configure on the routers whose place real ones take. */
final class ExternalRouters {
    private final ImmutableSet<String> names;

    ExternalRouters(ImmutableSet<String> names) {
        this.names = names;
    }

    /** Those that the file marks, and those that somebody chose beside it. */
    static ImmutableSet<String> of(Scenario scenario, LiveChoices choices) {
        return Stream.concat(
                        scenario.network()
                                .edgeRouters()
                                .filter(EdgeRouter::external)
                                .map(EdgeRouter::name),
                        choices.external().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** A line for each session of theirs with a router of ours. */
    ImmutableList<String> instructions(NetworkPlan plan, SocketAddresses addresses) {
        return plan.sessions().values().stream()
                .filter(session -> names.contains(session.nodeA()) != names.contains(session.nodeB()))
                .map(session -> names.contains(session.nodeA())
                        ? instruction(session, session.nodeA(), session.a(), session.nodeB(), addresses)
                        : instruction(session, session.nodeB(), session.b(), session.nodeA(), addresses))
                .collect(ImmutableList.toImmutableList());
    }

    private static String instruction(
            SessionPlan session, String external, PeerConfig end, String ours, SocketAddresses addresses) {
        InetSocketAddress neighbour = addresses.socketOf(ours, end.remoteAddress());
        InetSocketAddress itself = addresses.socketOf(external, end.localAddress());
        return external + " is external; for " + session.name() + " configure there: neighbor "
                + neighbour.getAddress().getHostAddress() + " port " + neighbour.getPort() + " in AS "
                + Integer.toUnsignedString(end.remoteAs()) + ", its own address "
                + itself.getAddress().getHostAddress() + " (it listens on port " + itself.getPort() + ") in AS "
                + Integer.toUnsignedString(end.localAs()) + ", "
                + (end.password().isPresent() ? "with the password of the file" : "no password") + ", "
                + end.bfd().map(ExternalRouters::bfd).orElse("no BFD");
    }

    private static String bfd(BfdTimers timers) {
        return "BFD " + Durations.format(timers.desiredMinTxNanos()) + " times " + timers.detectMult();
    }
}
