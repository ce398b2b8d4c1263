package coldpotato.bgp.fsm;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the whole state × event matrix as text to be read beside RFC 4271. Which conditions matter to a row is found
 * by trying all sets of conditions; damping only ever adds the IdleHoldTimer, which is checked and written in brackets.
 */
final class FsmMatrix {
    private static final String HEAD = """
            # The finite state machine, state by state

            Generated from `Fsm.step`; compare with RFC 4271 section 8.2.2. How it departs from the RFC, and why, is listed in
            the documentation of package `coldpotato.bgp.fsm`. To rewrite after a change, and then *read the difference*:
            `mvn -pl bgp -am test -Dtest=FsmMatrixTest -Dsurefire.failIfNoSpecifiedTests=false -Dcoldpotato.golden=rewrite`

            - Number and name of an event are the RFC's; 29 is RFC 9687's; ROUTE-REFRESH has no number.
            - An event with several rows depends on conditions; `not X` means that the condition does not hold.
            - Actions are carried out from left to right. `[START_IDLE_HOLD_TIMER]` stands for "only with
              DAMP_PEER_OSCILLATIONS".
            - RELEASE_RESOURCES stops the Hold, Keepalive, DelayOpen and SendHold timers. START means start anew.
            """;

    private FsmMatrix() {}

    static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (FsmState state : FsmState.values()) {
            text.append("\n## ").append(state.rfcName()).append("\n\n");
            text.append("| event | when | next state | actions |\n|---|---|---|---|\n");
            for (FsmEvent event : FsmEvent.values()) {
                appendRows(text, state, event);
            }
        }
        return text.toString();
    }

    private static void appendRows(StringBuilder text, FsmState state, FsmEvent event) {
        List<FsmCondition> relevant = relevant(state, event);
        for (int choice = (1 << relevant.size()) - 1; choice >= 0; choice--) {
            EnumSet<FsmCondition> holding = EnumSet.noneOf(FsmCondition.class);
            List<String> when = new ArrayList<>();
            for (int i = 0; i < relevant.size(); i++) {
                boolean holds = (choice >> i & 1) != 0;
                when.add((holds ? "" : "not ") + relevant.get(i));
                if (holds) {
                    holding.add(relevant.get(i));
                }
            }
            appendRow(
                    text, event, String.join(", ", when), step(state, event, holding), actions(state, event, holding));
        }
    }

    private static void appendRow(StringBuilder text, FsmEvent event, String when, FsmTransition step, String actions) {
        String number = event.number() == FsmEvent.UNNUMBERED ? "-" : Integer.toString(event.number());
        text.append("| %s %s | %s | %s | %s |\n"
                .formatted(number, event.rfcName(), when, step.next().rfcName(), actions)
                .replace("|  |", "| |"));
    }

    /** The conditions but damping that change the outcome for some values of the others. */
    private static List<FsmCondition> relevant(FsmState state, FsmEvent event) {
        return EnumSet.complementOf(EnumSet.of(FsmCondition.DAMP_PEER_OSCILLATIONS)).stream()
                .filter(condition -> Sets.powerSet(EnumSet.complementOf(EnumSet.of(condition))).stream()
                        .anyMatch(others -> !step(state, event, others)
                                .equals(step(state, event, Sets.union(others, Set.of(condition))))))
                .toList();
    }

    private static FsmTransition step(FsmState state, FsmEvent event, Set<FsmCondition> conditions) {
        return Fsm.step(state, event, conditions);
    }

    private static String actions(FsmState state, FsmEvent event, EnumSet<FsmCondition> holding) {
        FsmTransition plain = step(state, event, holding);
        EnumSet<FsmCondition> damping = EnumSet.copyOf(holding);
        damping.add(FsmCondition.DAMP_PEER_OSCILLATIONS);
        FsmTransition damped = step(state, event, damping);
        String text = plain.actions().stream().map(FsmAction::name).collect(Collectors.joining(", "));
        if (damped.equals(plain)) {
            return text;
        }
        assertThat(damped.next()).isEqualTo(plain.next());
        assertThat(damped.actions())
                .isEqualTo(ImmutableList.builder()
                        .addAll(plain.actions())
                        .add(FsmAction.START_IDLE_HOLD_TIMER)
                        .build());
        return text + ", [START_IDLE_HOLD_TIMER]";
    }
}
