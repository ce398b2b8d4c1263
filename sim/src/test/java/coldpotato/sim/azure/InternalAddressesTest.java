package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InternalAddressesTest {
    private static final Prefix PUBLIC = Prefix.parse("20.160.0.0/12");

    private final InternalAddresses addresses = new InternalAddresses(ImmutableSet.of(), PUBLIC);

    @Test
    void saysSoWhenThereIsNoPlaceForOneMoreLink() {
        assertThatThrownBy(() -> links(1 << 14).forEach(address -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the network is too large")
                .hasMessageContaining("16383 links");
    }

    @Test
    void givesEveryLinkAddressesOfItsOwn() {
        assertThat(links((1 << 14) - 1)).doesNotHaveDuplicates();
    }

    @Test
    void leavesOutWhatTheUserHasSaid() {
        IpAddress taken = addresses.link("link").a(Family.IPV4);
        InternalAddresses others = new InternalAddresses(ImmutableSet.of(taken), PUBLIC);
        assertThat(others.link("link")).isNotEqualTo(addresses.link("link"));
        assertThat(others.link("another")).isEqualTo(addresses.link("another"));
    }

    private Stream<IpAddress> links(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> addresses.link("link" + i).a(Family.IPV4));
    }
}
