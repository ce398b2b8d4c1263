package coldpotato.interop;

import static coldpotato.interop.Circuit.FROM_GATEWAY;
import static coldpotato.interop.Circuit.FROM_GATEWAY6;
import static coldpotato.interop.Circuit.PRIMARY;
import static coldpotato.interop.Circuit.PRIMARY6;
import static coldpotato.interop.Circuit.awaitHeard;
import static coldpotato.interop.Circuit.awaitRoute;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What routes look like at the daemon, and what ours look like to the gateway behind us. */
interface RouteFeatures extends Tried {
    long CUSTOMER_LARGE = 4200000010L;

    @Tries(Feature.IPV4)
    default void ipv4RoutesArriveBothWays(Lab lab) {
        Circuit circuit = new Circuit(lab);
        circuit.start(MseeFile.of(PRIMARY).gateway().announcing(MseeFile.AZURE));
        Daemon gateway = circuit.startGateway();
        Daemon ce = circuit.start(product(), PRIMARY);
        HeardRoute azure = awaitRoute(ce, PRIMARY, "10.20.0.0/16");
        assertThat(azure.path()).isEqualTo("10.20.0.0/16 via 192.168.100.130, 12076");
        HeardRoute own = awaitRoute(gateway, FROM_GATEWAY, "10.1.0.0/16");
        assertThat(own.path()).isEqualTo("10.1.0.0/16 via 172.16.0.2, 12076 65010");
    }

    @Tries(Feature.IPV6)
    default void ipv6RoutesArriveBothWays(Lab lab) {
        Circuit circuit = new Circuit(lab);
        circuit.start(MseeFile.of(PRIMARY6).gateway().announcing("{prefix: 'fd00:20::/48'}"));
        Daemon gateway = circuit.startGateway();
        Daemon ce =
                circuit.start(product(), circuit.edge(PRIMARY6).announcing(List.of(OwnRoute.plain("fd00:10::/48"))));
        HeardRoute azure = awaitRoute(ce, PRIMARY6, "fd00:20::/48");
        assertThat(azure.path()).isEqualTo("fd00:20::/48 via fd00:100::2, 12076");
        HeardRoute own = awaitRoute(gateway, FROM_GATEWAY6, "fd00:10::/48");
        assertThat(own.path()).isEqualTo("fd00:10::/48 via fd00:172::2, 12076 65010");
    }

    @Tries(Feature.FOUR_OCTET_AS)
    default void fourOctetAsNumbersArriveBothWays(Lab lab) {
        Circuit circuit = new Circuit(lab);
        circuit.start(MseeFile.of()
                .peer(PRIMARY, CUSTOMER_LARGE)
                .gateway()
                .announcing("{prefix: 10.20.0.0/16, as-path: [4200000020]}"));
        Daemon gateway = circuit.startGateway();
        Daemon ce = circuit.start(product(), circuit.edge(PRIMARY).ofAs(CUSTOMER_LARGE));
        assertThat(awaitRoute(ce, PRIMARY, "10.20.0.0/16").asPath()).isEqualTo("12076 4200000020");
        assertThat(awaitRoute(gateway, FROM_GATEWAY, "10.1.0.0/16").asPath()).isEqualTo("12076 4200000010");
    }

    @Tries({Feature.COMMUNITIES, Feature.LARGE_COMMUNITIES, Feature.EXTENDED_COMMUNITIES})
    default void everyKindOfCommunityArrivesBothWays(Lab lab) {
        OwnRoute own = new OwnRoute(
                "10.1.0.0/16", List.of("65010:1", "65010:65535"), List.of("65010:1:4294967295"), List.of("65010:7"));
        Circuit circuit = new Circuit(lab);
        circuit.start(MseeFile.of(PRIMARY)
                .gateway()
                .announcing("{prefix: 10.20.0.0/16, communities: [12076:20001, 12076:50002, 12076:4200000000:3,"
                        + " rt:12076:9]}"));
        Daemon gateway = circuit.startGateway();
        Daemon ce = circuit.start(product(), circuit.edge(PRIMARY).announcing(List.of(own)));
        assertThat(awaitRoute(ce, PRIMARY, "10.20.0.0/16"))
                .isEqualTo(new HeardRoute(
                        "10.20.0.0/16",
                        PRIMARY.remote(),
                        "12076",
                        List.of("12076:20001", "12076:50002"),
                        List.of("12076:4200000000:3"),
                        List.of("rt:12076:9")));
        assertThat(awaitRoute(gateway, FROM_GATEWAY, "10.1.0.0/16"))
                .isEqualTo(new HeardRoute(
                        "10.1.0.0/16",
                        FROM_GATEWAY.remote(),
                        "12076 65010",
                        own.communities(),
                        own.large(),
                        List.of("rt:65010:7")));
    }

    @Tries(Feature.ROUTE_REFRESH)
    default void tellsEverythingAgainWhenTheDaemonAsks(Lab lab) {
        Circuit circuit = new Circuit(lab);
        circuit.start(MseeFile.of(PRIMARY).announcing(MseeFile.AZURE));
        Daemon ce = circuit.start(product(), PRIMARY);
        awaitHeard(ce, PRIMARY, 1);
        long before = ce.updatesHeard(PRIMARY);
        ce.askForRefresh(PRIMARY);
        Patience.until("routes are told again", () -> ce.updatesHeard(PRIMARY) > before, () -> ce.report(PRIMARY));
        assertThat(awaitHeard(ce, PRIMARY, 1)).hasSize(1);
    }

    @Tries(Feature.OUR_PREFIX_LIMIT)
    default void weEndTheSessionWhenTheDaemonTellsTooMuch(Lab lab) {
        List<OwnRoute> three =
                List.of(OwnRoute.plain("10.1.0.0/16"), OwnRoute.plain("10.2.0.0/16"), OwnRoute.plain("10.3.0.0/16"));
        Circuit circuit = new Circuit(lab);
        Msee msee = circuit.start(MseeFile.of().peer(PRIMARY, "prefix-limit: {prefixes: 2, restart: 2s}"));
        Daemon ce = circuit.start(product(), circuit.edge(PRIMARY).announcing(three));
        msee.awaitDown(PRIMARY, "prefix limit");
        ce.awaitHearing(Cease.PREFIXES);
        ce.withdrawAll();
        ce.awaitEstablished(PRIMARY);
        msee.awaitUp(PRIMARY);
    }

    @Tries(Feature.ITS_PREFIX_LIMIT)
    default void theDaemonEndsTheSessionWhenWeTellTooMuch(Lab lab) {
        Circuit circuit = new Circuit(lab);
        MseeFile file = MseeFile.of(PRIMARY);
        Msee talkative =
                circuit.start(file.announcing("{prefix: [10.20.0.0/16, 10.21.0.0/16, 10.22.0.0/16, 10.23.0.0/16]}"));
        Daemon ce = circuit.start(product(), PRIMARY.withPrefixMax(2));
        talkative.awaitDown(PRIMARY, "Cease/Maximum Number of Prefixes Reached");
        talkative.stop();
        circuit.start(file.announcing(MseeFile.AZURE));
        ce.retry(PRIMARY);
        awaitHeard(ce, PRIMARY, 1);
        assertThat(ce.isEstablished(PRIMARY)).isTrue();
    }
}
