package coldpotato.sim.net;

import coldpotato.bgp.bfd.BfdSession;
import coldpotato.core.net.IpAddress;
import java.util.Optional;

/** One end of a BFD session as {@link BfdQuiet} sees it; the host of a speaker is one for each neighbour with BFD. */
public interface BfdEnd {
    /** The node it is on. */
    String node();

    IpAddress local();

    IpAddress remote();

    /** The session, if one runs now. */
    Optional<BfdSession> session();

    /** The session's next deadline has moved: ask it again. Comes from inside calls of {@link BfdQuiet} and {@link Link}. */
    void deadlineMoved();
}
