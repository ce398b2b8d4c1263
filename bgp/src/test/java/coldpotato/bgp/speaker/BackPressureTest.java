package coldpotato.bgp.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.speaker.ListeningNeighbours.Neighbour;
import coldpotato.bgp.wire.KeepaliveMessage;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Neighbours that take what they are told slowly, or not at all for a while. */
class BackPressureTest {
    private static final List<Prefix> PREFIXES =
            IntStream.range(1, 6).mapToObj(BackPressureTest::prefix).toList();

    private static final List<Policy> POLICIES = List.of(
            Policy.ACCEPT_ALL,
            Policy.REFUSE_ALL,
            new Policy("accept-all of its own", ImmutableList.of(), Policy.ACCEPT_ALL.end()));

    private final ListeningNeighbours world = new ListeningNeighbours(4);
    private final Neighbour feed = world.all.get(0);
    private final Neighbour other = world.all.get(1);
    private final Neighbour slow = world.all.get(2);
    private final Neighbour quick = world.all.get(3);

    private static Prefix prefix(int number) {
        return new Prefix(IpAddress.ipv4(0x0a00_0000 + (number << 16)), 16);
    }

    private void up() {
        world.start();
        world.all.forEach(Neighbour::comeUp);
    }

    @Test
    void whatIsNotWritableGetsNothingButKeepalives() {
        up();
        slow.makeRoom(0);
        PREFIXES.forEach(prefix -> feed.announce(prefix, 1));
        world.pass(Durations.seconds(61));
        assertThat(slow.updates()).isZero();
        assertThat(slow.heard).last().isInstanceOf(KeepaliveMessage.class);
        assertThat(quick.table).hasSize(PREFIXES.size());
    }

    @Test
    void theNewestStateIsToldWhenThereIsRoomAgain() {
        up();
        slow.makeRoom(0);
        IntStream.rangeClosed(1, 50).forEach(length -> feed.announce(PREFIXES.get(0), length));
        slow.makeRoom(Integer.MAX_VALUE);
        assertThat(slow.updates()).isEqualTo(1);
        assertThat(slow.table).isEqualTo(quick.table);
    }

    @Test
    void whatComesAndGoesUnseenIsNeverSpokenOf() {
        up();
        slow.makeRoom(0);
        feed.announce(PREFIXES.get(0), 1);
        feed.withdraw(PREFIXES.get(0));
        slow.makeRoom(Integer.MAX_VALUE);
        assertThat(slow.updates()).isZero();
    }

    @Test
    void prefixesThatWaitedAreToldTogetherWhereTheyShareAttributes() {
        up();
        slow.makeRoom(0);
        PREFIXES.forEach(prefix -> feed.announce(prefix, 1));
        slow.makeRoom(Integer.MAX_VALUE);
        assertThat(slow.updates()).isEqualTo(1);
        assertThat(quick.updates()).isEqualTo(PREFIXES.size());
    }

    @Test
    void aFullConnectionTakesNoMoreThanOneSliceOfTheFirstTable() {
        world.start();
        feed.comeUp();
        world.originate(20_000);
        slow.room = 3;
        slow.comeUp();
        assertThat(slow.table).hasSizeBetween(1, 19_999);
        assertThat(slow.toldByTheSpeaker()).isEqualTo(slow.table);
        IntStream.range(0, 10).forEach(i -> slow.makeRoom(1));
        assertThat(slow.table).hasSize(20_000).isEqualTo(slow.toldByTheSpeaker());
    }

    @Test
    void aTableThatIsLostIsWithdrawnInSlicesToo() {
        up();
        world.originate(20_000);
        slow.makeRoom(1);
        world.withdraw(20_000);
        assertThat(quick.table).isEmpty();
        slow.makeRoom(Integer.MAX_VALUE);
        assertThat(slow.table).isEmpty();
    }

    @Test
    void aRefreshIsAnsweredWithHowThingsStandWhenThereIsRoom() {
        world.start();
        feed.comeUp();
        PREFIXES.forEach(prefix -> feed.announce(prefix, 1));
        slow.comeUp().makeRoom(0);
        feed.withdraw(PREFIXES.get(0));
        slow.refresh();
        slow.makeRoom(Integer.MAX_VALUE);
        // The first table, the withdrawal, the table once more.
        assertThat(slow.updates()).isEqualTo(3);
        assertThat(slow.table).isEqualTo(quick.comeUp().table);
    }

    /** One thing that happens: who, where, and what. */
    record Step(int kind, int neighbour, int prefix, int number) {
        void on(ListeningNeighbours world) {
            Neighbour of = world.all.get(neighbour);
            switch (kind) {
                case 0, 1, 2 -> world.all.get(neighbour % 2).announce(PREFIXES.get(prefix), number);
                case 3, 4 -> world.all.get(neighbour % 2).withdraw(PREFIXES.get(prefix));
                case 5 -> of.makeRoom(0);
                case 6, 7 -> of.makeRoom(number);
                case 8 -> of.flap();
                case 9 -> world.change(of, peer -> peer.exportPolicy(POLICIES.get(number - 1)));
                case 10 -> of.refresh();
                default -> world.pass(1);
            }
        }
    }

    @Property
    void whateverHappensEveryNeighbourEndsWithTheTableThatAQuickOneHolds(
            @ForAll("steps") List<Step> steps, @ForAll("budgets") int prefixesPerInput) {
        ListeningNeighbours random = new ListeningNeighbours(4, prefixesPerInput);
        random.start();
        random.all.forEach(Neighbour::comeUp);
        for (Step step : steps) {
            step.on(random);
            random.all.forEach(each -> assertThat(each.toldByTheSpeaker()).isEqualTo(each.table));
        }
        random.all.forEach(each -> each.makeRoom(Integer.MAX_VALUE));
        random.finish();
        random.all.forEach(each ->
                assertThat(each.toldByTheSpeaker()).isEqualTo(each.table).isEqualTo(each.shouldHold()));
    }

    @Provide
    Arbitrary<Integer> budgets() {
        return Arbitraries.of(1, 2, Budget.UNLIMITED);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 11);
        Arbitrary<Integer> neighbours = Arbitraries.integers().between(0, 3);
        Arbitrary<Integer> prefixes = Arbitraries.integers().between(0, PREFIXES.size() - 1);
        Arbitrary<Integer> numbers = Arbitraries.integers().between(1, 3);
        return Combinators.combine(kinds, neighbours, prefixes, numbers)
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }
}
