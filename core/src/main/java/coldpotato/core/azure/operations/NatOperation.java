package coldpotato.core.azure.operations;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.SiteNats;
import coldpotato.core.azure.SiteSourceNat;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** Stops and starts NATs of sites, and gives them other pools. */
public sealed interface NatOperation extends Operation {
    /** Which NAT. */
    String nat();

    @Override
    default String element() {
        return nat();
    }

    /** Where a NAT is. */
    private static Site siteOf(HybridNetwork network, String nat) {
        return network.sites().values().stream()
                .filter(site -> site.nats().has(nat))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no NAT is called " + nat));
    }

    private static HybridNetwork with(HybridNetwork network, Site site, SiteNats nats) {
        return network.toBuilder().put(site.withNats(nats)).build();
    }

    private static ImmutableSet<SiteNats.Stopped> places(Site site, String nat, Optional<String> router) {
        router.ifPresent(only -> checkArgument(
                site.routers().containsKey(only), "%s has no router %s, so %s is not there", site.name(), only, nat));
        return router
                .<ImmutableSet<String>>map(ImmutableSet::of)
                .orElse(site.routers().keySet())
                .stream()
                .map(at -> new SiteNats.Stopped(nat, at))
                .collect(ImmutableSet.toImmutableSet());
    }

    private static String where(Optional<String> router) {
        return router.map(only -> " on " + only).orElse("");
    }

    /** A NAT stops, everywhere or on one router; it forgets what no other one shares, and drops what it would translate. */
    record Stop(String nat, Optional<String> router) implements NatOperation {
        @Override
        public String text() {
            return "stops" + where(router);
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Site site = siteOf(network, nat);
            return with(network, site, site.nats().withStopped(places(site, nat, router)));
        }
    }

    /** A NAT works again. */
    record Start(String nat, Optional<String> router) implements NatOperation {
        @Override
        public String text() {
            return "works again" + where(router);
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Site site = siteOf(network, nat);
            return with(network, site, site.nats().withStarted(places(site, nat, router)));
        }
    }

    /** A source NAT gives other addresses from now on; what is open keeps those that it has, if their answers still find back. */
    record SetPool(String nat, Prefix pool) implements NatOperation {
        @Override
        public String text() {
            return "gets pool " + pool;
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            Site site = siteOf(network, nat);
            SiteSourceNat before = Parts.named(site.nats().source(), "source NAT", nat);
            return with(network, site, site.nats().with(before.withPool(pool)));
        }
    }
}
