package coldpotato.sim.graph;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** Goes through a graph file line by line, and on after a mistake, so that the user hears of all of them at once. */
final class GraphLines {
    private static final Splitter WORDS = Splitter.on(' ').trimResults().omitEmptyStrings();

    /** Reads one line. */
    @FunctionalInterface
    interface Reader {
        void read(String line) throws BadLine;
    }

    /** What is wrong in the line at hand. */
    static final class BadLine extends Exception {
        private static final long serialVersionUID = 1;

        BadLine(String text) {
            super(text);
        }
    }

    private GraphLines() {}

    /**
     * Hands over each line that holds more than a comment, without it and without the spaces around it.
     *
     * @throws MalformedGraphException if the reader did not like all of them
     */
    static void read(String text, Reader reader) throws MalformedGraphException {
        ImmutableList.Builder<GraphMistake> mistakes = ImmutableList.builder();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = withoutComment(lines.get(i));
            try {
                if (!line.isEmpty()) {
                    reader.read(line);
                }
            } catch (BadLine bad) {
                mistakes.add(new GraphMistake(i + 1, bad.getMessage()));
            }
        }
        throwIfAny(mistakes.build());
    }

    /** @throws MalformedGraphException if there is a mistake */
    static void throwIfAny(ImmutableList<GraphMistake> mistakes) throws MalformedGraphException {
        if (!mistakes.isEmpty()) {
            throw new MalformedGraphException(mistakes);
        }
    }

    static List<String> words(String line) {
        return WORDS.splitToList(line.replace('\t', ' '));
    }

    /** A whole number from a range. */
    static int number(String text, int min, int max) throws BadLine {
        if (text.matches("[0-9]{1,10}")) {
            long number = Long.parseLong(text);
            if (min <= number && number <= max) {
                return (int) number;
            }
        }
        throw new BadLine(text + " is not a whole number from " + min + " to " + max);
    }

    static void check(boolean holds, String otherwise) throws BadLine {
        if (!holds) {
            throw new BadLine(otherwise);
        }
    }

    private static String withoutComment(String line) {
        int hash = line.indexOf('#');
        return (hash < 0 ? line : line.substring(0, hash)).strip();
    }
}
