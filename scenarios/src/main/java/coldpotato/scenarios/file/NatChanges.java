package coldpotato.scenarios.file;

import coldpotato.core.azure.operations.NatOperation;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.function.Function;

/** Entries of the timeline that stop and start NATs at the edges of sites, or give them other pools. */
final class NatChanges {
    private static final Key<String> STOP_NAT = TimelineReader.what(
            "stop-nat",
            Words.reference(NameKind.NAT),
            "a NAT works no longer: it forgets its flows and drops what it would translate",
            "nat-er");
    private static final Key<String> START_NAT =
            TimelineReader.what("start-nat", Words.reference(NameKind.NAT), "a NAT works again", "nat-er");
    private static final Key<String> SET_POOL = TimelineReader.what(
            "set-pool", Words.reference(NameKind.SOURCE_NAT), "a source NAT gives other addresses", "nat-er");

    private static final Key<String> ON_ROUTER = Key.optional(
            "on-router",
            Words.reference(NameKind.ROUTER),
            "on all",
            "on which one of its routers (with stop-nat, start-nat)",
            "ce1");
    private static final Key<Prefix> POOL = Key.optional(
            "pool",
            Nets.PREFIX,
            "needed with set-pool",
            "the addresses that it gives from now on (with set-pool)",
            "203.0.113.64/28");

    static final ImmutableMap<Key<?>, Function<Fields, Operation>> KINDS = ImmutableMap.of(
            STOP_NAT,
            fields -> new NatOperation.Stop(fields.get(STOP_NAT), fields.find(ON_ROUTER)),
            START_NAT,
            fields -> new NatOperation.Start(fields.get(START_NAT), fields.find(ON_ROUTER)),
            SET_POOL,
            fields -> new NatOperation.SetPool(fields.get(SET_POOL), ChangeReader.needed(fields, SET_POOL, POOL)));

    static final ImmutableList<Key<?>> SETTINGS = ImmutableList.of(ON_ROUTER, POOL);

    private NatChanges() {}
}
