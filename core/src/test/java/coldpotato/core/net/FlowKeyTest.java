package coldpotato.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowKeyTest {
    private static final FlowKey THERE =
            new FlowKey(IpProtocol.TCP, IpAddress.parse("10.20.1.4"), 40000, IpAddress.parse("2001:db8::1"), 443);

    @Test
    void theWayBackSwapsTheEnds() {
        assertThat(THERE.reversed()).hasToString("tcp [2001:db8::1]:443 > 10.20.1.4:40000");
        assertThat(THERE.reversed().reversed()).isEqualTo(THERE);
    }
}
