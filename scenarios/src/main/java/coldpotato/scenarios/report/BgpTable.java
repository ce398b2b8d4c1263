package coldpotato.scenarios.report;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.Rib;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.net.Prefix;
import coldpotato.scenarios.report.Candidate.Place;
import coldpotato.scenarios.report.Table.Column;
import com.google.common.collect.ImmutableList;

/** {@code show bgp}: every path that may be used, in the columns of FRR. */
public final class BgpTable {
    private BgpTable() {}

    /** One page for each address family. */
    public static ImmutableList<View> views(BgpState state) {
        return state.speaker()
                .map(speaker -> BgpState.families(speaker).stream()
                        .map(family -> page(speaker, family))
                        .collect(ImmutableList.<View>toImmutableList()))
                .orElseGet(() -> ImmutableList.of(new Page("paths", table(), state.noBgp())));
    }

    private static Page page(BgpSpeaker speaker, AfiSafi family) {
        ImmutableList<Candidate> candidates = candidates(speaker, speaker.rib(family));
        Table table = table();
        Prefix before = null;
        int prefixes = 0;
        for (Candidate candidate : candidates) {
            if (candidate.place() != Place.REFUSED) {
                Prefix prefix = candidate.path().prefix();
                boolean first = !prefix.equals(before);
                prefixes += first ? 1 : 0;
                row(table, candidate, first ? prefix.toString() : "");
                before = prefix;
            }
        }
        int refused = candidates.size() - table.size();
        return new Page(
                "paths-" + family.text(),
                ImmutableList.of(
                        BgpSummary.title(family) + " table",
                        BgpState.identity(speaker),
                        "Status codes: * valid, > best, = multipath, i internal; without *: next hop unreachable",
                        "Origin codes: i IGP, e EGP, ? incomplete",
                        ""),
                table,
                ImmutableList.of(
                        "",
                        "Displayed " + prefixes + " prefixes and " + table.size() + " paths"
                                + (refused == 0 ? "" : "; " + refused + " refused on arrival, see show bgp PREFIX")));
    }

    private static ImmutableList<Candidate> candidates(BgpSpeaker speaker, Rib rib) {
        ImmutableList.Builder<Candidate> all = ImmutableList.builder();
        rib.forEachPrefix(prefix -> all.addAll(Candidate.of(speaker, prefix, rib.decision(prefix))));
        return all.build();
    }

    private static Table table() {
        return new Table(
                Column.text("", ""),
                Column.text("", "Network"),
                Column.textForPrograms("prefix"),
                Column.textForPrograms("status"),
                Column.text("next-hop", "Next Hop"),
                Column.number("med", "Metric"),
                Column.number("local-preference", "LocPrf"),
                Column.number("weight", "Weight"),
                Column.text("", "Path"),
                Column.textForPrograms("as-path"),
                Column.textForPrograms("origin"),
                Column.textForPrograms("session"));
    }

    /** @param network the prefix before its first path, empty before the others */
    private static void row(Table table, Candidate candidate, String network) {
        Path path = candidate.path();
        table.row(
                candidate.letters(),
                network,
                path.prefix().toString(),
                candidate.place().text,
                candidate.nextHop(),
                Candidate.orNothing(path.attributes().med()),
                Candidate.orNothing(path.attributes().localPref()),
                Long.toString(path.weight()),
                candidate.asPathAndOrigin(),
                path.attributes().asPath().toString(),
                String.valueOf(path.attributes().origin().code()),
                path.source().session());
    }
}
