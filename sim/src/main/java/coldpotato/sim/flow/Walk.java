package coldpotato.sim.flow;

import coldpotato.core.net.IpAddress;
import coldpotato.sim.net.Direction;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way of a packet through the network at one instant; time on the way is not counted.
 *
 * @param hops the links into which it was sent, the last of which may have lost it
 * @param end the last node that had it, or would have had it were it running; the host's address if it is in no node
 * @param outcome what became of it
 * @param place where that was decided: a node, a link or a firewall
 * @param detail what else the outcome's sentence says; often empty
 * @param deliveredFraction of such packets: 1, 0, or between them where links lose some
 * @param firewalls whose sides it crossed, in order
 */
public record Walk(
        ImmutableList<Hop> hops,
        String end,
        Outcome outcome,
        String place,
        String detail,
        double deliveredFraction,
        ImmutableList<String> firewalls) {

    /**
     * A link into which a packet was sent.
     *
     * @param node by whom
     * @param link which
     * @param direction in which
     */
    public record Hop(String node, String link, Direction direction) {
        @Override
        public int hashCode() {
            return 31 * link.hashCode() + node.hashCode();
        }
    }

    // Looked up much more often than made: where it leads tells most of them apart, and costs little.
    @Override
    public int hashCode() {
        return 31 * (31 * hops.hashCode() + place.hashCode()) + detail.hashCode();
    }

    /** The way of a packet of a host that is in no node. */
    static Walk nowhere(IpAddress host) {
        String name = host.toString();
        return new Walk(ImmutableList.of(), name, Outcome.NO_SENDER, name, "", 0, ImmutableList.of());
    }

    /** The links in order. */
    public ImmutableSet<String> links() {
        return hops.stream().map(Hop::link).collect(ImmutableSet.toImmutableSet());
    }

    /** The nodes in order, the end included. */
    public ImmutableSet<String> nodes() {
        return Stream.concat(hops.stream().map(Hop::node), Stream.of(end)).collect(ImmutableSet.toImmutableSet());
    }

    /** True if at least one of these links was used. */
    public boolean uses(ImmutableSet<String> someLinks) {
        return hops.stream().anyMatch(hop -> someLinks.contains(hop.link()));
    }

    /** What became of it, and where, in a few words: {@code no-route at ce1}. */
    public String summary() {
        boolean unhindered = outcome == Outcome.DELIVERED || outcome == Outcome.LOSSY;
        return unhindered ? outcome.text() : outcome.text() + " at " + place;
    }

    /** The same way with a limit on it at which not all packets fit. */
    Walk overCapacity(String limit, double arriving) {
        return new Walk(hops, end, Outcome.OVER_CAPACITY, limit, percent(arriving), arriving, firewalls);
    }

    /** A share of packets in words. */
    static String percent(double fraction) {
        return Math.round(fraction * 1000) / 10.0 + " %";
    }

    /** What became of it in a sentence. */
    public String sentence() {
        return outcome.sentence(place, detail);
    }

    /** The way, as {@code node -link- node}. */
    @Override
    public String toString() {
        return hops.stream().map(hop -> hop.node() + " -" + hop.link() + "- ").collect(Collectors.joining())
                + end
                + (outcome == Outcome.DELIVERED ? "" : ", " + sentence());
    }
}
