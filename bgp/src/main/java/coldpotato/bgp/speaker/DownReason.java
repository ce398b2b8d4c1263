package coldpotato.bgp.speaker;

/** Why a session ended, in the words that reports and scenario files use. */
public enum DownReason {
    HOLD_TIMER("hold timer", "nothing was heard from the peer for the hold time (RFC 4271 section 6.5)"),
    SEND_HOLD_TIMER("send hold timer", "nothing could be sent to the peer for too long (RFC 9687)"),
    BFD("bfd", "BFD declared the path dead (RFC 5882)"),
    INTERFACE_DOWN("interface down", "the interface to the peer went down"),
    NOTIFICATION("notification", "the peer ended the session with a NOTIFICATION"),
    CONNECTION_CLOSED("connection closed", "the peer closed the connection without a word"),
    PREFIX_LIMIT("prefix limit", "the peer announced more prefixes than it may (RFC 4486)"),
    ADMIN("admin", "the session was shut down or reset here (RFC 4486)"),
    CONFIGURATION("configuration", "the session's settings changed"),
    PEER_ERROR("peer error", "the peer sent something that ends a session (RFC 4271 section 6, RFC 7606)"),
    COLLISION("collision", "another connection to the same peer was kept (RFC 4271 section 6.8)");

    private final String text;
    private final String meaning;

    DownReason(String text, String meaning) {
        this.text = text;
        this.meaning = meaning;
    }

    /** The reason as scenario files write it. */
    public String text() {
        return text;
    }

    /** One sentence for people. */
    public String meaning() {
        return meaning;
    }
}
