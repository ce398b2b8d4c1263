package coldpotato.sim.node;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FibDelaysTest {
    private static final Prefix TEN = Prefix.parse("10.0.0.0/8");
    private static final Optional<SelectedRoute> NONE = Optional.empty();
    private static final Optional<SelectedRoute> OUTSIDE = route(RouteSource.EBGP);
    private static final Optional<SelectedRoute> INSIDE = route(RouteSource.IBGP);

    private final FibDelays delays = FibDelays.of(15).inside(1);

    @Test
    void tellsRoutesFromInsideApart() {
        assertThat(nanos(delays, NONE, OUTSIDE)).isEqualTo(15);
        assertThat(nanos(delays, NONE, INSIDE)).isEqualTo(1);
        assertThat(nanos(delays, INSIDE, INSIDE)).isEqualTo(1);
        assertThat(nanos(delays, INSIDE, NONE)).isEqualTo(1);
    }

    @Test
    void keepsWhatIsLostLongerThanTheOthersDo() {
        assertThat(nanos(FibDelays.of(1).inside(1), OUTSIDE, NONE)).isEqualTo(2);
        assertThat(nanos(FibDelays.of(1).inside(1), OUTSIDE, INSIDE)).isEqualTo(2);
        assertThat(nanos(delays, OUTSIDE, NONE)).isEqualTo(15);
        assertThat(nanos(delays, route(RouteSource.STATIC), NONE)).isEqualTo(15);
    }

    @Test
    void aReadyRouteIsUsedAtOnceInPlaceOfOneFromInside() {
        assertThat(nanos(delays.ready(), INSIDE, OUTSIDE)).isZero();
        assertThat(nanos(delays.ready(), NONE, OUTSIDE)).isEqualTo(15);
        assertThat(nanos(delays, INSIDE, OUTSIDE)).isEqualTo(15);
    }

    private static long nanos(FibDelays delays, Optional<SelectedRoute> before, Optional<SelectedRoute> after) {
        return delays.nanos(new RouteChange(TEN, before, after, 0));
    }

    private static Optional<SelectedRoute> route(RouteSource source) {
        return Optional.of(
                new SelectedRoute(TEN, source, source.distance(), 0, RouteAction.FORWARD, ImmutableList.of()));
    }
}
