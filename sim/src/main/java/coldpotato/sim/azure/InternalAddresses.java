package coldpotato.sim.azure;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.core.azure.rules.Consistency;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.NameHash;
import coldpotato.sim.plan.LinkPlan.Address;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Addresses of what the user does not number: links inside the model and loopbacks, which also serve as router ids. Each
 * follows from the name of its owner alone, so that a network that grows keeps them; only if two names fall on the same
 * place, or on one whose addresses the user has said, does the one that asks later move on. Links take a /31 of 169.254.0.0/17
 * and a /127 of fdc0:1d:0::/48, loopbacks an address of 169.254.128.0/17 and of fdc0:1d:1::/48, public addresses are assumed.
 */
final class InternalAddresses {
    private static final Prefix IPV4 = Consistency.KEPT.get(0);
    private static final Prefix IPV6 = Consistency.KEPT.get(1);

    /** Places for links; place 0 stays empty, and those whose addresses the user has said. */
    private static final int LINKS_MAX = 1 << 14;
    /** Places for loopbacks; place 0 stays empty. */
    private static final int LOOPBACKS_MAX = 1 << 15;

    private static final IpAddress LOOPBACKS_IPV4 = IpAddress.parse("169.254.128.0");
    private static final IpAddress LOOPBACKS_IPV6 = IpAddress.parse("fdc0:1d:1::");

    /** Places for public addresses; place 0 stays empty. */
    private static final int PUBLIC_MAX = 1 << 18;

    private final Prefix publicBlock;
    private final ImmutableSet<Integer> said;
    private final ImmutableSet<Integer> saidInPublic;
    private final Map<String, Integer> publicAddresses = new TreeMap<>();
    private final Map<Integer, String> publicOwners = new TreeMap<>();
    private final Map<String, Integer> links = new TreeMap<>();
    private final Map<Integer, String> linkOwners = new TreeMap<>();
    private final Map<String, Integer> loopbacks = new TreeMap<>();
    private final Map<Integer, String> loopbackOwners = new TreeMap<>();

    /**
     * @param said addresses that the user numbers
     * @param publicBlock where public addresses lie that the user does not number
     */
    InternalAddresses(ImmutableSet<IpAddress> said, Prefix publicBlock) {
        this.publicBlock = publicBlock;
        this.saidInPublic = said.stream()
                .filter(publicBlock::contains)
                .map(address -> address.toInt() - publicBlock.address().toInt())
                .collect(ImmutableSet.toImmutableSet());
        this.said = said.stream()
                .filter(IPV4::contains)
                .map(address -> (address.toInt() - IPV4.address().toInt()) / 2)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** A link with addresses at both ends. */
    NumberedLink link(String name) {
        long first = 2L * place(name, LINKS_MAX, said, links, linkOwners);
        return new NumberedLink(name, end(first), end(first + 1));
    }

    /** The router id of a node, which is its IPv4 loopback. */
    IpAddress routerId(String node) {
        return loopbacks(node).get(0);
    }

    /** The loopbacks of a node, IPv4 first. */
    ImmutableList<IpAddress> loopbacks(String node) {
        int place = place(node, LOOPBACKS_MAX, ImmutableSet.of(), loopbacks, loopbackOwners);
        return ImmutableList.of(LOOPBACKS_IPV4.plus(place), LOOPBACKS_IPV6.plus(place));
    }

    /** A public address of a node. */
    IpAddress publicAddress(String node) {
        return publicBlock.addressAt(place(node, PUBLIC_MAX, saidInPublic, publicAddresses, publicOwners));
    }

    private static DualAddress end(long offset) {
        return new DualAddress(
                ImmutableList.of(new Address(IPV4.addressAt(offset), 31), new Address(IPV6.addressAt(offset), 127)));
    }

    private static int place(
            String name,
            int places,
            ImmutableSet<Integer> said,
            Map<String, Integer> known,
            Map<Integer, String> owners) {
        Integer before = known.get(name);
        if (before != null) {
            return before;
        }
        int free = places - 1 - said.size();
        checkState(
                owners.size() < free,
                "the network is too large: the model has addresses for %s links or loopbacks of its own, and needs one"
                        + " more for %s",
                free,
                name);
        // Place 0 stays empty: it would make an address that looks like a network's own.
        int place = 1 + (int) Long.remainderUnsigned(draw(name), places - 1);
        while (owners.containsKey(place) || said.contains(place)) {
            place = 1 + place % (places - 1);
        }
        owners.put(place, name);
        known.put(name, place);
        return place;
    }

    /** Both halves count where the number of places is small. */
    private static long draw(String name) {
        long hash = NameHash.of(name);
        return hash ^ hash >>> 32;
    }
}
