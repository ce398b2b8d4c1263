package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML 1.2 document into a {@link Tree}. It works on the parser's events and not on a library's node graph,
 * because that is built by unbounded recursion and types the scalars. What it says of a value never repeats it: the value may
 * be a password.
 */
final class YamlReader {
    /** Levels of mappings and lists inside each other. */
    static final int DEPTH_MAX = 50;
    /** Nodes of a document, an alias counting as what it stands for. */
    static final int NODES_MAX = 200_000;

    private final Source source;
    private final Mistakes mistakes;
    private final Iterator<Event> events;
    private final Map<String, Tree> anchors = new LinkedHashMap<>();
    private int nodes;

    private YamlReader(Source source, String text, Mistakes mistakes) {
        this.source = source;
        this.mistakes = mistakes;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.name())
                .setCodePointLimit(SourceText.BYTES_MAX)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /** The document, or empty if it could not be read; then a mistake says why. */
    static Optional<Tree> read(Source source, String text, Mistakes mistakes) {
        try {
            return Optional.of(new YamlReader(source, text, mistakes).document());
        } catch (Unreadable unreadable) {
            mistakes.add(unreadable.place, unreadable.getMessage());
        } catch (MarkedYamlEngineException syntax) {
            Mark mark = syntax.getProblemMark().or(syntax::getContextMark).orElse(null);
            mistakes.add(
                    mark == null ? Place.whole(source) : new Place(source, mark.getLine() + 1, mark.getColumn() + 1),
                    "not YAML: " + whatIsWrong(syntax));
        } catch (ReaderException unprintable) {
            mistakes.add(
                    placeOf(source, text, unprintable.getPosition()),
                    String.format(
                            "the character U+%04X may not stand in a YAML file; is it a text file?",
                            unprintable.getCodePoint()));
        } catch (YamlEngineException other) {
            mistakes.add(Place.whole(source), "not YAML: " + firstLine(String.valueOf(other.getMessage())));
        }
        return Optional.empty();
    }

    private Tree document() {
        next();
        Event first = next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            throw new Unreadable(Place.whole(source), "the file is empty");
        }
        Tree tree = node(next(), 0);
        next();
        Event after = next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw new Unreadable(place(after), "a second document begins here; a file holds one");
        }
        return tree;
    }

    private Event next() {
        return events.next();
    }

    private Tree node(Event event, int depth) {
        if (depth > DEPTH_MAX) {
            throw new Unreadable(place(event), "nested more than " + DEPTH_MAX + " levels deep");
        }
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        count(event, 1);
        rejectTag(event);
        Tree tree = content(event, depth);
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), tree));
        return tree;
    }

    private Tree content(Event event, int depth) {
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> sequence(event, depth);
            default -> mapping(event, depth);
        };
    }

    private Tree aliased(AliasEvent alias) {
        String name = alias.getAlias().getValue();
        Tree tree = anchors.get(name);
        if (tree == null) {
            throw new Unreadable(
                    place(alias),
                    "no anchor of this alias stands before it; text that begins with * stands in quotes"
                            + Spelling.hint(name, anchors.keySet()));
        }
        count(alias, tree.size());
        return tree;
    }

    private void count(Event event, int more) {
        nodes += more;
        if (nodes > NODES_MAX) {
            throw new Unreadable(
                    place(event), "more than " + NODES_MAX + " values (an alias counts as what it stands for)");
        }
    }

    private void rejectTag(Event event) {
        Optional<String> tag =
                event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
        tag.ifPresent(any ->
                mistakes.add(place(event), "tags have no meaning here; text that begins with ! stands in quotes"));
    }

    private Tree.Scalar scalar(ScalarEvent event) {
        return new Tree.Scalar(place(event), event.getValue(), event.getScalarStyle() == ScalarStyle.PLAIN);
    }

    private Tree sequence(Event start, int depth) {
        ImmutableList.Builder<Tree> items = ImmutableList.builder();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(node(event, depth + 1));
        }
        return Tree.Sequence.of(place(start), items.build());
    }

    private Tree mapping(Event start, int depth) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            Tree key = node(event, depth + 1);
            Tree value = node(next(), depth + 1);
            put(entries, key, place(event), value);
        }
        return Tree.Mapping.of(place(start), ImmutableMap.copyOf(entries));
    }

    private void put(Map<String, Tree.Entry> entries, Tree key, Place place, Tree value) {
        if (!(key instanceof Tree.Scalar scalar) || key.isNull()) {
            mistakes.add(place, "a key is a word, not " + key.kind());
            return;
        }
        Tree.Entry before = entries.putIfAbsent(scalar.text(), new Tree.Entry(place, value));
        if (before != null) {
            mistakes.add(
                    place,
                    "\"" + scalar.text() + "\" is here a second time; the first is in line "
                            + before.place().line());
        }
    }

    private Place place(Event event) {
        return event.getStartMark()
                .map(mark -> new Place(source, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Place.whole(source));
    }

    private static Place placeOf(Source source, String text, int position) {
        String before = text.substring(0, Math.min(position, text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(source, line, before.length() - before.lastIndexOf('\n'));
    }

    /** The library's own words, but for the mistakes that people make most. */
    private static String whatIsWrong(MarkedYamlEngineException syntax) {
        String problem = firstLine(String.valueOf(syntax.getProblem()));
        String context = syntax.getContext() == null ? "" : " " + firstLine(syntax.getContext());
        if (problem.contains("(TAB)")) {
            return "a tab may not indent; use spaces";
        }
        if (problem.contains("that cannot start any token") || context.contains("block scalar")) {
            return "text that begins with a sign such as > or @ stands in quotes, as in \">= 99%\"";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "text that holds a colon and a space stands in quotes; or the line is indented too far";
        }
        return problem + context;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** Stops the reading of one document. */
    private static final class Unreadable extends RuntimeException {
        private final Place place;

        Unreadable(Place place, String message) {
            super(message, null, false, false);
            this.place = place;
        }
    }
}
