package coldpotato.scenarios.file;

import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.PeeringKind;
import coldpotato.core.net.Community;
import coldpotato.core.net.Prefix;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an entry of the timeline does. The first kinds are done to the running network, the others to the model. */
public sealed interface Action {

    /** Who is told of a failure. */
    enum How {
        /** Frames vanish and nobody is told. */
        SILENT,
        /** The light goes out; where carrier is seen, both ends know at once. */
        LOUD
    }

    /**
     * Which way of a link fails. The customer's end is that of the site, or of the provider where no site is at the link;
     * Microsoft's end is the other.
     */
    enum Direction {
        BOTH,
        /** What travels from Microsoft's end to the customer's end. */
        TO_SITE,
        /** What travels from the customer's end to Microsoft's end. */
        TO_AZURE
    }

    /**
     * Links fail.
     *
     * @param element a link or a group
     * @param lossFraction of the frames, 0 to 1
     */
    record Fail(String element, How how, Direction direction, double lossFraction) implements Action {}

    /** Takes every failure off links. */
    record Repair(String element) implements Action {}

    /**
     * Links fail and come back again and again: down for a time at the start of each period.
     *
     * @param periodNanos from one failure to the next
     * @param downNanos how long each lasts
     * @param times how many
     */
    record Flap(String element, How how, long periodNanos, long downNanos, int times) implements Action {}

    /** A BGP session is closed by an administrator, and may come back at once. */
    record ResetSession(String session) implements Action {}

    /** Nodes lose their power for a time. */
    record Reboot(String node, long takesNanos) implements Action {}

    /** A change of the model; what Azure makes of it may be a refusal. */
    sealed interface Change extends Action {}

    /** One link of one peering: {@code er-ams.primary.private}. */
    record PeeringLeg(String circuit, Leg leg, PeeringKind kind) {
        static final Pattern PATTERN = Pattern.compile("([^.]+)\\.(primary|secondary)\\.(private|microsoft)");

        /** Reads such a name; empty if the text is none. */
        public static Optional<PeeringLeg> tryParse(String text) {
            Matcher matcher = PATTERN.matcher(text);
            return matcher.matches()
                    ? Optional.of(new PeeringLeg(
                            matcher.group(1),
                            Leg.valueOf(Ascii.toUpperCase(matcher.group(2))),
                            PeeringKind.valueOf(Ascii.toUpperCase(matcher.group(3)))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return circuit + "." + leg.text() + "." + kind.text();
        }
    }

    /** The customer's router is misconfigured; what is empty stays as it is. */
    record Misconfigure(PeeringLeg leg, OptionalInt vlan, Optional<String> md5, boolean swapAddresses)
            implements Change {}

    /** The customer's router is configured as the file says at the start. */
    record Correct(PeeringLeg leg) implements Change {}

    /** Other policies on the customer's router; what is absent stays, an empty name takes a policy away. */
    record SetPolicy(PeeringLeg leg, Optional<String> importPolicy, Optional<String> exportPolicy) implements Change {}

    /** Another number of times that the customer's router puts its AS on the path. */
    record SetPrepend(PeeringLeg leg, int prepend) implements Change {}

    /**
     * Prefixes begin to be announced.
     *
     * @param from a site, a virtual network, an Internet link or a {@link PeeringLeg}
     */
    record Announce(String from, ImmutableSet<Prefix> prefixes) implements Change {}

    /**
     * Prefixes are announced no longer.
     *
     * @param from a site, a virtual network, an Internet link or a {@link PeeringLeg}
     */
    record Withdraw(String from, ImmutableSet<Prefix> prefixes) implements Change {}

    /** Another routing weight of a connection. */
    record SetWeight(String connection, int weight) implements Change {}

    /** Another SKU of a circuit. */
    record SetSku(String circuit, Sku sku) implements Change {}

    /** A route filter is attached to Microsoft peering, in place of one that was. */
    record AttachRouteFilter(String circuit, String filter) implements Change {}

    /** Microsoft peering is left without a route filter. */
    record DetachRouteFilter(String circuit) implements Change {}

    /** Other communities in a route filter. */
    record SetRouteFilter(String filter, ImmutableSet<Community> communities) implements Change {}

    /** Both sessions of a peering are opened or closed. */
    record SetPeeringEnabled(String circuit, PeeringKind kind, boolean enabled) implements Change {}

    /** A gateway is connected to a circuit. */
    record Connect(String connection, String virtualNetwork, String circuit, int weight) implements Change {}

    /** A connection is deleted. */
    record Disconnect(String connection) implements Change {}
}
