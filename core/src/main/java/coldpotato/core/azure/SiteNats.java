package coldpotato.core.azure;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The NATs at the edges of a site.
 *
 * @param source source NAT, by name
 * @param destination destination NAT, by name
 * @param stopped those that do not work at present
 */
public record SiteNats(
        ImmutableMap<String, SiteSourceNat> source,
        ImmutableMap<String, SiteDestinationNat> destination,
        ImmutableSet<Stopped> stopped) {
    /** No NAT. */
    public static final SiteNats NONE = new SiteNats(ImmutableMap.of(), ImmutableMap.of(), ImmutableSet.of());

    /** A NAT that does not work on one of the routers on whose links it stands. */
    public record Stopped(String nat, String router) {}

    /** True if there is a NAT of that name. */
    public boolean has(String nat) {
        return source.containsKey(nat) || destination.containsKey(nat);
    }

    /** True unless the NAT has stopped there. */
    public boolean works(String nat, String router) {
        return !stopped.contains(new Stopped(nat, router));
    }

    /** The addresses under which servers of the site are known outside it. */
    public ImmutableSet<IpAddress> published() {
        return destination.values().stream()
                .flatMap(nat -> nat.published().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** True for addresses that its NATs give or publish. */
    public boolean holds(Prefix prefix) {
        return pools(nat -> true, nat -> true).anyMatch(pool -> pool.contains(prefix));
    }

    /** True for addresses that nobody but a router whose NAT works may be the origin of. */
    public boolean isBound(Prefix prefix) {
        return pools(SiteSourceNat::bound, SiteDestinationNat::bound).anyMatch(pool -> pool.contains(prefix));
    }

    private Stream<Prefix> pools(Predicate<SiteSourceNat> which, Predicate<SiteDestinationNat> whichServers) {
        return Stream.concat(
                source.values().stream().filter(which).map(SiteSourceNat::pool),
                destination.values().stream()
                        .filter(whichServers)
                        .flatMap(nat -> nat.published().stream())
                        .map(Prefix::host));
    }

    /** The same with more of them stopped. */
    public SiteNats withStopped(ImmutableSet<Stopped> more) {
        return new SiteNats(source, destination, Sets.union(stopped, more).immutableCopy());
    }

    /** The same with fewer of them stopped. */
    public SiteNats withStarted(ImmutableSet<Stopped> some) {
        return new SiteNats(source, destination, Sets.difference(stopped, some).immutableCopy());
    }

    /** The same with another source NAT in the place of the one of that name. */
    public SiteNats with(SiteSourceNat nat) {
        ImmutableMap.Builder<String, SiteSourceNat> all = ImmutableMap.builder();
        all.putAll(source).put(nat.name(), nat);
        return new SiteNats(all.buildKeepingLast(), destination, stopped);
    }
}
