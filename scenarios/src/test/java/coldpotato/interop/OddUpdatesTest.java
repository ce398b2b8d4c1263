package coldpotato.interop;

import static coldpotato.interop.Circuit.FROM_GATEWAY;
import static coldpotato.interop.Circuit.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attributes that no router should send: the session stays, each route gets the reaction of RFC 7606 section 7. */
@Tag("exabgp")
@NeedsNamespaces(products = Product.BIRD, programs = "/usr/sbin/exabgp")
class OddUpdatesTest {
    private static final List<String> ODD = List.of(
            "10.1.0.0/16",
            "10.2.0.0/16 attribute [ 0x63 0xC0 0x01020304 ]", // unknown, transitive: passed on
            "10.3.0.0/16 attribute [ 0x64 0x80 0x01020304 ]", // unknown, not transitive: left out
            "10.4.0.0/16 attribute [ 0x08 0xC0 0x0102 ]", // half a community: treat as withdraw
            "10.5.0.0/16 attribute [ 0x07 0xC0 0x01 ]", // AGGREGATOR of one octet: attribute discard
            "10.6.0.0/16 attribute [ 0x04 0x80 0x01 ]", // MED of one octet: treat as withdraw
            "10.7.0.0/16 attribute [ 0x06 0x40 0x01 ]", // ATOMIC_AGGREGATE with a value: attribute discard
            "10.8.0.0/16 attribute [ 0x01 0x40 0x0909 ]", // ORIGIN of two octets: treat as withdraw
            "10.9.0.0/16 attribute [ 0x20 0xC0 0x010203 ]", // a quarter of a large community: treat as withdraw
            "10.99.0.0/16");

    @Test
    void eachOddRouteGetsItsReactionAndTheSessionStays(Lab lab) {
        Circuit circuit = new Circuit(lab);
        Msee msee = circuit.start(MseeFile.of().listening(PRIMARY).gateway());
        Bird gateway = circuit.startGateway();
        msee.awaitListening();
        ExaBgp.start(lab, circuit.edgeSpace(), PRIMARY, ODD);
        assertThat(Circuit.awaitHeard(gateway, FROM_GATEWAY, 6))
                .extracting(HeardRoute::prefix)
                .containsExactlyInAnyOrder(
                        "10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16", "10.5.0.0/16", "10.7.0.0/16", "10.99.0.0/16");
        assertThat(gateway.ask("show", "route", "all", "10.2.0.0/16")).contains("BGP.63 [t]: 01 02 03 04");
        assertThat(gateway.ask("show", "route", "all", "10.3.0.0/16")).doesNotContain("BGP.64");
        msee.awaitUp(PRIMARY);
    }
}
