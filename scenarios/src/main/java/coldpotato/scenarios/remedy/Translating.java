package coldpotato.scenarios.remedy;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.SiteSourceNat;
import coldpotato.core.azure.operations.AnnouncementOperation;
import coldpotato.core.net.Prefix;
import coldpotato.scenarios.reason.Technique;
import coldpotato.sim.flow.FlowDirection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes of source NAT: answers return to the edge whose address the request shows. */
final class Translating {
    private static final int POOL_LENGTH = 28;
    /** Where pools for the inside are looked for: RFC 6598 space, which is nobody's. */
    private static final Prefix INSIDE = Prefix.parse("100.64.0.0/10");

    private final Case asked;
    private final HybridNetwork model;

    Translating(Case asked) {
        this.asked = asked;
        this.model = asked.model();
    }

    /** Of the answers only: whom they are sent to is what a translation decides. */
    Stream<Change> changes() {
        return asked.direction() == FlowDirection.REVERSE
                ? asked.rightDoors().stream().flatMap(this::at)
                : Stream.of();
    }

    private Stream<Change> at(Door door) {
        return model.siteOf(door.router()).stream()
                .filter(site -> model.sites().containsKey(site.name()))
                .flatMap(site -> door.inward() ? outbound(site, door) : inbound(site, door));
    }

    /** Requests from outside came in at a door: the edge shows an address of its own, which only the inside has to reach. */
    private Stream<Change> inbound(Site site, Door door) {
        return asked.destination().isIpv4() && freePool().isPresent()
                ? Stream.of(
                        translate(Technique.SOURCE_NAT, site, door, freePool().get(), true))
                : Stream.of();
    }

    private Optional<Prefix> freePool() {
        return Stream.iterate(0, index -> index < 1 << 8, index -> index + 1)
                .map(index -> INSIDE.subnet(POOL_LENGTH, index))
                .filter(pool -> asked.network().plan().nodes().values().stream()
                        .flatMap(node -> node.attached().stream())
                        .noneMatch(pool::overlaps))
                .findFirst();
    }

    /** Requests left by a door: the edge shows an address that is announced there alone. */
    private Stream<Change> outbound(Site site, Door door) {
        Optional<SiteSourceNat> there = site.nats().source().values().stream()
                .filter(nat -> !nat.inbound() && nat.links().contains(door.outside()))
                .findFirst();
        return there.map(nat -> separate(site, door, nat)).orElseGet(() -> ownPool(door, site).stream()
                .map(pool ->
                        translate(Technique.SOURCE_NAT, site, door, pool, false).and(announce(door, pool))));
    }

    /** The last addresses of what the door announces, else of what the site has. */
    private Optional<Prefix> ownPool(Door door, Site site) {
        return Stream.concat(door.announced(model).stream(), site.publicPrefixes().stream())
                .filter(prefix -> prefix.address().isIpv4() && prefix.length() < POOL_LENGTH)
                .map(prefix -> prefix.subnet(POOL_LENGTH, (1 << (POOL_LENGTH - prefix.length())) - 1))
                .findFirst();
    }

    private Change announce(Door door, Prefix pool) {
        return Change.of(
                Technique.SOURCE_NAT,
                door.withTwin(model).stream()
                        .map(each -> new AnnouncementOperation.Announce(each.name(), ImmutableSet.of(pool)))
                        .collect(ImmutableList.toImmutableList()));
    }

    private Change translate(Technique technique, Site site, Door door, Prefix pool, boolean inbound) {
        ImmutableSet<String> links =
                door.withTwin(model).stream().map(Door::outside).collect(ImmutableSet.toImmutableSet());
        SiteSourceNat nat = new SiteSourceNat(
                "nat-" + door.outside(), links, pool, SiteSourceNat.PORTS_MAX, false, inbound, "nat-" + door.outside());
        return Change.of(
                technique,
                site.name(),
                "translates what is opened from " + (inbound ? "outside" : "the site") + " on "
                        + String.join(", ", links) + " into " + pool,
                network -> network.toBuilder()
                        .put(with(network.sites().get(site.name()), nat))
                        .build());
    }

    private static Site with(Site site, SiteSourceNat nat) {
        return site.withNats(site.nats().with(nat));
    }

    /** NATs of other edges have the same pool: its first half stays theirs, the other becomes that of this edge alone. */
    private Stream<Change> separate(Site site, Door door, SiteSourceNat nat) {
        ImmutableList<String> others = site.nats().source().values().stream()
                .filter(each -> each.pool().equals(nat.pool()) && !each.name().equals(nat.name()))
                .map(SiteSourceNat::name)
                .collect(ImmutableList.toImmutableList());
        boolean elsewhere = asked.wrongDoors().stream().map(Door::outside).anyMatch(nat.links()::contains);
        return others.isEmpty() || elsewhere ? Stream.of() : Stream.of(separate(site, door, nat, others));
    }

    private Change separate(Site site, Door door, SiteSourceNat nat, ImmutableList<String> others) {
        Prefix pool = nat.pool();
        Prefix here = pool.subnet(pool.length() + 1, 1);
        Prefix there = pool.subnet(pool.length() + 1, 0);
        Change changed = Change.of(
                Technique.SEPARATE_POOLS,
                nat.name(),
                "gets pool " + here + ", " + String.join(", ", others) + (others.size() > 1 ? " keep " : " keeps ")
                        + there,
                network -> network.toBuilder()
                        .put(divided(network.sites().get(site.name()), nat, here, there))
                        .build());
        return Stream.of(announceHalf(door.withTwin(model), pool, here), announceHalf(asked.wrongDoors(), pool, there))
                .flatMap(Optional::stream)
                .reduce(changed, Change::and);
    }

    private static Site divided(Site site, SiteSourceNat nat, Prefix here, Prefix there) {
        Site changed = site;
        for (SiteSourceNat each : site.nats().source().values()) {
            if (each.pool().equals(nat.pool())) {
                changed = with(changed, each.withPool(each.name().equals(nat.name()) ? here : there));
            }
        }
        return changed;
    }

    private Optional<Change> announceHalf(ImmutableList<Door> doors, Prefix pool, Prefix half) {
        ImmutableList<Door> announcing = doors.stream()
                .flatMap(door -> door.withTwin(model).stream())
                .filter(door -> door.announced(model).contains(pool))
                .distinct()
                .collect(ImmutableList.toImmutableList());
        return announcing.isEmpty()
                ? Optional.empty()
                : Optional.of(Change.of(
                                Technique.SEPARATE_POOLS,
                                announcing.stream()
                                        .map(door ->
                                                new AnnouncementOperation.Announce(door.name(), ImmutableSet.of(half)))
                                        .collect(ImmutableList.toImmutableList()))
                        .and(Change.of(
                                Technique.SEPARATE_POOLS,
                                announcing.stream()
                                        .map(door ->
                                                new AnnouncementOperation.Withdraw(door.name(), ImmutableSet.of(pool)))
                                        .collect(ImmutableList.toImmutableList()))));
    }
}
