package coldpotato.scenarios.report;

import coldpotato.scenarios.check.FlowSides;
import coldpotato.scenarios.check.TimeText;
import coldpotato.scenarios.outage.Budget;
import coldpotato.scenarios.outage.Leg;
import coldpotato.scenarios.outage.Outage;
import coldpotato.scenarios.outage.Phase;
import coldpotato.scenarios.reason.AsymmetryReason;
import coldpotato.scenarios.remedy.Remedy;
import coldpotato.scenarios.review.Calm;
import coldpotato.scenarios.review.Harm;
import coldpotato.scenarios.review.Harm.Episode;
import coldpotato.scenarios.review.Harm.Losses;
import coldpotato.scenarios.review.Incident;
import coldpotato.scenarios.review.Overload;
import coldpotato.scenarios.review.Review;
import coldpotato.scenarios.review.Trigger;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.sim.flow.FlowDirection;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A review for people: a headline for each incident, then for whom, how and why. */
final class ReviewText {
    private static final int INCIDENTS_SHOWN = 8;
    private static final int LOSSES_SHOWN = 4;
    private static final int EPISODES_SHOWN = 4;
    private static final int TIMES_SHOWN = 4;
    private static final int CALM_SHOWN = 4;
    private static final int DETOURS_SHOWN = 2;
    private static final int REMEDIES_SHOWN = 3;
    private static final int ADVICE_SHOWN = 2;
    private static final int BURDENS_SHOWN = 3;

    private final LabelledLines lines;
    private final Style style;
    private final RunTimes times;
    private final FlowSides sides;

    ReviewText(LabelledLines lines, Style style, RunTimes times, FlowSides sides) {
        this.lines = lines;
        this.style = style;
        this.times = times;
        this.sides = sides;
    }

    void print(RehearsalResult result) {
        Review review = Review.of(result);
        Map<String, List<Incident>> alike = new LinkedHashMap<>();
        review.incidents().forEach(incident -> alike.computeIfAbsent(likeness(incident), key -> new ArrayList<>())
                .add(incident));
        Optional<Incident> mended = alike.values().stream()
                .map(incidents -> incidents.get(0))
                .filter(incident -> !incident.detours().isEmpty())
                .findFirst();
        alike.values().stream().limit(INCIDENTS_SHOWN).forEach(incidents -> {
            print(incidents);
            mended.filter(incidents::contains).ifPresent(incident -> remedies(result, incident));
        });
        if (alike.size() > INCIDENTS_SHOWN) {
            lines.headline("and " + (alike.size() - INCIDENTS_SHOWN) + " incidents more, which --json has");
        }
        if (alike.isEmpty()) {
            lines.headline("Nothing: every packet arrived, all the time.");
        }
        review.calm().stream().limit(CALM_SHOWN).map(this::calm).forEach(lines::headline);
        if (review.calm().size() > CALM_SHOWN) {
            lines.headline("and " + (review.calm().size() - CALM_SHOWN) + " other changes broke nothing");
        }
    }

    /** Only of one incident: what would mend it is found by playing the run again and again. */
    private void remedies(RehearsalResult result, Incident incident) {
        lines.labelled(
                "remedies",
                Review.remedies(result, incident).stream()
                        .limit(REMEDIES_SHOWN)
                        .map(Remedy::sentence)
                        .toList());
    }

    /** Incidents of one kind are told once: what came of it, each time that the same was done. */
    private static String likeness(Incident incident) {
        if (incident.harms().isEmpty()) {
            return incident.toString();
        }
        String harms =
                incident.harms().stream().map(harm -> harm.flow() + harm.hit()).collect(Collectors.joining(" "));
        return incident.trigger().what() + harms + incident.longestNanos() + incident.end();
    }

    private void print(List<Incident> alike) {
        Incident incident = alike.get(0);
        lines.headline(headline(incident));
        if (alike.size() > 1) {
            lines.labelled("again", again(alike.subList(1, alike.size())));
        }
        incident.harms().forEach(this::harm);
        lines.labelled("load", load(incident.overload()));
        lines.labelled("time", time(incident));
        incident.harms().stream()
                .flatMap(harm -> incident.detours().stream()
                        .filter(reason -> reason.group().equals(harm.flow()))
                        .limit(1))
                .limit(DETOURS_SHOWN)
                .forEach(this::detour);
        lines.labelled("why", steps(incident));
        lines.labelled(
                "advice",
                incident.advice().stream()
                        .limit(ADVICE_SHOWN)
                        .map(Object::toString)
                        .toList());
    }

    private static ImmutableList<String> again(List<Incident> others) {
        String text = others.stream()
                .limit(TIMES_SHOWN)
                .map(incident -> TimeText.of(incident.fromNanos()))
                .collect(Collectors.joining(", "));
        int more = others.size() - TIMES_SHOWN;
        return ImmutableList.of("alike at " + text + (more > 0 ? " and " + more + " times more" : ""));
    }

    private String headline(Incident incident) {
        return style.title(trigger(incident.trigger())) + ": " + people(incident) + ending(incident)
                + (incident.overload().isTooMuch() && incident.hit() > 0 ? "; more is sent than fits then" : "");
    }

    private String trigger(Trigger trigger) {
        return switch (trigger.kind()) {
            case BEGINNING -> "From the beginning";
            case DEED, ITSELF -> times.both(trigger.atNanos()) + " " + trigger.what();
        };
    }

