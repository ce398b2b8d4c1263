package coldpotato.scenarios.live;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody asks of a running process, in the words of the command line: {@code fail er-ams.primary --how=silent}.
 *
 * @param command the first word
 * @param arguments the other words
 * @param options what follows {@code --}, by name; an empty value for one that is only named
 */
public record ControlRequest(String command, ImmutableList<String> arguments, ImmutableMap<String, String> options) {
    private static final String OPTION = "--";

    /** A request without options. */
    public static ControlRequest of(String command, String... arguments) {
        return new ControlRequest(command, ImmutableList.copyOf(arguments), ImmutableMap.of());
    }

    /** The same with one more option. */
    public ControlRequest with(String option, String value) {
        return new ControlRequest(
                command,
                arguments,
                ImmutableMap.<String, String>builder()
                        .putAll(options)
                        .put(option, value)
                        .buildKeepingLast());
    }

    /** True if the option is named. */
    public boolean has(String option) {
        return options.containsKey(option);
    }

    /** What {@link #words} makes of a request. */
    static ControlRequest ofWords(List<String> words) {
        List<String> arguments = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        for (String word : words) {
            if (word.startsWith(OPTION)) {
                int sign = word.indexOf('=');
                int end = sign < 0 ? word.length() : sign;
                options.put(word.substring(OPTION.length(), end), sign < 0 ? "" : word.substring(sign + 1));
            } else {
                arguments.add(word);
            }
        }
        String command = arguments.isEmpty() ? "" : arguments.remove(0);
        return new ControlRequest(command, ImmutableList.copyOf(arguments), ImmutableMap.copyOf(options));
    }

    /** The words that travel. */
    ImmutableList<String> words() {
        ImmutableList.Builder<String> words = ImmutableList.builder();
        words.add(command).addAll(arguments);
        options.forEach((name, value) -> words.add(OPTION + name + (value.isEmpty() ? "" : "=" + value)));
        return words.build();
    }

    /** As one would type it. */
    @Override
    public String toString() {
        return String.join(" ", words());
    }
}
