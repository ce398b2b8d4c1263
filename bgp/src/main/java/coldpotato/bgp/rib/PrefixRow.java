package coldpotato.bgp.rib;

import coldpotato.core.net.Prefix;
import java.util.Comparator;

/** What a table keeps under a prefix. Rows are equal only to themselves. */
abstract class PrefixRow {
    static final Comparator<PrefixRow> BY_PREFIX = Comparator.comparing(row -> row.prefix);

    final Prefix prefix;
    /** Its place in the table it stands in; of no meaning in none. */
    int number;

    PrefixRow(Prefix prefix) {
        this.prefix = prefix;
    }
}
