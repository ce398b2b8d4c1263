package coldpotato.core.azure;

/** The routing domains that a circuit can carry (expressroute-circuit-peerings.md). */
public enum PeeringKind {
    /** Towards virtual networks. */
    PRIVATE("private", "private peering"),
    /** Towards Microsoft's public services. */
    MICROSOFT("microsoft", "Microsoft peering");

    private final String text;
    private final String title;

    PeeringKind(String text, String title) {
        this.text = text;
        this.title = title;
    }

    /** As names of links and sessions have it. */
    public String text() {
        return text;
    }

    /** As sentences have it. */
    public String title() {
        return title;
    }
}
