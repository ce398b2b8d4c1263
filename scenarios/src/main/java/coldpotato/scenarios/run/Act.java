package coldpotato.scenarios.run;

/**
 * One thing that is done to a network, by the timeline or by hand.
 *
 * @param atNanos when
 * @param entry of which entry
 * @param text what, in words
 */
public record Act(long atNanos, String entry, String text) {
    static Act of(Deed deed) {
        return new Act(deed.atNanos(), deed.entry().name(), ActionText.of(deed.action()));
    }
}
