package coldpotato.core.azure;

/** Whose network a link is in, and so who may congest it: a label for people. */
public enum CongestionDomain {
    HOME_BROADBAND("home-broadband"),
    CORPORATE_NETWORK("corporate-network"),
    CORPORATE_CORE("corporate-core"),
    PRIVATE_WAN("private-wan"),
    INTERNET_BACKBONE("internet-backbone");

    private final String text;

    CongestionDomain(String text) {
        this.text = text;
    }

    /** As files have it. */
    public String text() {
        return text;
    }
}
