package coldpotato.core.azure;

/** Whether Microsoft takes the public prefixes for the customer's; sessions open only if so (expressroute-workflows.md). */
public enum AdvertisedPublicPrefixesState {
    NOT_CONFIGURED("NotConfigured"),
    CONFIGURED("Configured"),
    /** The registries do not say so; somebody at Microsoft has to look. */
    VALIDATION_NEEDED("ValidationNeeded");

    private final String text;

    AdvertisedPublicPrefixesState(String text) {
        this.text = text;
    }

    /** As Azure writes it. */
    public String text() {
        return text;
    }
}
