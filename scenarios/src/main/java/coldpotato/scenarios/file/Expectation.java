package coldpotato.scenarios.file;

import coldpotato.bgp.fsm.FsmState;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.azure.PointToSite.Protocol;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Community;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.scenarios.portal.ArpTable;
import coldpotato.scenarios.portal.EffectiveRoute;
import coldpotato.scenarios.reason.Technique;
import coldpotato.sim.flow.Outcome;
import coldpotato.sim.flow.Symmetry;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the user expects of the run.
 *
 * @param name as the user calls it
 * @param when at which time or over which interval; empty for the run from the first entry of the timeline on
 * @param claim what must be true then
 * @param seeds with how many seeds it is tried, empty for the one of the run
 * @param place where it is written
 */
public record Expectation(String name, Optional<When> when, Claim claim, Optional<Seeds> seeds, Place place) {

    /** An expectation of one run. */
    Expectation(String name, Optional<When> when, Claim claim, Place place) {
        this(name, when, claim, Optional.empty(), place);
    }

    /** A time, if both are equal, or an interval. */
    public record When(TimeExpression from, TimeExpression to) {
        public boolean isInstant() {
            return from.equals(to);
        }

        @Override
        public String toString() {
            return isInstant() ? from.toString() : from + " .. " + to;
        }
    }

    /** Something that is true or false of a run. */
    public sealed interface Claim {}

    /**
     * Of flows. What is empty is not claimed.
     *
     * @param flow name of the flows
     * @param delivered percentage of the flows' packets that arrive, at every instant
     * @param shares percentage of the flows that use a link or group
     * @param hit percentage of the flows that were out at some time
     * @param outage how long those were out that were
     * @param path the nodes that every flow passes, all of them in order
     * @param via links or nodes that every flow passes, among others
     * @param symmetric true if every flow comes back the way it goes
     * @param outcome what becomes of every packet
     * @param moved percentage of the flows that came to another path
     * @param pathChanges how often each flow came to another path
     * @param dscp the mark with which packets arrive
     * @param restored how long after something all flows were back
     * @param budget what the time went by with of those that were out
     * @param asymmetry whether flows come back another way, and what comes of it
     * @param remedy a change of this kind would have kept them from it
     */
    public record OfFlow(
            String flow,
            PerDirection<PercentRange> delivered,
            PerDirection<ImmutableMap<String, PercentRange>> shares,
            PerDirection<PercentRange> hit,
            PerDirection<DurationRange> outage,
            PerDirection<ImmutableList<String>> path,
            PerDirection<ImmutableList<String>> via,
            Optional<Boolean> symmetric,
            PerDirection<OutcomeAt> outcome,
            PerDirection<PercentRange> moved,
            PerDirection<CountRange> pathChanges,
            PerDirection<Integer> dscp,
            PerDirection<Within> restored,
            BudgetClaim budget,
            Optional<AsymmetryAt> asymmetry,
            Optional<RemedyAt> remedy)
            implements Claim {}

    /**
     * What comes of flows that come back another way than they go.
     *
     * @param symmetry {@link Symmetry#SYMMETRIC} if none does, otherwise what comes of those that do
     * @param where node, link or middlebox that drops them, empty for anywhere
     */
    public record AsymmetryAt(Symmetry symmetry, Optional<String> where) {
        @Override
        public String toString() {
            return switch (symmetry) {
                case SYMMETRIC -> "no flow comes back another way";
                case HARMLESS -> "flows come back another way, and none is dropped for it";
                case DROPPED ->
                    "flows come back another way and are dropped"
                            + where.map(place -> " at " + place).orElse("");
            };
        }
    }

    /**
     * A change that would have mended flows that come back another way.
     *
     * @param technique its name
     * @param where where it is made: a link, a connection, a firewall; empty for anywhere
     */
    public record RemedyAt(Technique technique, Optional<String> where) {
        @Override
        public String toString() {
            return "mended by " + technique.text()
                    + where.map(place -> " at " + place).orElse("");
        }
    }

    /**
     * What the time went by with of those that were out. What is empty is not claimed.
     *
     * @param detection until somebody noticed
     * @param propagation until the routers concerned had heard
     * @param decision until they had chosen
     * @param programming until what forwards was programmed
     */
    public record BudgetClaim(
            PerDirection<DurationRange> detection,
            PerDirection<DurationRange> propagation,
            PerDirection<DurationRange> decision,
            PerDirection<DurationRange> programming) {

        public boolean isEmpty() {
            return Stream.of(detection, propagation, decision, programming).allMatch(PerDirection::isEmpty);
        }
    }

    /**
     * What becomes of a packet, and where.
     *
     * @param where node, link or firewall, empty for anywhere
     */
    public record OutcomeAt(Outcome outcome, Optional<String> where) {
        @Override
        public String toString() {
            return outcome.text() + where.map(place -> " at " + place).orElse("");
        }
    }

