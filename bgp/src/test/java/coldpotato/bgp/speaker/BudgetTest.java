package coldpotato.bgp.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.speaker.ListeningNeighbours.Neighbour;
import coldpotato.bgp.wire.KeepaliveMessage;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large work divided over several inputs. */
class BudgetTest {
    private static final int PREFIXES = 100;
    private static final int PER_INPUT = 10;

    private final ListeningNeighbours world = new ListeningNeighbours(3, PER_INPUT);
    private final Neighbour feed = world.all.get(0);
    private final Neighbour monitor = world.all.get(1);
    private final Neighbour late = world.all.get(2);

    private void up() {
        world.start();
        feed.comeUp();
        monitor.comeUp();
        IntStream.range(0, PREFIXES)
                .forEach(i -> feed.announce(new Prefix(IpAddress.ipv4(0x0a00_0000 + (i << 8)), 24), 1));
        assertThat(monitor.table).hasSize(PREFIXES);
    }

    @Test
    void theLossOfATableTakesAsManyInputsAsItNeeds() {
        up();
        world.speaker.closed(++world.now, feed.connection);
        assertThat(monitor.table).hasSize(PREFIXES - PER_INPUT);
        assertThat(world.finish()).isEqualTo(PREFIXES / PER_INPUT - 1);
        assertThat(monitor.table).isEmpty();
    }

    @Test
    void keepalivesAreSentBetweenTheSlices() {
        up();
        world.speaker.closed(++world.now, feed.connection);
        world.pass(Durations.seconds(61));
        assertThat(monitor.heard).filteredOn(KeepaliveMessage.class::isInstance).hasSizeGreaterThan(1);
        assertThat(monitor.table).isNotEmpty();
    }

    @Test
    void aFeedThatComesBackBeforeItsTableIsForgottenLosesNothing() {
        up();
        Prefix kept = new Prefix(IpAddress.ipv4(0x0a00_0000 + (PREFIXES - 1 << 8)), 24);
        feed.flap();
        feed.announce(kept, 2);
        world.finish();
        assertThat(monitor.table).containsOnlyKeys(kept);
    }

    @Test
    void aNewNeighbourWithAPolicyOfItsOwnHearsNothingBeforeThePolicyHasSeenTheTable() {
        up();
        world.change(late, peer -> peer.exportPolicy(own("late")));
        late.comeUp();
        assertThat(late.table).isEmpty();
        assertThat(world.finish()).isGreaterThan(5);
        assertThat(late.table).isEqualTo(monitor.table);
    }

    @Test
    void anExportPolicyThatChangesWithdrawsNothingThatStays() {
        up();
        world.change(monitor, peer -> peer.exportPolicy(own("other")));
        long told = monitor.updates();
        world.finish();
        assertThat(monitor.updates()).isEqualTo(told);
        assertThat(monitor.toldByTheSpeaker()).hasSize(PREFIXES);
    }

    @Test
    void anImportPolicyThatChangesIsAppliedToAllThatIsThere() {
        up();
        world.change(feed, peer -> peer.importPolicy(Policy.REFUSE_ALL));
        assertThat(world.finish()).isGreaterThan(5);
        assertThat(monitor.table).isEmpty();
        assertThat(world.speaker
                        .adjRibIn(feed.name, AfiSafi.IPV4_UNICAST)
                        .orElseThrow()
                        .acceptedCount())
                .isZero();
    }

    private static Policy own(String name) {
        return new Policy(name, ImmutableList.of(), Policy.ACCEPT_ALL.end());
    }
}
