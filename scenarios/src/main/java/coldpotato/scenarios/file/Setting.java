package coldpotato.scenarios.file;

/**
 * A value that the command line puts in place of the file's: {@code --set circuits.er-ams.sku=Premium}.
 *
 * @param text what follows {@code --set}: keys joined by dots, those that hold dots themselves in double quotes, then
 *     {@code =} and the value in YAML
 */
public record Setting(String text) {

    Source source() {
        return new Source("--set " + text, "--set");
    }
}
