package coldpotato.scenarios.live;

import coldpotato.bgp.netty.HostSettings;
import coldpotato.bgp.netty.SocketProblem;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * What whoever runs a scenario on sockets may choose.
 *
 * @param loopback block of 127.0.0.0/8 that the routers get addresses from; empty for the addresses of the file and BGP's own port
 * @param port on which they listen there
 * @param bfdPort on which they take BFD packets, wherever they are
 * @param external routers whose place real ones take, besides those that the file marks
 * @param stays true to go on after the end of the scenario until somebody ends the run
 */
public record LiveChoices(
        Optional<Prefix> loopback, int port, int bfdPort, ImmutableSet<String> external, boolean stays) {
    /** The block that routers get addresses from unless somebody wants another. */
    public static final Prefix LOOPBACK = Prefix.parse("127.77.0.0/16");

    /** The port on which routers listen unless somebody wants another; needs no privileges. */
    public static final int PORT = 1790;

    /** The port of BFD unless somebody wants another. */
    public static final int BFD_PORT = HostSettings.BFD_PORT;

    /** Everything on loopback. */
    public static final LiveChoices USUAL = on(LOOPBACK);

    /** Everything on a block of loopback of its own. */
    public static LiveChoices on(Prefix block) {
        return new LiveChoices(Optional.of(block), PORT, BFD_PORT, ImmutableSet.of(), false);
    }

    /** The same with these routers left to others. */
    public LiveChoices withExternal(String... routers) {
        return new LiveChoices(loopback, port, bfdPort, ImmutableSet.copyOf(routers), stays);
    }

    /** A problem as somebody reads it who has options rather than the file of a speaker. */
    SocketProblem inTermsOfOptions(SocketProblem problem) {
        String elsewhere = loopback.isPresent() ? "take another --port or --loopback" : "take --addresses loopback";
        return problem.offering(elsewhere, SocketProblem.CHANGE_LISTEN)
                .offering("take another --bfd-port", SocketProblem.TAKE_BFD_AWAY);
    }
}