    private static String people(Incident incident) {
        if (incident.harms().isEmpty()) {
            return "more is sent than fits, and packets are lost";
        }
        return incident.hit() == 0
                ? incident.harms().stream().mapToInt(Harm::impaired).sum() + " of " + incident.flows()
                        + " flows lose some packets"
                : incident.hit() + " of " + incident.flows() + " flows out for "
                        + span(incident.shortestNanos(), incident.longestNanos());
    }

    /** How it came to its end. */
    private static List<String> steps(Incident incident) {
        List<String> steps = new ArrayList<>(incident.steps());
        String when = TimeText.of(incident.untilNanos());
        switch (incident.end()) {
            case WELL -> steps.add(when + " the last of these packets arrive again");
            case WORSE ->
                steps.add(when
                        + (incident.harms().isEmpty()
                                ? " some of these flows have no packets arrive at all any more"
                                : " they do not arrive at all any more"));
            case NEVER -> incident.slowest().map(ReviewText::over).ifPresent(steps::add);
        }
        return steps;
    }

    private static String over(Outage slowest) {
        return TimeText.of(slowest.toNanos()) + " packets of " + slowest.group()
                + " arrive again; not all flows are well again before the run ends";
    }

    private static String span(long shortest, long longest) {
        String least = RunTimes.span(shortest);
        String most = RunTimes.span(longest);
        return least.equals(most) ? most : least + " .. " + most;
    }

    private String ending(Incident incident) {
        if (incident.end() == Incident.End.NEVER) {
            return ", to the end of the run";
        }
        return incident.ending()
                .map(end -> ", until " + TimeText.of(incident.untilNanos()) + ", after " + end.what())
                .orElse(", until " + TimeText.of(incident.untilNanos()));
    }

    private void harm(Harm harm) {
        List<String> texts = new ArrayList<>();
        harm.losses().stream().limit(LOSSES_SHOWN).forEach(losses -> texts.addAll(losses(harm, losses)));
        if (harm.losses().size() > LOSSES_SHOWN) {
            int flows = harm.losses().stream()
                    .skip(LOSSES_SHOWN)
                    .mapToInt(Losses::flows)
                    .sum();
            texts.add("and " + flows + " in " + (harm.losses().size() - LOSSES_SHOWN) + " ways more");
        }
        lines.labelled(harm.flow(), texts);
    }

    private static List<String> losses(Harm harm, Losses losses) {
        List<String> texts = new ArrayList<>();
        texts.add(losses.direction() + " " + losses.flows() + " of " + harm.flows() + " from "
                + TimeText.of(losses.fromNanos()) + " to " + TimeText.of(losses.untilNanos()) + " ("
                + span(losses.shortestNanos(), losses.longestNanos()) + ")");
        List<Episode> episodes = losses.episodes();
        episodes.stream().limit(EPISODES_SHOWN).map(ReviewText::episode).forEach(texts::add);
        if (episodes.size() > EPISODES_SHOWN) {
            texts.add("  and " + (episodes.size() - EPISODES_SHOWN) + " changes more");
        }
        return texts;
    }

    private static List<String> load(Overload overload) {
        Stream<String> burdens =
                overload.burdens().stream().limit(BURDENS_SHOWN).map(Object::toString);
        Stream<String> squeezed = overload.squeezed().stream()
                .limit(LOSSES_SHOWN)
                .map(each -> "  " + each.flow() + " " + each.direction() + " " + each.flows() + " of " + each.of() + " "
                        + each.sentence());
        return Stream.concat(burdens, squeezed).toList();
    }

    /** What the time of the longest outages went by with, and where. */
    private static List<String> time(Incident incident) {
        return Stream.concat(incident.lasting().stream(), incident.slowest().stream())
                .map(ReviewText::time)
                .toList();
    }

    private static String time(Outage outage) {
        String parts = outage.budget().phases().entrySet().stream()
                .map(phase -> RunTimes.span(phase.getValue()) + " "
                        + phase.getKey().text() + where(outage.budget(), phase.getKey()))
                .collect(Collectors.joining(", "));
        return "of " + RunTimes.span(outage.nanos()) + (outage.over() ? "" : ", to the end of the run") + ": " + parts;
    }

    /** The node that most of a phase waited for. */
    private static String where(Budget budget, Phase phase) {
        return budget.legs().stream()
                .filter(leg -> leg.phase() == phase && !leg.where().isEmpty())
                .max(Comparator.comparingLong(Leg::nanos))
                .map(leg -> " (" + leg.where() + ")")
                .orElse("");
    }

    private void detour(AsymmetryReason reason) {
        List<String> texts = new ArrayList<>();
        for (FlowDirection direction : FlowDirection.values()) {
            texts.add(sides.text(reason.group(), direction) + " go "
                    + String.join(" - ", reason.asymmetry().walk(direction).nodes()));
            texts.add("  because " + reason.choice(direction).sentence());
        }
        lines.labelled("two ways", texts);
    }

    private static String episode(Episode episode) {
        String after =
                episode.after().map(trigger -> ", after " + trigger.what()).orElse("");
        return "  " + TimeText.of(episode.fromNanos()) + " " + episode.sentence() + after;
    }

    private String calm(Calm calm) {
        return times.both(calm.trigger().atNanos()) + " " + calm.trigger().what() + ": " + noticed(calm);
    }

    private static String noticed(Calm calm) {
        if (calm.moved() == 0 && calm.mended() == 0) {
            return "no flow noticed";
        }
        return "nothing lost"
                + (calm.mended() > 0 ? ", " + calm.mended() + " of " + calm.flows() + " flows mended" : "")
                + (calm.moved() > 0 ? ", " + calm.moved() + " of " + calm.flows() + " flows moved" : "");
    }
}
