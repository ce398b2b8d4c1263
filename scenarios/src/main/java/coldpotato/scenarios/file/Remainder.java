package coldpotato.scenarios.file;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is left of a file without the flows, entries of the timeline and expectations that are wrong: what only shows in a whole
 * scenario can be looked for in it, so that the user hears of that together with the rest.
 */
final class Remainder {
    private static final ImmutableSet<String> SECTIONS = ImmutableSet.of("flows", "timeline", "expect");
    private static final Splitter WORDS = Splitter.on(CharMatcher.inRange('a', 'z')
                    .or(CharMatcher.inRange('A', 'Z'))
                    .or(CharMatcher.inRange('0', '9'))
                    .or(CharMatcher.anyOf("_-"))
                    .negate())
            .omitEmptyStrings();

    private final Tree.Mapping tree;
    private final ImmutableSet<String> taken;

    private Remainder(Tree.Mapping tree, ImmutableSet<String> taken) {
        this.tree = tree;
        this.taken = taken;
    }

    static Remainder of(Tree.Mapping whole) {
        return new Remainder(whole, ImmutableSet.of());
    }

    Tree.Mapping tree() {
        return tree;
    }

    /** Without what is wrong by these mistakes; empty if one of them lies elsewhere. */
    Optional<Remainder> without(ImmutableList<Mistake> mistakes) {
        Set<Place> wrong = new LinkedHashSet<>();
        mistakes.forEach(mistake -> wrong.add(mistake.place()));
        Set<String> words = new LinkedHashSet<>(taken);
        Map<String, Tree.Entry> sections = new LinkedHashMap<>(tree.entries());
        sections.replaceAll((name, section) -> SECTIONS.contains(name) ? without(section, wrong, words) : section);
        return wrong.isEmpty()
                ? Optional.of(new Remainder(
                        Tree.Mapping.of(tree.place(), ImmutableMap.copyOf(sections)), ImmutableSet.copyOf(words)))
                : Optional.empty();
    }

    /** @param wrong loses what lies in this section */
    private static Tree.Entry without(Tree.Entry section, Set<Place> wrong, Set<String> words) {
        if (!(section.value() instanceof Tree.Mapping mapping)) {
            return section;
        }
        Map<String, Tree.Entry> left = new LinkedHashMap<>();
        Set<Place> told = new LinkedHashSet<>();
        mapping.entries().forEach((name, entry) -> {
            Set<Place> places = new LinkedHashSet<>();
            places.add(entry.place());
            walk(entry.value(), inside -> places.add(inside.place()));
            if (Sets.intersection(places, wrong).isEmpty()) {
                left.put(name, entry);
            } else {
                told.addAll(places);
                WORDS.split(name).forEach(words::add);
                walk(madeBy(entry.value()), inside -> words(inside).forEach(words::add));
            }
        });
        wrong.removeAll(told);
        return new Tree.Entry(section.place(), Tree.Mapping.of(mapping.place(), ImmutableMap.copyOf(left)));
    }

    /** What a fault is about is there without it; what a change is about may be what it makes. */
    private static Tree madeBy(Tree entry) {
        return entry instanceof Tree.Mapping mapping
                        && FaultReader.KINDS.keySet().stream()
                                .anyMatch(kind -> mapping.entries().containsKey(kind.name()))
                ? Tree.Mapping.of(entry.place(), ImmutableMap.of())
                : entry;
    }

    private static Iterable<String> words(Tree tree) {
        return tree instanceof Tree.Scalar scalar ? WORDS.split(scalar.text()) : ImmutableList.of();
    }

    private static void walk(Tree tree, Consumer<Tree> visitor) {
        visitor.accept(tree);
        if (tree instanceof Tree.Sequence sequence) {
            sequence.items().forEach(item -> walk(item, visitor));
        } else if (tree instanceof Tree.Mapping mapping) {
            mapping.entries().values().forEach(entry -> {
                visitor.accept(new Tree.Scalar(entry.place(), "", true));
                walk(entry.value(), visitor);
            });
        }
    }

    /** The mistakes that would be there without what was taken out, as far as their words tell. */
    ImmutableList<Mistake> certain(ImmutableList<Mistake> mistakes) {
        return mistakes.stream()
                .filter(mistake -> WORDS.splitToStream(mistake.message()).noneMatch(taken::contains))
                .collect(ImmutableList.toImmutableList());
    }
}
