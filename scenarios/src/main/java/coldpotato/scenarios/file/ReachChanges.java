package coldpotato.scenarios.file;

import coldpotato.core.azure.operations.CloudOperation;
import coldpotato.core.azure.operations.GlobalReachOperation;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Function;

/** Entries of the timeline that join sites through Microsoft's network, and configure the ports to it and its neighbours. */
final class ReachChanges {
    private static final Key<String> CONNECT_GLOBAL_REACH = TimelineReader.what(
            "connect-global-reach",
            Words.definition(NameKind.GLOBAL_REACH),
            "two circuits are joined by Global Reach, of this name, described as in global-reach",
            "ams-lon");
    private static final Key<String> DISCONNECT_GLOBAL_REACH = TimelineReader.what(
            "disconnect-global-reach",
            Words.reference(NameKind.GLOBAL_REACH),
            "two circuits are parted again",
            "ams-lon");

    private static final Key<PortLink> DISABLE_PORT = TimelineReader.what(
            "disable-port",
            PortLink.VALUE,
            "a link of a port pair of ExpressRoute Direct is administratively down, with that link of all its circuits",
            "dp-ams.primary");
    private static final Key<PortLink> ENABLE_PORT =
            TimelineReader.what("enable-port", PortLink.VALUE, "a link of a port pair is up again", "dp-ams.primary");

    private static final Key<String> DELETE_FAST_CONNECT = TimelineReader.what(
            "delete-fast-connect",
            Words.reference(NameKind.CLOUD),
            "Oracle's end of an interconnect is deleted, and the private peering that Oracle configured with it",
            "oci");

    private static final Key<ImmutableList<String>> BETWEEN = Key.optional(
            "between",
            ReachReader.BETWEEN.value(),
            "needed with connect-global-reach",
            "the two circuits that are joined (with connect-global-reach)",
            "[er-ams, er-lon]");
    private static final Key<Prefix> SUBNET = Key.optional(
            "subnet",
            Nets.PREFIX,
            "needed with connect-global-reach",
            "a /29 that nobody uses (with connect-global-reach)",
            "192.168.250.0/29");
    private static final Key<Prefix> IPV6_SUBNET = Key.optional(
            "ipv6-subnet",
            Nets.PREFIX,
            "IPv6 does not pass",
            "a /125 that nobody uses (with connect-global-reach)",
            "2001:db8:0:9::/125");

    private static final Key<ImmutableSet<String>> OTHER_COUNTRIES = Key.optional(
            "other-countries",
            ReachReader.OTHER_COUNTRIES.value(),
            "those of the list of 2020 only",
            "where Azure offers Global Reach besides (with connect-global-reach)",
            "[Spain, Italy]");
    private static final Key<Long> DELAY = Key.optional(
            "delay",
            ReachReader.DELAY.value(),
            "10ms",
            "one way, between the two peering locations (with connect-global-reach)",
            "38ms");

    static final ImmutableMap<Key<?>, Function<Fields, Operation>> KINDS =
            ImmutableMap.<Key<?>, Function<Fields, Operation>>builder()
                    .put(CONNECT_GLOBAL_REACH, ReachChanges::connect)
                    .put(
                            DISCONNECT_GLOBAL_REACH,
                            fields -> new GlobalReachOperation.Disconnect(fields.get(DISCONNECT_GLOBAL_REACH)))
                    .put(
                            DELETE_FAST_CONNECT,
                            fields -> new CloudOperation.DeleteFastConnect(fields.get(DELETE_FAST_CONNECT)))
                    .put(DISABLE_PORT, fields -> fields.get(DISABLE_PORT).setEnabled(false))
                    .put(ENABLE_PORT, fields -> fields.get(ENABLE_PORT).setEnabled(true))
                    .buildOrThrow();

    static final ImmutableList<Key<?>> SETTINGS =
            ImmutableList.of(BETWEEN, SUBNET, IPV6_SUBNET, OTHER_COUNTRIES, DELAY);

    private ReachChanges() {}

    private static Operation connect(Fields fields) {
        return new GlobalReachOperation.Connect(
                ReachReader.globalReach(fields.get(CONNECT_GLOBAL_REACH), fields.as(ReachReader.GLOBAL_REACH)));
    }
}
