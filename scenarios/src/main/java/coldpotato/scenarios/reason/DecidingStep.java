package coldpotato.scenarios.reason;

/** What made a router send a packet to one neighbour and not to another: the step of its decision that told them apart. */
public enum DecidingStep {
    /** A route of a longer prefix leads elsewhere (virtual-networks-udr-overview.md, RFC 4632 section 5.1). */
    LONGEST_MATCH("longest match"),
    /** A subnet's user-defined route goes before what BGP learned (virtual-networks-udr-overview.md). */
    USER_DEFINED_ROUTE("user-defined route"),
    /** Another source of routes is believed more, or the same at a lower metric. */
    DISTANCE("administrative distance and metric"),
    /** A stage of the BGP decision process removed the other path (RFC 4271 section 9.1). */
    BGP_DECISION("BGP decision process"),
    /** Both are as good to BGP, and one of its last stages picked one: identifiers, addresses, or what was there first. */
    TIE_BREAK("tie-break of the BGP decision process"),
    /** The other path was refused when it came in. */
    IMPORT_POLICY("import policy"),
    /** Nobody told it of the other way. */
    NOT_ANNOUNCED("not announced"),
    /** The other way is chosen already, and not programmed yet. */
    NOT_PROGRAMMED("entry not programmed yet"),
    /** Both are equally good, and the hash of the flow picked one. */
    HASH("hash over equal next hops"),
    /** There is no other way, as far as the tables tell. */
    ONLY_WAY("no other way is known");

    private final String text;

    DecidingStep(String text) {
        this.text = text;
    }

    /** True if equal ways were told apart by chance. */
    public boolean isChance() {
        return this == HASH || this == TIE_BREAK;
    }

    /** True if nobody preferred anything. */
    public boolean isIndifferent() {
        return isChance() || this == ONLY_WAY;
    }

    /** In words. */
    public String text() {
        return text;
    }
}
