package coldpotato.sim.graph;

/**
 * Something that is wrong in a graph file.
 *
 * @param line where, counted from 1; 0 if it is about the file as a whole
 * @param text what is wrong
 */
public record GraphMistake(int line, String text) {
    @Override
    public String toString() {
        return line == 0 ? text : line + ": " + text;
    }
}
