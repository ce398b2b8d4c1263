package coldpotato.scenarios.file;

import coldpotato.sim.flow.Outcome;

/** The closed list of what can become of a packet, for people. */
final class OutcomeTable {
    private static final String BEGIN = "<!-- outcomes: made from the simulator's list, see PublishedKeysTest -->\n";
    private static final String END = "<!-- end of outcomes -->";

    private OutcomeTable() {}

    /** A README with the table in its place. */
    static String in(String readme) {
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        return readme.substring(0, begin) + text() + readme.substring(readme.indexOf(END));
    }

    private static String text() {
        StringBuilder text = new StringBuilder("\n| outcome | in a sentence | PLACE is |\n|---|---|---|\n");
        for (Outcome outcome : Outcome.values()) {
            text.append("| `" + outcome.text() + "` | " + outcome.sentence("PLACE", "...") + " | "
                    + outcome.sortOfPlace() + " |\n");
        }
        return text.append("\n").toString();
    }
}
