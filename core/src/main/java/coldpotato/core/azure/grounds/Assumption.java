package coldpotato.core.azure.grounds;

import com.google.common.collect.ImmutableList;

/**
 * Something that the documents do not say and that the model has to choose.
 *
 * @param name how it is set in files and on the command line
 * @param meaning one sentence
 * @param unit what its value is: a duration, a number, a switch
 * @param usual value that is used unless told otherwise, as text
 * @param best value that is kindest to the traffic, within what is plausible
 * @param worst value that is hardest on the traffic, within what is plausible
 * @param basis why: what the documents say around it, with the source, and that it is not documented or inferred
 * @param choices the values that there are, for a {@link Unit#CHOICE}
 */
public record Assumption(
        String name,
        String meaning,
        Unit unit,
        String usual,
        String best,
        String worst,
        String basis,
        ImmutableList<String> choices) {

    /** An assumption whose unit says which values there are. */
    public Assumption(String name, String meaning, Unit unit, String usual, String best, String worst, String basis) {
        this(name, meaning, unit, usual, best, worst, basis, ImmutableList.of());
    }

    /** What kind of value an assumption has. */
    public enum Unit {
        DURATION,
        /** A wait between attempts: 100 ms at least, since without any a network does nothing else. */
        WAIT,
        /** Of BGP: none, or whole seconds from 3 s to 65535 s. */
        HOLD_TIME,
        /** Of BFD packets, of tunnels: 1 to 255. */
        COUNT,
        SWITCH,
        /** One of a few words. */
        CHOICE
    }
}
