package coldpotato.interop;

import static coldpotato.interop.Circuit.PRIMARY;
import static coldpotato.interop.Circuit.PRIMARY6;
import static coldpotato.interop.Circuit.SECONDARY;
import static org.assertj.core.api.Assertions.assertThat;

/** How sessions come up, and how they do not. */
interface SessionFeatures extends Tried {
    @Tries(Feature.DAEMON_DIALS)
    default void comesUpWhenTheDaemonDials(Lab lab) {
        Circuit circuit = new Circuit(lab);
        Msee msee = circuit.start(MseeFile.of().listening(PRIMARY));
        Daemon ce = circuit.start(product(), PRIMARY);
        ce.awaitEstablished(PRIMARY);
        msee.awaitUp(PRIMARY);
        assertThat(circuit.connections().dialedBy(PRIMARY.local())).isEqualTo(1);
    }

    @Tries(Feature.WE_DIAL)
    default void comesUpWhenWeDial(Lab lab) {
        Circuit circuit = new Circuit(lab);
        Daemon ce = circuit.start(product(), PRIMARY.onlyListening());
        Msee msee = circuit.start(MseeFile.of(PRIMARY));
        ce.awaitEstablished(PRIMARY);
        msee.awaitUp(PRIMARY);
        assertThat(circuit.connections().dialedBy(PRIMARY.remote())).isEqualTo(1);
    }

    /**
     * The daemon is stopped while it dials; so both connections are there before it can read the OPEN of either. Ours has
     * the higher identifier, therefore the connection that we opened stays, where the daemon compares them.
     */
    @Tries(Feature.COLLISION)
    default void oneConnectionOfTwoStays(Lab lab) {
        Circuit circuit = new Circuit(lab);
        circuit.silenceToMsee();
        Daemon ce = circuit.start(product(), PRIMARY);
        circuit.edgeSockets().await("SYN-SENT", 1);
        ce.process().freeze();
        Msee msee = circuit.start(MseeFile.of(PRIMARY));
        msee.awaitListening();
        circuit.mendToMsee();
        circuit.connections().await("ESTAB", 2);
        ce.process().thaw();
        ce.awaitEstablished(PRIMARY);
        msee.awaitUp(PRIMARY);
        circuit.connections().await("ESTAB", 1);
        if (product().comparesIdentifiers()) {
            assertThat(circuit.connections().dialedBy(PRIMARY.remote())).isEqualTo(1);
        }
    }

    @Tries(Feature.PAIR)
    default void bothLinksOfACircuitAreUp(Lab lab) {
        Circuit circuit = new Circuit(lab);
        Msee first = circuit.start(MseeFile.of(PRIMARY).announcing(MseeFile.AZURE));
        Msee second = circuit.startSecond(MseeFile.of(SECONDARY).announcing(MseeFile.AZURE));
        Daemon ce = circuit.start(product(), PRIMARY, SECONDARY);
        Circuit.awaitHeard(ce, PRIMARY, 1);
        Circuit.awaitHeard(ce, SECONDARY, 1);
        first.awaitUp(PRIMARY);
        second.awaitUp(SECONDARY);
    }

    @Tries(Feature.MD5_RIGHT)
    default void comesUpWithTheRightPassword(Lab lab) {
        Circuit circuit = new Circuit(lab);
        Msee msee = circuit.start(MseeFile.of().peer(PRIMARY, "password: rainbow"));
        Daemon ce = circuit.start(product(), PRIMARY.withPassword("rainbow"));
        ce.awaitEstablished(PRIMARY);
        msee.awaitUp(PRIMARY);
        assertThat(msee.process().log()).doesNotContain("rainbow");
    }

    /** The other session shows that both routers are well; the kernel counts what it threw away. */
    @Tries(Feature.MD5_WRONG)
    default void staysDownWithTheWrongPassword(Lab lab) {
        Circuit circuit = new Circuit(lab);
        Msee msee =
                circuit.start(MseeFile.of().peer(PRIMARY, "password: rainbow").peer(PRIMARY6));
        Daemon ce = circuit.start(product(), PRIMARY.withPassword("drizzle"), PRIMARY6);
        ce.awaitEstablished(PRIMARY6);
        msee.awaitUp(PRIMARY6);
        circuit.awaitDropped("TcpExtTCPMD5Failure");
        assertThat(ce.isEstablished(PRIMARY)).isFalse();
    }

    /** Over IPv6 the daemon sends with hop limit 1, so that we cannot tell whether it is our neighbour. */
    @Tries(Feature.GTSM)
    default void comesUpOnlyWithANeighbourThatShowsToBeOne(Lab lab) {
        Circuit circuit = new Circuit(lab);
        Msee msee = circuit.start(
                MseeFile.of().peer(PRIMARY, "ttl-security: on").peer(PRIMARY6, "ttl-security: on", "passive: on"));
        Daemon ce = circuit.start(product(), PRIMARY.withTtlSecurity(), PRIMARY6);
        ce.awaitEstablished(PRIMARY);
        msee.awaitUp(PRIMARY);
        circuit.awaitDropped("TcpExtTCPMinTTLDrop");
        assertThat(ce.isEstablished(PRIMARY6)).isFalse();
    }
}
