package coldpotato.scenarios.file;

/**
 * A choice of the command line: {@code --assume worst} or {@code --assume msee-mrai=30s}.
 *
 * @param text {@code best}, {@code worst}, {@code usual} or {@code NAME=VALUE}
 */
public record AssumeChoice(String text) {

    Source source() {
        return new Source("--assume " + text, "--assume");
    }
}
