package coldpotato.scenarios.remedy;

import coldpotato.scenarios.reason.Technique;
import java.util.Comparator;

/**
 * A change that would have mended flows, as a rehearsal with it showed.
 *
 * @param technique which of the documented ones
 * @param element where: a link of a peering, a connection, a firewall, a route table
 * @param text what is done, in words: {@code er-ams.primary.microsoft announces 203.0.113.0/24}
 * @param oneWay true if afterwards no flow of the group comes back another way because somebody prefers it; false if some do,
 *     harmlessly
 */
public record Remedy(Technique technique, String element, String text, boolean oneWay) {
    /** What leads to one way first, then in the order of the techniques. */
    static final Comparator<Remedy> ORDER = Comparator.comparing(Remedy::oneWay)
            .reversed()
            .thenComparing(Remedy::technique)
            .thenComparing(Remedy::text);

    /** With what comes of it, and the document. */
    public String sentence() {
        return technique.text() + ": " + text + (oneWay ? "" : " (the ways still differ, and nothing is dropped)")
                + " [" + technique.document() + "]";
    }
}
