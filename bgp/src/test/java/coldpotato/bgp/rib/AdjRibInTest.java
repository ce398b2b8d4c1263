package coldpotato.bgp.rib;

import static coldpotato.bgp.rib.PathSample.PREFIX;
import static coldpotato.bgp.rib.PathSample.from;
import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdjRibInTest {
    private static final NextHopTracking CONNECTED = new NextHopTracking() {
        @Override
        public long track(IpAddress nextHop) {
            return 0;
        }

        @Override
        public void untrack(IpAddress nextHop) {}
    };

    private final Rib rib = new Rib(AfiSafi.IPV4_UNICAST, DecisionProcess.RFC4271, CONNECTED);
    private final AdjRibIn peer = new AdjRibIn(rib, from(1).source());

    @Test
    void countsBeforeAndAfterPolicy() {
        peer.announce(from(1).path());
        peer.announce(from(1).prefix("10.1.0.0/16").refused());

        assertThat(peer.receivedCount()).isEqualTo(2);
        assertThat(peer.acceptedCount()).isEqualTo(1);
    }

    @Test
    void aPathThatReplacesAnotherCountsOnce() {
        peer.announce(from(1).path());
        peer.announce(from(1).med(5).path());
        peer.announce(from(1).refused());

        assertThat(peer.receivedCount()).isEqualTo(1);
        assertThat(peer.acceptedCount()).isZero();
    }

    @Test
    void withdrawingWhatWasNeverAnnouncedIsNothing() {
        peer.withdraw(PREFIX, 1);

        assertThat(peer.receivedCount()).isZero();
        assertThat(rib.isDirty()).isFalse();
    }

    @Test
    void aNeighbourThatIsGoneTakesOnlyItsOwnPaths() {
        peer.announce(from(1).path());
        rib.install(from(2).path());
        peer.clear(3);
        rib.decide();

        assertThat(peer.receivedCount()).isZero();
        assertThat(rib.decision(PREFIX).best()).contains(from(2).path());
    }

    @Test
    void aChangedPolicyIsAppliedToWhatArrived() {
        peer.announce(from(1).path());
        rib.decide();
        peer.judgeAgain(0, 1000, path -> Path.refused(path.prefix(), path.received(), path.source(), "new[1]", 8));

        assertThat(rib.decide()).extracting(RibChange::cause).containsExactly(8L);
        assertThat(rib.decision(PREFIX).best()).isEmpty();
        assertThat(peer.acceptedCount()).isZero();
    }

    @Test
    void refusedPathsCanBeSeenWithTheirRule() {
        peer.announce(from(1).refused());

        assertThat(peer.path(PREFIX)).map(Path::rule).contains("too long");
    }

    @Test
    void pathsAreVisitedInPrefixOrderAndOthersAreNotShown() {
        peer.announce(from(1).path());
        peer.announce(from(1).prefix("10.1.0.0/16").path());
        rib.install(from(2).prefix("10.0.0.0/16").path());
        List<Prefix> seen = new ArrayList<>();
        peer.forEach(path -> seen.add(path.prefix()));

        assertThat(seen).containsExactly(Prefix.parse("10.1.0.0/16"), PREFIX);
    }
}
