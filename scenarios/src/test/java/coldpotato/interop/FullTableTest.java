package coldpotato.interop;

import static coldpotato.interop.Circuit.FROM_GATEWAY;
import static coldpotato.interop.Circuit.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The routes of a full table in both directions at once, between two BIRDs with one of ours in between. */
@Tag("bird")
@Tag("large")
@NeedsNamespaces(products = Product.BIRD)
class FullTableTest {
    private static final int ROUTES = 500_000;
    private static final long CEILING_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final EdgeSession CUSTOMER = PRIMARY.withHoldSeconds(180);
    private static final EdgeSession INSIDE = FROM_GATEWAY.withHoldSeconds(180);

    @Test
    void halfAMillionRoutesEachWayEndInEqualTables(Lab lab) {
        List<OwnRoute> azure = OwnRoute.many(ROUTES);
        List<OwnRoute> own = OwnRoute.many(2 * ROUTES).subList(ROUTES, 2 * ROUTES);
        Circuit circuit = new Circuit(lab);
        Msee msee = circuit.start(MseeFile.of(PRIMARY).set("hold-time", "180s").gateway());
        Bird gateway = circuit.startGateway(azure);
        Bird ce = Bird.start(lab, circuit.edgeSpace(), circuit.edge(CUSTOMER).announcing(own));
        awaitCount(ce, CUSTOMER, msee);
        awaitCount(gateway, INSIDE, msee);
        assertThat(ce.prefixesHeard(CUSTOMER)).isEqualTo(prefixes(azure));
        assertThat(gateway.prefixesHeard(INSIDE)).isEqualTo(prefixes(own));
        assertThat(msee.downs(PRIMARY)).isZero();
        assertThat(msee.process().residentMebibytes()).isLessThan(1000);
    }

    private static void awaitCount(Bird bird, EdgeSession session, Msee msee) {
        Patience.until(
                CEILING_NANOS,
                "a full table is heard over " + session.name(),
                () -> bird.countHeard(session) == ROUTES,
                () -> bird.status(session) + "\n" + msee.process().log());
    }

    private static TreeSet<String> prefixes(List<OwnRoute> routes) {
        TreeSet<String> prefixes = new TreeSet<>();
        routes.forEach(route -> prefixes.add(route.prefix()));
        return prefixes;
    }
}
