package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the values of the command line into a tree. */
final class Settings {
    private static final Pattern KEY = Pattern.compile("\\G(?:\"([^\"]*)\"|([^\".=]+))([.=])");

    private final Shape root;
    private final Mistakes mistakes;

    /** @param root the keys that a whole scenario may have */
    Settings(Shape root, Mistakes mistakes) {
        this.root = root;
        this.mistakes = mistakes;
    }

    Tree.Mapping apply(Tree.Mapping tree, List<Setting> settings) {
        Tree.Mapping result = tree;
        for (Setting setting : settings) {
            result = apply(result, setting).orElse(result);
        }
        return result;
    }

    private Optional<Tree.Mapping> apply(Tree.Mapping tree, Setting setting) {
        Place place = Place.whole(setting.source());
        ImmutableList.Builder<String> path = ImmutableList.builder();
        int valueAt = readPath(setting.text(), path);
        if (valueAt < 0) {
            mistakes.add(place, "say a path and a value, as in --set circuits.er-ams.sku=Premium");
            return Optional.empty();
        }
        if (!leadsSomewhere(path.build(), tree, place)) {
            return Optional.empty();
        }
        String text = setting.text().substring(valueAt);
        Optional<Tree> value = text.isBlank()
                ? Optional.of(new Tree.Scalar(place, "", false))
                : YamlReader.read(setting.source(), text, mistakes);
        return value.map(given -> new Merge(mistakes).merge(tree, wrapped(path.build(), given, place)));
    }

    /** Where the value begins, or -1 if the text has no path. */
    private static int readPath(String text, ImmutableList.Builder<String> path) {
        Matcher matcher = KEY.matcher(text);
        while (matcher.find()) {
            path.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            if (matcher.group(3).equals("=")) {
                return matcher.end();
            }
        }
        return -1;
    }

    /** Follows the path through the table of keys and, where users choose the names, through the tree. */
    private boolean leadsSomewhere(ImmutableList<String> path, Tree.Mapping tree, Place place) {
        Form form = new Form.Keys(root);
        Tree there = tree;
        for (int i = 0; i < path.size(); i++) {
            String key = path.get(i);
            Optional<Form> next = inside(form, key, there, i + 1 == path.size(), place);
            if (next.isEmpty()) {
                return false;
            }
            form = next.get();
            there = there instanceof Tree.Mapping mapping && mapping.entries().containsKey(key)
                    ? mapping.entries().get(key).value()
                    : null;
        }
        return true;
    }

    private Optional<Form> inside(Form form, String key, Tree there, boolean last, Place place) {
        if (form instanceof Form.Either either) {
            return either.forms().stream()
                    .filter(one -> one instanceof Form.Keys || one instanceof Form.Named)
                    .findFirst()
                    .flatMap(one -> inside(one, key, there, last, place));
        }
        if (form instanceof Form.Keys keys) {
            Key<?> known = keys.shape().keys().get(key);
            if (known == null) {
                mistakes.add(
                        place,
                        "unknown key " + Quoted.of(key) + " in " + keys.shape().name()
                                + Spelling.hint(key, keys.shape().keys().keySet()));
            }
            return Optional.ofNullable(known).map(found -> found.value().form());
        }
        if (form instanceof Form.Named named) {
            ImmutableMap<String, Tree.Entry> names =
                    there instanceof Tree.Mapping mapping ? mapping.entries() : ImmutableMap.of();
            if (!last && !names.containsKey(key)) {
                mistakes.add(
                        place,
                        "there is no " + named.what() + " " + Quoted.of(key) + Spelling.hint(key, names.keySet()));
                return Optional.empty();
            }
            return Optional.of(named.value());
        }
        mistakes.add(place, "there are no keys where " + Quoted.of(key) + " should be; a list is set as a whole");
        return Optional.empty();
    }

    private static Tree.Mapping wrapped(ImmutableList<String> path, Tree value, Place place) {
        Tree tree = value;
        for (String key : Lists.reverse(path)) {
            tree = Tree.Mapping.of(place, ImmutableMap.of(key, new Tree.Entry(place, tree)));
        }
        return (Tree.Mapping) tree;
    }
}
