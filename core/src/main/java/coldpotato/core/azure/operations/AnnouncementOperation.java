package coldpotato.core.azure.operations;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Collectors;

/** Announces or withdraws prefixes, at a site or in a virtual network. */
public sealed interface AnnouncementOperation extends Operation {
    /** How many prefixes are told by name where there are more. */
    int PREFIXES_TOLD_MAX = 8;

    private static String text(ImmutableSet<Prefix> prefixes) {
        String told =
                prefixes.stream().limit(PREFIXES_TOLD_MAX).map(Prefix::toString).collect(Collectors.joining(", "));
        int more = prefixes.size() - PREFIXES_TOLD_MAX;
        return more > 0 ? told + " and " + more + " prefixes more" : told;
    }

    /**
     * Announces prefixes besides the others.
     *
     * @param from a site (on all its private peerings and VPN connections), a virtual network, another cloud, an Internet link, an
     *     appliance, or a {@link CustomerEnd} as text: a link of a peering or a VPN connection to a router
     */
    record Announce(String from, ImmutableSet<Prefix> prefixes) implements AnnouncementOperation {
        @Override
        public String element() {
            return from;
        }

        @Override
        public String text() {
            return "announces " + AnnouncementOperation.text(prefixes);
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return new Announcer(network, from).with(prefixes);
        }
    }

    /**
     * Announces prefixes no longer. Hosts of a site stay where they are; a virtual network loses those addresses.
     *
     * @param from as for {@link Announce}
     */
    record Withdraw(String from, ImmutableSet<Prefix> prefixes) implements AnnouncementOperation {
        @Override
        public String element() {
            return from;
        }

        @Override
        public String text() {
            return "withdraws " + AnnouncementOperation.text(prefixes);
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return new Announcer(network, from).without(prefixes);
        }
    }
}
