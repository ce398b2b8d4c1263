package coldpotato.sim.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coldpotato.sim.net.Capacity;
import coldpotato.sim.net.Direction;
import coldpotato.sim.net.Queues;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharingTest {
    private static final double TINY = 1e-9;
    private static final Capacity NARROW = new Capacity("narrow", 100);
    private static final Capacity WIDE = new Capacity("wide", 300);
    private static final int VOICE = 46;

    private static coldpotato.sim.load.Stream stream(boolean yields, int flows, double bits, Capacity... limits) {
        return stream(yields, flows, bits, 0, limits);
    }

    private static coldpotato.sim.load.Stream stream(
            boolean yields, int flows, double bits, int dscp, Capacity... limits) {
        ImmutableList<Crossing> crossings = Stream.of(limits)
                .map(limit -> new Crossing(Lane.of(limit, Direction.A_TO_B), limit, 1))
                .collect(ImmutableList.toImmutableList());
        return new coldpotato.sim.load.Stream(flows, bits, 100, yields, dscp, crossings);
    }

    private static coldpotato.sim.load.Stream udp(int flows, double bits, Capacity... limits) {
        return stream(false, flows, bits, limits);
    }

    private static coldpotato.sim.load.Stream tcp(int flows, double bits, Capacity... limits) {
        return stream(true, flows, bits, limits);
    }

    @Test
    void sendersThatGoOnLoseTheSameShare() {
        Shares shares = Sharing.of(List.of(udp(1, 150, NARROW), udp(5, 50, NARROW)));
        assertThat(shares.delivered(0)).isEqualTo(0.5, within(TINY));
        assertThat(shares.delivered(1)).isEqualTo(0.5, within(TINY));
    }

    @Test
    void sendersThatSlowDownGetTheSameRatePerFlow() {
        Shares shares = Sharing.of(List.of(tcp(1, 150, NARROW), tcp(4, 400, NARROW)));
        assertThat(shares.delivered(0) * 150).isEqualTo(20, within(TINY));
        assertThat(shares.delivered(1) * 400).isEqualTo(80, within(TINY));
    }

    @Test
    void oneThatWishesForLittleHasAllOfIt() {
        Shares shares = Sharing.of(List.of(tcp(1, 10, NARROW), tcp(1, 500, NARROW)));
        assertThat(shares.delivered(0)).isEqualTo(1);
        assertThat(shares.delivered(1) * 500).isEqualTo(90, within(TINY));
    }

    @Test
    void sendersThatSlowDownAreLeftWhatTheOthersDoNotTake() {
        Shares shares = Sharing.of(List.of(udp(1, 70, NARROW), tcp(1, 100, NARROW)));
        assertThat(shares.delivered(0)).isEqualTo(1);
        assertThat(shares.delivered(1)).isEqualTo(0.3, within(TINY));
    }

    @Test
    void oneKeptAtANarrowLimitLeavesRoomOnTheWideOneBeforeIt() {
        Shares shares = Sharing.of(List.of(tcp(1, 1000, WIDE, NARROW), tcp(1, 1000, WIDE)));
        assertThat(shares.delivered(1) * 1000).isEqualTo(200, within(TINY));
        assertThat(shares.narrowest(0)).contains(Lane.of(NARROW, Direction.A_TO_B));
        assertThat(shares.narrowest(1)).contains(Lane.of(WIDE, Direction.A_TO_B));
    }

    @Test
    void aLimitOfPacketsIsReachedBySmallOnesFirst() {
        Capacity packets = new Capacity("gateway", Capacity.Unit.PACKETS, 10);
        Shares shares = Sharing.of(List.of(udp(1, 10 * 100 * 8 * 2, packets)));
        assertThat(shares.delivered(0)).isEqualTo(0.5, within(TINY));
    }

    @Test
    void ofMoreFlowsThanALimitTakesEachLosesTheSameShare() {
        Capacity flows = new Capacity("gateway", Capacity.Unit.FLOWS, 30);
        Shares shares = Sharing.of(List.of(udp(20, 0, flows), tcp(20, 80, flows)));
        assertThat(shares.delivered(0)).isEqualTo(0.75, within(TINY));
        assertThat(shares.delivered(1)).isEqualTo(0.75, within(TINY));
    }

    @Test
    void aClassWithAPartOfALinkKeepsItAgainstAllOthers() {
        Capacity queued = NARROW.queued(Optional.of(new Queues(ImmutableMap.of(VOICE, 30))));
        Shares shares = Sharing.of(List.of(stream(false, 1, 20, VOICE, queued), udp(1, 400, queued)));
        assertThat(shares.delivered(0)).isEqualTo(1);
        assertThat(shares.delivered(1) * 400).isEqualTo(80, within(TINY));
    }

    @Test
    void aClassThatWantsMoreThanItsPartGetsWhatOthersLeave() {
        Capacity queued = NARROW.queued(Optional.of(new Queues(ImmutableMap.of(VOICE, 30))));
        Shares shares = Sharing.of(List.of(stream(false, 1, 200, VOICE, queued), tcp(1, 50, queued)));
        assertThat(shares.delivered(0) * 200).isEqualTo(50, within(TINY));
        assertThat(shares.delivered(1)).isEqualTo(1);
    }

    @Test
    void queuesHoldForSendersThatSlowDownToo() {
        Capacity queued = NARROW.queued(Optional.of(new Queues(ImmutableMap.of(VOICE, 30))));
        Shares shares = Sharing.of(List.of(stream(true, 1, 60, VOICE, queued), udp(1, 400, queued)));
        assertThat(shares.delivered(0) * 60).isEqualTo(30, within(TINY));
        assertThat(shares.delivered(1) * 400).isEqualTo(70, within(TINY));
    }
}
