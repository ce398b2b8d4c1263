package coldpotato.scenarios.report;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.net.Prefix;
import coldpotato.core.net.PrefixMap;
import coldpotato.scenarios.report.Candidate.Place;
import coldpotato.scenarios.report.Table.Column;
import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * {@code show bgp PREFIX}: each path to a prefix with why it won or lost, refused ones included.
 *
 * @param state of the node
 * @param prefix where to
 * @param candidates all paths, the best first
 */
public record BgpEntry(BgpState state, Prefix prefix, ImmutableList<Candidate> candidates) implements View {

    /** The entry of a destination; empty if the node has none, or speaks no BGP. */
    public static Optional<View> find(BgpState state, Destination destination) {
        return state.speaker()
                .flatMap(speaker -> destination.in(known(state)).map(prefix -> of(state, speaker, prefix)));
    }

    /** The prefixes of which the speaker knows anything. */
    public static PrefixMap<Boolean> known(BgpState state) {
        PrefixMap<Boolean> known = new PrefixMap<>();
        for (AfiSafi family : AfiSafi.values()) {
            state.speaker().ifPresent(speaker -> speaker.rib(family).forEachPrefix(prefix -> known.put(prefix, true)));
        }
        return known;
    }

    /** The candidates of a speaker; none if it knows nothing of the prefix. */
    static BgpEntry of(BgpState state, BgpSpeaker speaker, Prefix prefix) {
        return new BgpEntry(
                state,
                prefix,
                Candidate.of(
                        speaker,
                        prefix,
                        speaker.rib(AfiSafi.of(prefix.family())).decision(prefix)));
    }

    long count(Place place) {
        return candidates.stream()
                .filter(candidate -> candidate.place() == place)
                .count();
    }

    @Override
    public void print(PrintWriter out) {
        out.print("BGP routing table entry for " + prefix + "\n");
        printPaths(out);
    }

    /** A block of lines for each path. */
    void printPaths(PrintWriter out) {
        out.print("Paths: " + candidates.size() + " known" + part(Place.BEST, "best")
                + part(Place.MULTIPATH, "used beside it") + part(Place.NEXT_HOP_UNREACHABLE, "unreachable")
                + part(Place.REFUSED, "refused") + "\n");
        CandidateText text = new CandidateText(state, candidates);
        for (Candidate candidate : candidates) {
            List<String> lines = text.lines(candidate);
            out.print("\n  " + lines.get(0) + "\n");
            lines.subList(1, lines.size()).forEach(line -> out.print("       " + line + "\n"));
        }
    }

    private String part(Place place, String text) {
        long count = count(place);
        return count == 0 ? "" : ", " + count + " " + text;
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStringProperty("prefix", prefix.toString());
        writePaths(json);
    }

    /** The paths as an array. */
    void writePaths(JsonGenerator json) {
        Table table = new Table(
                Column.text("status", ""),
                Column.text("why", ""),
                Column.text("session", ""),
                Column.text("next-hop", ""),
                Column.text("as-path", ""),
                Column.text("origin", ""),
                Column.number("med", ""),
                Column.number("local-preference", ""),
                Column.number("weight", ""),
                Column.text("communities", ""),
                Column.text("rule", ""),
                Column.text("changed-by", ""));
        CandidateText text = new CandidateText(state, candidates);
        candidates.forEach(candidate -> row(table, candidate, text));
        json.writeName("paths");
        table.write(json);
    }

    private static void row(Table table, Candidate candidate, CandidateText text) {
        Path path = candidate.path();
        table.row(
                candidate.place().text,
                text.why(candidate),
                path.source().session(),
                candidate.nextHop(),
                path.attributes().asPath().toString(),
                String.valueOf(path.attributes().origin().code()),
                Candidate.orNothing(path.attributes().med()),
                Long.toString(path.attributes().effectiveLocalPref()),
                Long.toString(path.weight()),
                CandidateText.communities(path),
                path.rule(),
                String.join(
                        "; ",
                        candidate.changedBy().stream().map(CandidateText::rule).toList()));
    }
}
