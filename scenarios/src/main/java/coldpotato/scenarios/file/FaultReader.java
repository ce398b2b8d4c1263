package coldpotato.scenarios.file;

import coldpotato.core.net.ClusterTerms;
import coldpotato.core.time.Durations;
import coldpotato.scenarios.file.Action.Direction;
import coldpotato.scenarios.file.Action.How;
import coldpotato.sim.azure.Names;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Entries of the timeline that do something to the running network: links, sessions and nodes fail and come back. */
final class FaultReader {
    private static final long REBOOT_NANOS = Durations.parse("2m");
    private static final long RESET_NANOS = Durations.parse("1m");
    private static final long MAINTENANCE_NANOS = Durations.parse("30m");

    private static final Key<String> FAIL = TimelineReader.what(
            "fail",
            Words.reference(NameKind.LINK),
            "a link or a group of links fails; nodes of a shared risk lose their power until it is repaired",
            "er-ams.primary");
    private static final Key<String> REPAIR = TimelineReader.what(
            "repair", Words.reference(NameKind.LINK), "every failure is taken off it", "er-ams.primary");
    private static final Key<String> FLAP = TimelineReader.what(
            "flap", Words.reference(NameKind.LINK), "it fails and comes back again and again", "er-ams.primary");
    private static final Key<String> LAN_DOWN = TimelineReader.what(
            "lan-down",
            Words.reference(NameKind.SITE),
            "the site's LAN is dead while its routers still announce it; the same as fail: SITE.lan",
            "amsterdam");
    private static final Key<String> RESET_SESSION = TimelineReader.what(
            "reset-session",
            Words.reference(NameKind.SESSION),
            "an administrator closes a BGP session, which may come back at once",
            "er-ams.primary.private.ipv4");
    private static final Key<String> REBOOT = TimelineReader.what(
            "reboot", Words.reference(NameKind.NODE), "a node, or each of a group, loses its power for a time", "ce1");

    private static final Key<String> MAINTAIN = TimelineReader.what(
            "maintain",
            Words.reference(NameKind.NODE),
            "Microsoft works on a device: an edge router such as er-ams.msee1, or gateway instances, one after another",
            "er-ams.msee1");

    private static final Key<PeeringNames.OfCircuit> RESET_PEERING = TimelineReader.what(
            "reset-peering",
            PeeringNames.PEERING,
            "a peering is switched off and, after a time, on again, with BFD from then on",
            "er-ams.private");

    private static final Key<String> FAIL_OVER = TimelineReader.what(
            "fail-over",
            Words.reference(NameKind.FLOW_KEEPER),
            "a unit of a firewall fails, and others of its cluster take over; a firewall of one unit has nobody who does",
            "edge");
    private static final Key<String> CLEAR_STATE = TimelineReader.what(
            "clear-state", Words.reference(NameKind.FLOW_KEEPER), "a firewall forgets every flow", "edge");

    private static final Key<Integer> UNIT = Key.optional(
            "unit",
            Numbers.whole(1, ClusterTerms.UNITS_MAX),
            "the active one, or the first",
            "which unit fails, counted from 1 (with fail-over)",
            "2");
    private static final Key<Long> TAKEOVER = Key.optional(
            "takeover",
            Quantities.DURATION,
            "as its cluster has it",
            "from the failure of the unit until others do its work (with fail-over)",
            "30s");
    private static final Key<Boolean> LOSES_STATE = Key.usual(
            "loses-state",
            Words.SWITCH,
            "off",
            "whether those who take over know no flow, though the cluster shares its state (with fail-over)",
            "on");
    private static final Key<Long> BACK_AFTER = Key.optional(
            "back-after",
            Quantities.POSITIVE_DURATION,
            "never",
            "when the unit is back, from its failure (with fail-over)",
            "10m");

    private static final Key<How> HOW = Key.usual(
            "how",
            Words.choice(ImmutableMap.of("silent", How.SILENT, "loud", How.LOUD), How.LOUD),
            "loud",
            "loud: the light goes out, and both ends know at once where carrier is seen; silent: frames vanish and"
                    + " nobody is told (with fail, flap, lan-down)",
            "silent");
    private static final Key<Direction> DIRECTION = Key.usual(
            "direction",
            Words.choice(
                    ImmutableMap.of(
                            "both", Direction.BOTH, "to-site", Direction.TO_SITE, "to-azure", Direction.TO_AZURE),
                    Direction.BOTH),
            "both",
            "which way is lost: to-site is towards the customer's end of the link, to-azure the other; one way alone"
                    + " is silent (with fail)",
            "to-site");
    private static final Key<Double> LOSS =
            Key.usual("loss", Quantities.PERCENT, "100%", "share of the frames that is lost (with fail)", "30%");
    private static final Key<DrawnDuration> EVERY = Key.optional(
            "every", DrawnDuration.POSITIVE, "needed with flap", "from one failure to the next (with flap)", "30s");
    private static final Key<DrawnDuration> DOWN_FOR = Key.optional(
            "down-for",
            DrawnDuration.POSITIVE,
            "half of every, or of its shortest",
            "how long each failure lasts (with flap)",
            "5s..10s");
    private static final Key<Integer> TIMES =
            Key.usual("times", Numbers.whole(1, 1000), "3", "how many failures (with flap)", "10");
    private static final Key<Long> TAKES = Key.optional(
            "takes",
            Quantities.POSITIVE_DURATION,
            "2m with reboot, 30m with maintain, 1m with reset-peering",
            "how long it is off, or how long the work takes (with reboot, maintain, reset-peering)",
            "5m");
    private static final Key<Long> OFFLINE_AFTER = Key.optional(
            "offline-after",
            Quantities.POSITIVE_DURATION,
            "never for Microsoft's edge routers, after gateway-drain-time for others",
            "from when on, and until how long before the end, the device is out of service (with maintain)",
            "5m");

