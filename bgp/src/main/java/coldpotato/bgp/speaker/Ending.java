package coldpotato.bgp.speaker;

/**
 * How a session ended.
 *
 * @param reason which of the known reasons; null where nothing ended
 * @param text the particulars
 */
record Ending(DownReason reason, String text) {
    static final Ending NONE = new Ending(null, "");

    static Ending of(DownReason reason, String text) {
        return new Ending(reason, text);
    }

    boolean isNone() {
        return reason == null;
    }
}