    /**
     * Of a BGP session. What is empty is not claimed.
     *
     * @param session its name
     * @param state its state at the time
     * @param down when it leaves Established
     * @param up when it reaches Established
     * @param because a part of the reason for which it went down, such as {@code hold timer}
     * @param stays Established or not, over the whole interval
     * @param holdNanos the negotiated hold time
     * @param keepaliveNanos how often KEEPALIVEs are sent, before jitter
     * @param received how many prefixes one end has received and kept
     * @param receiver the node of that end
     * @param node the end that is looked at, both if empty
     * @param neighbour whom that end has for its neighbour
     * @param neighbourAs and of which AS
     */
    public record OfSession(
            String session,
            Optional<FsmState> state,
            Optional<Within> down,
            Optional<Within> up,
            Optional<String> because,
            Optional<Boolean> stays,
            Optional<DurationRange> holdNanos,
            Optional<DurationRange> keepaliveNanos,
            Optional<CountRange> received,
            Optional<String> receiver,
            Optional<String> node,
            Optional<IpAddress> neighbour,
            Optional<Asn> neighbourAs)
            implements Claim {}

    /**
     * Of a node's end of a link.
     *
     * @param link name of the link or of a group
     * @param node whose end
     * @param addresses all that it has, each with the length of its subnet; not claimed if empty
     * @param vlan its 802.1Q tag
     */
    public record OfInterface(
            String link, String node, ImmutableSet<InterfaceAddress> addresses, Optional<Integer> vlan)
            implements Claim {}

    /** An address with the length of its subnet. */
    public record InterfaceAddress(IpAddress address, int length) {
        @Override
        public String toString() {
            return address + "/" + length;
        }
    }

    /**
     * Of the best route of a node. What is empty is not claimed.
     *
     * @param prefix exactly this
     * @param node whose table
     * @param present whether there is such a route
     * @param via node or link that packets by it leave to
     * @param asPath text of the AS path
     * @param communities that it carries, among others; if there are none, it carries none
     * @param nextHop attribute NEXT_HOP
     * @param weight that an import policy gave it, looked at before all else; no attribute
     * @param session the session that it was learned on
     * @param told the session on which it is announced: then it is about what the neighbour is told
     */
    public record OfRoute(
            Prefix prefix,
            String node,
            boolean present,
            ImmutableList<String> via,
            Optional<String> asPath,
            Optional<Long> localPreference,
            Optional<Long> med,
            Optional<ImmutableSet<Community>> communities,
            Optional<IpAddress> nextHop,
            Optional<Long> weight,
            Optional<String> session,
            Optional<String> told)
            implements Claim {}

    /**
     * Of a metric of Azure Monitor.
     *
     * @param metric its title
     * @param resource of what
     * @param peering of which peering, empty for each
     * @param peer of which path, empty for each
     * @param peeredCircuit of Global Reach with which circuit, empty for each
     * @param value in the metric's unit
     */
    public record OfMetric(
            String metric,
            String resource,
            Optional<PeeringKind> peering,
            Optional<Leg> peer,
            Optional<String> peeredCircuit,
            AmountRange value)
            implements Claim {}

    /**
     * Of ARP tables.
     *
     * @param name of a circuit, a path or a link
     * @param peering of which peering, empty for each
     * @param peer of which path, empty for each
     * @param onPrem what is seen of the customer's end
     */
    public record OfArp(String name, Optional<PeeringKind> peering, Optional<Leg> peer, ArpTable.Sight onPrem)
            implements Claim {}

    /**
     * Of the effective routes of a subnet. What is empty is not claimed.
     *
     * @param prefix exactly this
     * @param node that stands for the subnet
     * @param present whether there is such a route
     * @param active its state
     * @param source who gave it
     * @param type what its next hop is
     */
    public record OfEffectiveRoute(
            Prefix prefix,
            String node,
            boolean present,
            boolean active,
            Optional<EffectiveRoute.Source> source,
            Optional<EffectiveRoute.NextHopType> type)
            implements Claim {}

    /**
     * Of the routes of a gateway.
     *
     * @param node instance or group of instances
     * @param advertised true for what it told each peer, false for what it learned
     * @param routes how many prefixes
     */
    public record OfGatewayRoutes(String node, boolean advertised, CountRange routes) implements Claim {}

    /**
     * Of what limits have to carry, as percentages of what they can.
     *
     * @param toAzure true for what is sent towards Azure, false for what is sent towards the site, empty for whichever is more
     * @param loads by the name of a link, a circuit, a path of it, a port, a gateway, a connection or a tunnel
     */
    public record OfLoad(Optional<Boolean> toAzure, ImmutableMap<String, PercentRange> loads) implements Claim {}

    /**
     * Of the computers that are connected to a VPN gateway.
     *
     * @param virtualNetwork whose gateway
     * @param counts how many, for each protocol of which something is claimed
     */
    public record OfClients(String virtualNetwork, ImmutableMap<Protocol, CountRange> counts) implements Claim {}

    /**
     * Azure refuses something.
     *
     * @param event the entry of the timeline, empty for the network as the file has it
     * @param because a part of the reason
     */
    public record Refused(Optional<String> event, Optional<String> because) implements Claim {}

    /** Routing settles in the end, or does not. */
    public record Converges(boolean converges) implements Claim {}

    /** Tables, session states and flow paths are as they were at another time. */
    public record SameAs(TimeExpression other) implements Claim {}
}
