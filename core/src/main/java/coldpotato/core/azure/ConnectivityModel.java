package coldpotato.core.azure;

/** How a provider joins a site with Microsoft (expressroute-introduction.md, expressroute-faqs.md). */
public enum ConnectivityModel {
    /** The site stands in a building with a cloud exchange: a cross-connect on layer 2, or managed on layer 3. */
    CLOUD_EXCHANGE("cloud-exchange"),
    /** An Ethernet line from the site to Microsoft, on layer 2. */
    POINT_TO_POINT("point-to-point"),
    /** The provider's IPVPN, normally managed on layer 3. */
    ANY_TO_ANY("any-to-any");

    private final String text;

    ConnectivityModel(String text) {
        this.text = text;
    }

    /** As files have it. */
    public String text() {
        return text;
    }
}
