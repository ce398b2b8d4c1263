package coldpotato.bgp.policy;

import com.google.common.base.CharMatcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** A nondeterministic automaton (Thompson's construction): states that read a character, ask for a place, or fork. */
final class RegexProgram {
    /** The state that says yes. */
    static final int FINISH = 0;

    private enum Kind {
        FINISH,
        READ,
        BEGIN,
        END,
        FORK
    }

    private record State(Kind kind, CharMatcher characters, int next, int other) {}

    /** A part of an expression; put into a program, it leads on to a state. */
    @FunctionalInterface
    interface Part {
        /** Adds the part's states; returns the first of them. */
        int addTo(RegexProgram program, int next);
    }

    private final List<State> states = new ArrayList<>();
    private final int start;

    RegexProgram(Part whole) {
        add(Kind.FINISH, CharMatcher.none(), FINISH, FINISH);
        start = whole.addTo(this, FINISH);
    }

    static Part read(CharMatcher characters) {
        return (program, next) -> program.add(Kind.READ, characters, next, next);
    }

    static Part begin() {
        return (program, next) -> program.add(Kind.BEGIN, CharMatcher.none(), next, next);
    }

    static Part end() {
        return (program, next) -> program.add(Kind.END, CharMatcher.none(), next, next);
    }

    static Part sequence(List<Part> parts) {
        return (program, next) -> {
            int first = next;
            for (int i = parts.size() - 1; i >= 0; i--) {
                first = parts.get(i).addTo(program, first);
            }
            return first;
        };
    }

    static Part either(List<Part> parts) {
        return (program, next) -> {
            int first = parts.get(parts.size() - 1).addTo(program, next);
            for (int i = parts.size() - 2; i >= 0; i--) {
                first = program.fork(parts.get(i).addTo(program, next), first);
            }
            return first;
        };
    }

    static Part optional(Part part) {
        return (program, next) -> program.fork(part.addTo(program, next), next);
    }

    static Part oneOrMore(Part part) {
        return (program, next) -> {
            int fork = program.fork(next, next);
            int first = part.addTo(program, fork);
            program.states.set(fork, new State(Kind.FORK, CharMatcher.none(), first, next));
            return first;
        };
    }

    int size() {
        return states.size();
    }

    int start() {
        return start;
    }

    /** Adds to the set all states that can be got to from here without reading. */
    void reach(int from, boolean begin, boolean end, BitSet reached) {
        Deque<Integer> open = new ArrayDeque<>();
        open.push(from);
        while (!open.isEmpty()) {
            int index = open.pop();
            if (reached.get(index)) {
                continue;
            }
            reached.set(index);
            State state = states.get(index);
            boolean passes =
                    switch (state.kind) {
                        case FINISH, READ -> false;
                        case BEGIN -> begin;
                        case END -> end;
                        case FORK -> true;
                    };
            if (passes) {
                open.push(state.other);
                open.push(state.next);
            }
        }
    }

    /** The states after reading a character. */
    BitSet step(BitSet from, char character) {
        BitSet after = new BitSet(states.size());
        for (int index = from.nextSetBit(0); index >= 0; index = from.nextSetBit(index + 1)) {
            State state = states.get(index);
            if (state.kind == Kind.READ && state.characters.matches(character)) {
                after.set(state.next);
            }
        }
        return after;
    }

    private int fork(int next, int other) {
        return add(Kind.FORK, CharMatcher.none(), next, other);
    }

    private int add(Kind kind, CharMatcher characters, int next, int other) {
        states.add(new State(kind, characters, next, other));
        return states.size() - 1;
    }
}
