package coldpotato.scenarios.report;

import coldpotato.bgp.policy.PolicyRule;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.PathSource;
import coldpotato.bgp.rib.Preference;
import coldpotato.core.net.IpAddress;
import coldpotato.scenarios.reason.ImportVerdict;
import coldpotato.scenarios.reason.WhyLost;
import coldpotato.scenarios.report.Candidate.Place;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be said of the candidates for a prefix. */
record CandidateText(BgpState state, ImmutableList<Candidate> candidates) {

    /** The path, its attributes, and why it is used or not; the first line begins with its letters. */
    List<String> lines(Candidate candidate) {
        Path path = candidate.path();
        List<String> lines = new ArrayList<>();
        String asPath = path.attributes().asPath().toString();
        lines.add(candidate.place().letters + " " + (asPath.isEmpty() ? "empty AS path" : asPath) + ", " + from(path));
        lines.add(attributes(path));
        if (!communities(path).isEmpty()) {
            lines.add("communities " + communities(path));
        }
        candidate
                .changedBy()
                .forEach(rule -> lines.add("changed by " + rule(rule) + ", received as " + path.received()));
        if (path.accepted() && !path.source().isLocal()) {
            lines.add("accepted by rule " + path.rule());
        }
        lines.add(why(candidate));
        return lines;
    }

    private String from(Path path) {
        PathSource source = path.source();
        if (source.isLocal()) {
            return "originated here";
        }
        String neighbour = state.neighbour(source.session());
        return "next hop " + path.attributes().nextHop() + ", from " + source.peerAddress()
                + (neighbour.isEmpty() ? "" : " (" + neighbour + ")") + ", session " + source.session()
                + state.placeOf(source.session());
    }

    private static String attributes(Path path) {
        List<String> parts = new ArrayList<>();
        parts.add("origin " + path.attributes().origin());
        if (path.attributes().med() >= 0) {
            parts.add("MED " + path.attributes().med());
        }
        parts.add("local preference " + path.attributes().effectiveLocalPref());
        parts.add("weight " + path.weight());
        parts.add(
                switch (path.source().kind()) {
                    case LOCAL -> "local";
                    case EBGP -> "external";
                    case IBGP -> "internal";
                });
        path.attributes().originatorId().map(IpAddress::toString).ifPresent(id -> parts.add("originator " + id));
        return Joiner.on(", ").join(parts);
    }

    /** Communities of all kinds, empty for none. */
    static String communities(Path path) {
        return Joiner.on(' ')
                .join(Iterables.concat(
                        path.attributes().communities(),
                        path.attributes().largeCommunities(),
                        path.attributes().extendedCommunities()));
    }

    /** Why it is used, or is not. */
    String why(Candidate candidate) {
        return switch (candidate.place()) {
            case BEST -> "best: " + whyBest();
            case MULTIPATH ->
                isOfBestKind(candidate)
                        ? "used beside the best path (multipath)"
                        : "the best external path: packets here follow it, neighbours are told the best path";
            case LOST -> "lost: " + whyLost(candidate);
            case NEXT_HOP_UNREACHABLE ->
                "cannot be used: no route to its next hop "
                        + candidate.path().attributes().nextHop();
            case REFUSED -> "refused: " + whyRefused(candidate);
        };
    }

    private boolean isOfBestKind(Candidate candidate) {
        return candidate.path().source().kind() == best().source().kind();
    }

    /** The stage that removed the last that stood against it, or the weight that puts it before the best external path. */
    private String whyBest() {
        Optional<Candidate> external = candidates.stream()
                .filter(other -> other.place() == Place.MULTIPATH && !isOfBestKind(other))
                .filter(other -> other.path().weight() < best().weight())
                .findFirst();
        if (external.isPresent()) {
            return WhyLost.text(Preference.WEIGHT, best(), external.get().path());
        }
        return candidates.stream()
                .filter(other -> other.place() == Place.LOST)
                .findFirst()
                .map(second -> WhyLost.text(second.stage().orElseThrow(), best(), second.path()))
                .orElse(
                        candidates.stream().anyMatch(other -> other.place() == Place.MULTIPATH)
                                ? "all usable paths are equally good"
                                : "the only path that can be used");
    }

    private String whyLost(Candidate candidate) {
        return WhyLost.text(candidate.stage().orElseThrow(), candidate.path(), best());
    }

    private Path best() {
        return candidates.get(0).path();
    }

    private static String whyRefused(Candidate candidate) {
        return candidate
                .refusedBy()
                .map(CandidateText::rule)
                .orElse(candidate.path().rule());
    }

    static String rule(PolicyRule rule) {
        return ImportVerdict.text(rule);
    }
}
