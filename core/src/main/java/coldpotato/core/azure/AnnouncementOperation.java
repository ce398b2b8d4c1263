package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSet;

/** Announces or withdraws prefixes, at a site or in a virtual network. */
public sealed interface AnnouncementOperation extends Operation {

    /**
     * Announces prefixes besides the others.
     *
     * @param from a site (on all its private peerings), a virtual network, an Internet link, or a {@link PeeringLeg} as text
     */
    record Announce(String from, ImmutableSet<Prefix> prefixes) implements AnnouncementOperation {
        @Override
        public String element() {
            return from;
        }

        @Override
        public String text() {
            return "announces " + Joiner.on(", ").join(prefixes);
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return new Announcer(network, from).with(prefixes);
        }
    }

    /**
     * Announces prefixes no longer. Their hosts stay where they are.
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
            return "withdraws " + Joiner.on(", ").join(prefixes);
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return new Announcer(network, from).without(prefixes);
        }
    }
}
