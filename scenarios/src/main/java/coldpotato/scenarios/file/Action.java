package coldpotato.scenarios.file;

import coldpotato.core.azure.operations.Operation;
import java.util.Optional;
import java.util.OptionalInt;

/** What an entry of the timeline does: all but {@link Change} are done to the running network, that one to the model. */
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
     * @param period from one failure to the next
     * @param down how long each lasts
     * @param times how many
     */
    record Flap(String element, How how, DrawnDuration period, DrawnDuration down, int times) implements Action {
        @Override
        public long extentNanos() {
            return (times - 1) * period.mostNanos() + down.mostNanos();
        }

        @Override
        public boolean isDrawn() {
            return period.isDrawn() || down.isDrawn();
        }
    }

    /** A BGP session is closed by an administrator, and may come back at once. */
    record ResetSession(String session) implements Action {}

    /** Nodes lose their power for a time. */
    record Reboot(String node, long takesNanos) implements Action {
        @Override
        public long extentNanos() {
            return takesNanos;
        }
    }

    /**
     * A unit of a firewall fails, and others take its work over.
     *
     * @param unit which, counted from 1; empty for one that does the work
     * @param takeoverNanos until others do its work; empty for as long as its cluster usually takes
     * @param losesState true if they know nothing, though the cluster shares its state
     * @param backAfterNanos when the unit is back; empty for never
     */
    record FailOver(
            String firewall,
            OptionalInt unit,
            Optional<Long> takeoverNanos,
            boolean losesState,
            Optional<Long> backAfterNanos)
            implements Action {
        @Override
        public long extentNanos() {
            return Math.max(takeoverNanos.orElse(0L), backAfterNanos.orElse(0L));
        }
    }

    /** A firewall forgets every flow. */
    record ClearState(String firewall) implements Action {}

    /**
     * Microsoft works on devices, one after another: traffic is led away, the device may be out of service for a while, then it
     * takes its share again.
     *
     * @param element a device, or a group of instances of a gateway
     * @param takesNanos for all of it
     * @param offlineAfterNanos from when on, and until how long before the end, each device is out of service; empty for the usual
     *     of its kind: never for Microsoft's edge routers, after draining for others
     */
    record Maintain(String element, long takesNanos, Optional<Long> offlineAfterNanos) implements Action {
        @Override
        public long extentNanos() {
            return takesNanos;
        }
    }

    /**
     * Somebody configures something and takes it back after a time.
     *
     * @param takesNanos from the one to the other
     */
    record Spell(Operation begin, Operation end, long takesNanos) implements Action {
        @Override
        public long extentNanos() {
            return takesNanos;
        }
    }

    /** True if the seed has a say in it. */
    default boolean isDrawn() {
        return false;
    }

    /** How long it takes until it is all done. */
    default long extentNanos() {
        return 0;
    }

    /** Somebody configures something; what Azure makes of it may be a refusal. */
    record Change(Operation operation) implements Action {}
}
