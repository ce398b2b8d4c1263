package coldpotato.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our BFD against that of others, 300 ms times 3, over a cable that can fall silent with all interfaces up. */
@Tag("bird")
@Tag("frr")
@NeedsNamespaces(products = {Product.BIRD, Product.FRR})
class BfdTest {
    private static final String IPV4 = "192.168.100.";
    private static final String IPV6 = "2001:db8:100::";

    /** A session between our router and a daemon, up and guarded. */
    private record Guarded(Foreground ours, Daemon daemon, EdgeSession session, Link link, Namespace theirs) {
        void silence() {
            link.silence(theirs, session.remote());
        }

        void mend() {
            link.mend(theirs, session.remote());
        }

        void awaitSaying(int times, String text) {
            Patience.until(
                    text + ", " + times + " times",
                    () -> ours.log().split(text, -1).length > times,
                    () -> daemon.report(session));
        }
    }

    static Stream<Arguments> neighbours() {
        return Stream.of(Product.BIRD, Product.FRR)
                .flatMap(product -> Stream.of(Arguments.of(product, IPV4), Arguments.of(product, IPV6)));
    }

    private static Guarded guarded(Lab lab, Product product, String network, boolean busy) {
        Namespace ours = lab.namespace("ours");
        Namespace theirs = lab.namespace("theirs");
        String length = network.contains(":") ? "/64" : "/30";
        Link link = Link.between(ours, theirs, "wire")
                .address(ours, network + 1 + length)
                .address(theirs, network + 2 + length);
        EdgeSession session = EdgeSession.of("ours", network + 2, network + 1, BfdRouter.ASN)
                .withBfd()
                .onlyListening()
                .withHoldSeconds(180);
        Edge edge = new Edge(BfdRouter.NEIGHBOUR_ASN, "10.0.0.2", List.of(session), List.of());
        Daemon daemon = product.start(lab, theirs, edge);
        Foreground router = BfdRouter.start(lab, ours, network + 1, network + 2, busy);
        Guarded guarded = new Guarded(router, daemon, session, link, theirs);
        daemon.awaitEstablished(session);
        guarded.awaitSaying(1, "BFD UP detects in 900ms");
        return guarded;
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void framesThatVanishEndTheSessionWithinTheDetectionTime(Product product, String network, Lab lab) {
        Guarded guarded = guarded(lab, product, network, false);
        guarded.silence();
        guarded.awaitSaying(1, "SESSION_DOWN session=peer reason=bfd");
        assertThat(guarded.ours.log()).contains("from=up to=down diagnostic=control-detection-time-expired");
        guarded.mend();
        guarded.awaitSaying(2, "SESSION_UP");
        guarded.awaitSaying(2, "BFD_STATE session=peer from=admin-down");
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void aSpeakerWithALotToDoIsNotTakenForDead(Product product, String network, Lab lab) {
        Guarded guarded = guarded(lab, product, network, true);
        guarded.awaitSaying(3, "was busy");
        assertThat(guarded.ours.log()).doesNotContain("SESSION_DOWN");
        assertThat(guarded.daemon.isEstablished(guarded.session)).isTrue();
    }
}
