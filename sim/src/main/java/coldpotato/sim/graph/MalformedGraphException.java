package coldpotato.sim.graph;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** A graph file that cannot be understood, with everything that is wrong in it. */
public final class MalformedGraphException extends Exception {
    private static final long serialVersionUID = 1;

    private final ImmutableList<GraphMistake> mistakes;

    MalformedGraphException(ImmutableList<GraphMistake> mistakes) {
        super(mistakes.stream().map(GraphMistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = mistakes;
    }

    /** In the order of the lines. */
    public ImmutableList<GraphMistake> mistakes() {
        return mistakes;
    }
}
