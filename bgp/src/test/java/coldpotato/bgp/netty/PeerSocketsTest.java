package coldpotato.bgp.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerSocketsTest {
    private static InetSocketAddress at(String address) {
        return new InetSocketAddress(InetAddresses.forString(address), 179);
    }

    @Test
    void takesAnAddressThatComesMappedIntoIpv6ForWhatItIs() throws UnknownHostException {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 11, 0, 1};
        InetSocketAddress end = new InetSocketAddress(Inet6Address.getByAddress(null, mapped, -1), 20000);
        assertThat(PeerSockets.of(at("127.11.0.2"), at("127.11.0.1")).matches(at("127.11.0.2"), end))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.11.0.2, 127.11.0.1, true",
        "127.11.0.3, 127.11.0.1, false",
        "127.11.0.2, 127.11.0.3, false",
    })
    void tellsPeersFromStrangersByBothAddresses(String local, String remote, boolean matches) {
        assertThat(PeerSockets.of(at("127.11.0.2"), at("127.11.0.1")).matches(at(local), at(remote)))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "127.11.0.2, 127.11.0.2, true",
        "127.11.0.2, 127.11.0.3, false",
        "127.11.0.2, 0.0.0.0, true",
        "127.11.0.2, ::, true",
        "0.0.0.0, 127.11.0.3, true",
        "0.0.0.0, ::1, false",
    })
    void knowsTheListenersThatItMayArriveAt(String local, String listener, boolean arrives) {
        assertThat(PeerSockets.of(at(local), at("127.11.0.1")).arrivesAt(at(listener)))
                .isEqualTo(arrives);
    }

    @Test
    void refusesEndsOfTwoFamilies() {
        assertThatThrownBy(() -> PeerSockets.of(at("::1"), at("127.11.0.1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
