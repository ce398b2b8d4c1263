package coldpotato.interop;

import static coldpotato.interop.Circuit.PRIMARY;
import static coldpotato.interop.Circuit.PRIMARY6;
import static coldpotato.interop.Circuit.awaitHeard;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What we send, as tshark reads it. */
@Tag("bird")
@Tag("tshark")
@NeedsNamespaces(
        products = Product.BIRD,
        programs = {"/usr/bin/tshark", "/usr/bin/dumpcap"})
class DissectedTest {
    private static final String OURS = "(ip.src == " + PRIMARY.remote() + " || ipv6.src == " + PRIMARY6.remote() + ")";

    @Test
    void noMessageOfOursIsMalformed(Lab lab) {
        Circuit circuit = new Circuit(lab);
        Capture capture = Capture.start(lab, circuit.mseeSpace(), "primary");
        Msee msee = circuit.start(MseeFile.of()
                .peer(PRIMARY, "bfd: on")
                .peer(PRIMARY6)
                .announcing(
                        "{prefix: 10.20.0.0/16, as-path: [4200000020], communities: [12076:20001, 12076:1:2, rt:12076:9]}",
                        "{prefix: 'fd00:20::/48', med: 5}"));
        Daemon ce = circuit.start(Product.BIRD, PRIMARY.withBfd(), PRIMARY6);
        awaitHeard(ce, PRIMARY, 1);
        awaitHeard(ce, PRIMARY6, 1);
        Patience.until("BFD is up", () -> ce.bfdIsUp(PRIMARY), () -> ce.report(PRIMARY));
        msee.stop();
        ce.awaitHearing(Cease.SHUTDOWN);
        capture.await("bgp.type == 3 && " + OURS);
        capture.stop();
        assertThat(capture.packets("bgp || bfd", "frame.number")).isNotEmpty();
        assertThat(capture.packets("_ws.malformed || _ws.expert.severity == error", "frame.number", "_ws.expert"))
                .isEmpty();
        assertThat(types(capture)).contains("1", "2", "3", "4");
        assertThat(capture.packets("bfd.sta == 3 && ip.ttl == 255 && " + OURS, "frame.number"))
                .isNotEmpty();
        assertThat(capture.packets("bgp.update.path_attribute.community_value && " + OURS, "frame.number"))
                .isNotEmpty();
    }

    /** Of the messages that we sent: 1 OPEN, 2 UPDATE, 3 NOTIFICATION, 4 KEEPALIVE. */
    private static List<String> types(Capture capture) {
        return capture.packets("bgp && " + OURS, "bgp.type").stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .distinct()
                .toList();
    }
}
