package coldpotato.bgp.speaker;

/** The router without a world. */
public final class BgpSpeaker {
    /** The IGP cost of a next hop that cannot be reached. */
    public static final long UNREACHABLE = Long.MAX_VALUE;

    private BgpSpeaker() {}
}
