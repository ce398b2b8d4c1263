package coldpotato.bgp.speaker;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How many prefixes may be worked on before keepalives and timers are looked after again. What does not fit one input is done
 * in the next.
 */
public final class Budget {
    /** Everything is done in one input, as in virtual time, where nothing is late. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private final int prefixesPerInput;
    private int left;

    Budget(int prefixesPerInput) {
        checkArgument(prefixesPerInput > 0, "an input works on at least one prefix: %s", prefixesPerInput);
        this.prefixesPerInput = prefixesPerInput;
    }

    /** Another input begins. */
    void renew() {
        left = prefixesPerInput;
    }

    boolean isSpent() {
        return left <= 0;
    }

    /** How many prefixes may be worked on now, where nobody wants more than so many. */
    int spend(int wanted) {
        int granted = Math.min(wanted, left);
        left -= prefixesPerInput == UNLIMITED ? 0 : granted;
        return granted;
    }
}
