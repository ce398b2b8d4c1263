package coldpotato.scenarios.portal;

import coldpotato.core.azure.LinkSubnets;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import coldpotato.core.time.NameHash;
import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.sim.net.Direction;
import coldpotato.sim.net.Link;
import coldpotato.sim.node.Router;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.Locale;
import java.util.Optional;

/**
 * The ARP table of a peering on one path, as {@code az network express-route list-arp-tables} has it
 * (expressroute-troubleshooting-arp-resource-manager.md). Azure looks for the customer at the first usable address of the link's
 * subnet; if nobody answers there (another address, another VLAN, a dead link), the row is incomplete. Shown is what an ARP
 * request of this moment would find; that routers remember answers for a while is not modelled. IPv4 only.
 *
 * @param path of which peering and path
 * @param absent why there is no table; empty if there is one
 * @param rows On-Prem first
 */
public record ArpTable(PeeringPath path, Optional<String> absent, ImmutableList<Row> rows) {
    /** What stands in place of the address of somebody who does not answer. */
    public static final String INCOMPLETE = "Incomplete";

    private static final int BUNCH = 4;

    /** What is seen of the customer's end. */
    public enum Sight {
        ANSWERS("answers"),
        INCOMPLETE("incomplete"),
        NO_TABLE("no-table");

        private final String text;

        Sight(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** Whose address it is, as Azure calls them. */
    public enum Side {
        ON_PREM("On-Prem"),
        MICROSOFT("Microsoft");

        private final String text;

        Side(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /**
     * An address on the link.
     *
     * @param side whose
     * @param address which
     * @param mac who answers for it: made of names, the same in every run; empty if nobody does
     * @param ageNanos how long the one at the other end has been seen; 0 for one's own address
     */
    public record Row(Side side, IpAddress address, Optional<String> mac, long ageNanos) {
        public String macText() {
            return mac.orElse(INCOMPLETE);
        }

        public long ageMinutes() {
            return ageNanos / Durations.seconds(60);
        }
    }

    /** The table as it is now. */
    public static ArpTable of(SimulatedNetwork network, PeeringPath path) {
        Optional<String> closed = path.closed(network.plan());
        if (closed.isPresent()) {
            return new ArpTable(path, closed, ImmutableList.of());
        }
        if (!network.router(path.msee()).isRunning()) {
            return new ArpTable(path, Optional.of("Microsoft's edge does not answer"), ImmutableList.of());
        }
        return path.microsoftEnd().addresses().stream()
                .filter(address -> address.address().family() == Family.IPV4)
                .findFirst()
                .map(address -> new Prefix(address.address(), address.length()))
                .map(subnet -> new ArpTable(path, Optional.empty(), rows(network, path, subnet)))
                .orElseGet(
                        () -> new ArpTable(path, Optional.of("the peering has no IPv4 addresses"), ImmutableList.of()));
    }

    /** What is seen of the customer's end. */
    public Sight onPrem() {
        if (absent.isPresent()) {
            return Sight.NO_TABLE;
        }
        return rows.get(0).mac().isPresent() ? Sight.ANSWERS : Sight.INCOMPLETE;
    }

    private static ImmutableList<Row> rows(SimulatedNetwork network, PeeringPath path, Prefix subnet) {
        IpAddress customer = LinkSubnets.customer(subnet);
        Optional<String> mac = isAnswered(network, path, customer)
                ? Optional.of(mac(path.customerEnd().node() + " " + path.path()))
                : Optional.empty();
        long age = mac.isPresent() ? seenNanos(network, path) : 0;
        return ImmutableList.of(
                new Row(Side.ON_PREM, customer, mac, age),
                new Row(Side.MICROSOFT, LinkSubnets.microsoft(subnet), Optional.of(mac(path.device())), 0));
    }

    private static boolean isAnswered(SimulatedNetwork network, PeeringPath path, IpAddress address) {
        String name = path.link().name();
        Link link = network.network().links().link(name);
        Router customer = network.router(path.customerEnd().node());
        return network.router(path.msee()).isUp(name)
                && customer.isUp(name)
                && link.lossFraction(Direction.A_TO_B) < 1
                && link.lossFraction(Direction.B_TO_A) < 1
                && customer.answersFor(address, name);
    }

    private static long seenNanos(SimulatedNetwork network, PeeringPath path) {
        String link = path.link().name();
        long since = Lists.reverse(network.trace().events()).stream()
                .filter(event -> event.kind() == TraceKind.INTERFACE_CHANGED
                        && event.field("interface").equals(link))
                .mapToLong(TraceEvent::timeNanos)
                .findFirst()
                .orElse(0);
        return network.nowNanos() - since;
    }

    /** A locally administered address in the notation of routers, made of a name. */
    private static String mac(String name) {
        long hash = NameHash.of(name);
        String digits = String.format(Locale.ROOT, "02%010x", (hash ^ hash >>> 40) & 0xff_ffff_ffffL);
        return digits.substring(0, BUNCH) + "." + digits.substring(BUNCH, 2 * BUNCH) + "."
                + digits.substring(2 * BUNCH);
    }
}
