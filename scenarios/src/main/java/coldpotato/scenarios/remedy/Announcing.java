package coldpotato.scenarios.remedy;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.operations.AnnouncementOperation;
import coldpotato.core.azure.operations.EdgeOperation;
import coldpotato.core.net.Prefix;
import coldpotato.scenarios.reason.Technique;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes of what the customer announces: they move packets that come in. */
final class Announcing {
    /** As often as Microsoft prepends during maintenance, and once more. */
    private static final ImmutableList<Integer> PREPENDS = ImmutableList.of(2, 9);

    private final Case asked;
    private final HybridNetwork model;

    Announcing(Case asked) {
        this.asked = asked;
        this.model = asked.model();
    }

    Stream<Change> changes() {
        return Stream.concat(
                asked.rightDoors().stream().filter(Door::inward).flatMap(this::invite),
                asked.wrongDoors().stream().filter(Door::inward).flatMap(this::turnAway));
    }

    private Stream<Change> invite(Door door) {
        return prefix(door).stream().flatMap(prefix -> {
            ImmutableList<Door> doors = asked.twinsToTake(door);
            Stream<Change> whole =
                    doors.stream().allMatch(each -> each.announced(model).contains(prefix))
                            ? Stream.of()
                            : Stream.of(announce(Technique.ANNOUNCE, doors, ImmutableSet.of(prefix)));
            Stream<Change> halves = prefix.length() >= maximum(prefix)
                    ? Stream.of()
                    : Stream.of(announce(
                            Technique.LONGER_PREFIX,
                            doors,
                            ImmutableSet.of(
                                    prefix.subnet(prefix.length() + 1, 0), prefix.subnet(prefix.length() + 1, 1))));
            return Stream.concat(whole, halves);
        });
    }

    /** Longer ones are hosts, which nobody announces. */
    private static int maximum(Prefix prefix) {
        return prefix.address().isIpv4() ? 30 : 64;
    }

    private static Change announce(Technique technique, ImmutableList<Door> doors, ImmutableSet<Prefix> prefixes) {
        return Change.of(
                technique,
                doors.stream()
                        .map(each -> new AnnouncementOperation.Announce(each.name(), prefixes))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** What covers the destination: as it is announced already, else as its site has it. */
    private Optional<Prefix> prefix(Door door) {
        return Stream.concat(asked.wrongDoors().stream(), Stream.of(door))
                .flatMap(each -> each.covering(model, asked.destination()).stream())
                .findFirst()
                .or(() -> model.siteOf(door.router()).flatMap(this::ofSite));
    }

    private Optional<Prefix> ofSite(Site site) {
        return Stream.concat(site.prefixes().stream(), site.publicPrefixes().stream())
                .filter(prefix -> prefix.contains(asked.destination()))
                .findFirst();
    }

    private Stream<Change> turnAway(Door door) {
        Stream<Change> prepends = door.end().stream().flatMap(end -> PREPENDS.stream()
                .map(times ->
                        Change.of(Technique.PREPEND, ImmutableList.of(new EdgeOperation.SetPrepend(end, times)))));
        Stream<Change> withdrawal = door.covering(model, asked.destination()).stream()
                .map(prefix -> Change.of(
                        Technique.WITHDRAW,
                        doorsToClose(door, prefix).stream()
                                .map(each -> new AnnouncementOperation.Withdraw(each.name(), ImmutableSet.of(prefix)))
                                .collect(ImmutableList.toImmutableList())));
        return Stream.concat(prepends, withdrawal);
    }

    /** Its twin, too, unless that is where the packets should come in. */
    private ImmutableList<Door> doorsToClose(Door door, Prefix prefix) {
        ImmutableSet<String> right = asked.rightDoors().stream().map(Door::name).collect(ImmutableSet.toImmutableSet());
        return door.withTwin(model).stream()
                .filter(each ->
                        !right.contains(each.name()) && each.announced(model).contains(prefix))
                .collect(ImmutableList.toImmutableList());
    }
}
