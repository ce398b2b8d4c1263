package coldpotato.scenarios.outage;

import java.util.Locale;

/** What a part of an outage went by with. */
public enum Phase {
    /** Something was dead, and nobody had noticed: hold timers, BFD, carrier and dead intervals run. */
    DETECTION("nobody had noticed"),
    /** Routers told each other: messages on their way, kept back by an advertisement interval, or flooded. */
    PROPAGATION("routers told each other"),
    /** A router knew and had not chosen yet: SPF delays. BGP itself chooses at once here. */
    DECISION("a router had yet to choose"),
    /** A router had chosen and had not programmed what forwards: FIBs, gateways, virtual networks. */
    PROGRAMMING("what was chosen was programmed"),
    /** Nothing that was left led there, until something was done: a repair, another change, power that came back. */
    REPAIR("nothing helped but what was done then"),
    /** After that, links and sessions came up again. */
    ESTABLISHMENT("links and sessions came up"),
    /** The network was whole again, but middleboxes had no state for the flow until its ends opened it anew. */
    REOPENING("the ends had yet to open the flow anew"),
    /** It was not over when the run was. */
    LASTING("the run ended before the outage"),
    /** The trace does not tell. */
    UNEXPLAINED("the trace does not tell");

    private final String meaning;

    Phase(String meaning) {
        this.meaning = meaning;
    }

    /** What it says of the time, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** The name as files and reports have it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