    /** The keys that say what happens, with how they are read. */
    static final ImmutableMap<Key<?>, Function<Fields, Action>> KINDS =
            ImmutableMap.<Key<?>, Function<Fields, Action>>builder()
                    .put(FAIL, fields -> fail(fields, fields.get(FAIL)))
                    .put(REPAIR, fields -> new Action.Repair(fields.get(REPAIR)))
                    .put(FLAP, FaultReader::flap)
                    .put(LAN_DOWN, fields -> fail(fields, Names.lan(fields.get(LAN_DOWN))))
                    .put(RESET_SESSION, fields -> new Action.ResetSession(fields.get(RESET_SESSION)))
                    .put(
                            REBOOT,
                            fields -> new Action.Reboot(
                                    fields.get(REBOOT), fields.find(TAKES).orElse(REBOOT_NANOS)))
                    .put(MAINTAIN, FaultReader::maintain)
                    .put(RESET_PEERING, FaultReader::resetPeering)
                    .put(FAIL_OVER, FaultReader::failOver)
                    .put(CLEAR_STATE, fields -> new Action.ClearState(fields.get(CLEAR_STATE)))
                    .buildOrThrow();

    /** Those of them that are over when they are done. */
    static final ImmutableList<Key<?>> AT_ONCE = ImmutableList.of(FAIL, REPAIR, RESET_SESSION, REBOOT);

    /** The keys that say how. */
    static final ImmutableList<Key<?>> SETTINGS = ImmutableList.of(
            HOW,
            DIRECTION,
            LOSS,
            EVERY,
            DOWN_FOR,
            TIMES,
            TAKES,
            OFFLINE_AFTER,
            UNIT,
            TAKEOVER,
            LOSES_STATE,
            BACK_AFTER);

    private FaultReader() {}

    private static Action fail(Fields fields, String element) {
        Direction direction = fields.get(DIRECTION);
        double loss = fields.get(LOSS);
        boolean partly = direction != Direction.BOTH || loss < 1;
        How how = fields.find(HOW).orElse(partly ? How.SILENT : How.LOUD);
        if (partly && how == How.LOUD) {
            fields.wrong(HOW, "a link that fails in part still has light; say how: silent");
        }
        return new Action.Fail(element, how, direction, loss);
    }

    private static Action resetPeering(Fields fields) {
        PeeringNames.OfCircuit peering = fields.get(RESET_PEERING);
        return new Action.Spell(
                AzureChanges.setEnabled(peering, AzureChanges.ALL_FAMILIES, false),
                AzureChanges.setEnabled(peering, AzureChanges.ALL_FAMILIES, true),
                fields.find(TAKES).orElse(RESET_NANOS));
    }

    private static Action failOver(Fields fields) {
        Optional<Integer> unit = fields.find(UNIT);
        return new Action.FailOver(
                fields.get(FAIL_OVER),
                unit.isPresent() ? OptionalInt.of(unit.get()) : OptionalInt.empty(),
                fields.find(TAKEOVER),
                fields.get(LOSES_STATE),
                fields.find(BACK_AFTER));
    }

    private static Action maintain(Fields fields) {
        long takes = fields.find(TAKES).orElse(MAINTENANCE_NANOS);
        Optional<Long> offlineAfter = fields.find(OFFLINE_AFTER);
        if (offlineAfter.filter(after -> 2 * after >= takes).isPresent()) {
            fields.wrong(
                    OFFLINE_AFTER,
                    "the device is in service this long at the beginning and at the end; say less than half of takes");
        }
        return new Action.Maintain(fields.get(MAINTAIN), takes, offlineAfter);
    }

    private static Action flap(Fields fields) {
        if (!fields.has(EVERY)) {
            fields.wrong(FLAP, "flap needs the key every, such as every: 30s");
        }
        DrawnDuration period = fields.find(EVERY).orElse(DrawnDuration.of(1));
        DrawnDuration down = fields.find(DOWN_FOR).orElse(DrawnDuration.of(period.leastNanos() / 2));
        if (fields.has(EVERY) && down.mostNanos() >= period.leastNanos()) {
            fields.wrong(DOWN_FOR, "each failure must end before the next begins; say less than every");
        }
        return new Action.Flap(fields.get(FLAP), fields.find(HOW).orElse(How.LOUD), period, down, fields.get(TIMES));
    }
}
