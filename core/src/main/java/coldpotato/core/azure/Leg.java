package coldpotato.core.azure;

/** Which of the two connections of a circuit; each ends at an MSEE of its own (expressroute-faqs.md). */
public enum Leg {
    PRIMARY("primary", 1),
    SECONDARY("secondary", 2);

    private final String text;
    private final int number;

    Leg(String text, int number) {
        this.text = text;
        this.number = number;
    }

    /** As names have it. */
    public String text() {
        return text;
    }

    /** Of the MSEE, and of the provider's edge router, at which it ends: 1 or 2. */
    public int number() {
        return number;
    }
}
