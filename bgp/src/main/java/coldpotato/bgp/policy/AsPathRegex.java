package coldpotato.bgp.policy;

import java.util.BitSet;

/**
 * A regular expression over the text of AS_PATH, as routers know it: it may match anywhere in the text unless {@code ^} and
 * {@code $} hold it, and {@code _} stands for the beginning, the end, a space or a bracket or comma of a set. Understands
 * {@code . * + ? | ( ) [ ] [^ ] \}. Matching takes at most the product of both lengths, whatever the expression: all ways
 * through it are followed at once, none is tried again.
 */
public final class AsPathRegex {
    /** Most characters of an expression. */
    public static final int LENGTH_MAX = 1000;
    /** Most brackets within brackets. */
    public static final int NESTING_MAX = 100;

    private final String text;
    private final RegexProgram program;

    private AsPathRegex(String text, RegexProgram program) {
        this.text = text;
        this.program = program;
    }

    /** @throws IllegalArgumentException if the text is not an expression; the message says what is wrong and where */
    public static AsPathRegex compile(String text) {
        return new AsPathRegex(text, new RegexParser(text).parse());
    }

    /** True if the expression matches this AS_PATH text. */
    public boolean matches(String path) {
        BitSet states = new BitSet(program.size());
        for (int at = 0; at <= path.length(); at++) {
            boolean begin = at == 0;
            boolean end = at == path.length();
            BitSet reached = new BitSet(program.size());
            program.reach(program.start(), begin, end, reached);
            for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
                program.reach(state, begin, end, reached);
            }
            if (reached.get(RegexProgram.FINISH)) {
                return true;
            }
            states = end ? reached : program.step(reached, path.charAt(at));
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AsPathRegex that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The expression as written. */
    @Override
    public String toString() {
        return text;
    }
}
