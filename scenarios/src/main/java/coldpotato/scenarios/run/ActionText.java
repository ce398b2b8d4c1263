package coldpotato.scenarios.run;

import coldpotato.core.time.Durations;
import coldpotato.scenarios.file.Action;

/** What an entry of the timeline does, in words. */
final class ActionText {
    private ActionText() {}

    /** With the name of what it is done to, which comes first. */
    static String of(Action action) {
        if (action instanceof Action.Fail fail) {
            return fail.element() + " " + withoutName(fail);
        } else if (action instanceof Action.Repair repair) {
            return repair.element() + " is repaired";
        } else if (action instanceof Action.ResetSession reset) {
            return reset.session() + " is reset";
        } else if (action instanceof Action.Reboot reboot) {
            return reboot.node() + " loses power for " + Durations.format(reboot.takesNanos());
        } else if (action instanceof Action.Flap flap) {
            return flap.element() + " fails and comes back " + flap.times() + " times";
        } else if (action instanceof Action.Maintain maintain) {
            return maintain.element() + " is in maintenance for " + Durations.format(maintain.takesNanos());
        } else if (action instanceof Action.Spell spell) {
            return spell.begin().element() + " " + spell.begin().text() + " for "
                    + Durations.format(spell.takesNanos());
        }
        if (action instanceof Action.FailOver failOver) {
            String unit =
                    failOver.unit().isPresent() ? "unit " + failOver.unit().getAsInt() : "a unit that is active";
            return failOver.firewall() + " loses " + unit
                    + (failOver.losesState() ? ", and all state with it" : "")
                    + failOver.backAfterNanos()
                            .map(nanos -> " for " + Durations.format(nanos))
                            .orElse("");
        } else if (action instanceof Action.ClearState clear) {
            return clear.firewall() + " forgets every flow";
        }
        Action.Change change = (Action.Change) action;
        return change.operation().element() + " " + change.operation().text();
    }

    /** What happens to the links. */
    static String withoutName(Action.Fail fail) {
        String loss = Math.round(fail.lossFraction() * 1000) / 10.0 + "%";
        String what = fail.how() == Action.How.LOUD
                ? "fails, and the light goes out"
                : fail.lossFraction() == 1 ? "fails silently" : "loses " + loss + " of the frames";
        return what
                + switch (fail.direction()) {
                    case BOTH -> "";
                    case TO_SITE -> " towards the site";
                    case TO_AZURE -> " towards Azure";
                };
    }
}
