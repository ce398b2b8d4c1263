package coldpotato.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.base.Strings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the file holds, and if there is none: one clear message, never an exception. */
class HostileFileTest {
    @TempDir
    private Path temporary;

    private ScenarioFolder folder;

    @BeforeEach
    void open() {
        folder = new ScenarioFolder(temporary);
    }

    @Test
    void anEmptyFile() {
        assertOnlyMistake("", "bad.yaml: the file is empty");
        assertOnlyMistake("# nothing but a comment\n", "bad.yaml: the file is empty");
    }

    @Test
    void aMissingFile() {
        assertThat(folder.mistakes(folder.read("bad.yaml"))).containsExactly("bad.yaml: no such file");
    }

    @Test
    void aDirectory() throws IOException {
        Files.createDirectory(temporary.resolve("bad.yaml"));
        assertThat(folder.mistakes(folder.read("bad.yaml"))).containsExactly("bad.yaml: is a directory, not a file");
    }

    @Test
    void anUnreadableFile() throws IOException {
        folder.with("bad.yaml", "name: a");
        Files.setPosixFilePermissions(temporary.resolve("bad.yaml"), PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(temporary.resolve("bad.yaml")))
                .as("the super-user reads everything")
                .isFalse();
        assertThat(folder.mistakes(folder.read("bad.yaml"))).containsExactly("bad.yaml: permission denied");
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        Files.write(temporary.resolve("bad.yaml"), new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe});
        assertThat(folder.mistakes(folder.read("bad.yaml"))).containsExactly("bad.yaml: is not UTF-8 text");
    }

    @Test
    void controlCharacters() {
        assertOnlyMistake(
                "name: a\nabout: b\0c\n",
                "bad.yaml:2:9: the character U+0000 may not stand in a YAML file; is it a text file?");
    }

    @Test
    void aFileThatIsTooLarge() {
        assertOnlyMistake("name: " + Strings.repeat("a", 10 << 20), "bad.yaml: is larger than 1 MB");
    }

    @Test
    void aScalarOfMegabytesIsNotRepeatedInTheMessage() {
        List<String> mistakes = mistakes("name: a\nseed: " + Strings.repeat("7", 1_000_000) + "\n");
        assertThat(mistakes).hasSize(1);
        assertThat(mistakes.get(0)).startsWith("bad.yaml:2:7: \"777").hasSizeLessThan(200);
    }

    @Test
    void aKeyOfMegabytes() {
        assertThat(mistakes("name: a\n? " + Strings.repeat("k", 1_000_000) + "\n: b\n"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake)
                        .startsWith("bad.yaml:2:3: unknown key")
                        .hasSizeLessThan(200));
    }

    @Test
    void deepNesting() {
        assertOnlyMistake("name: " + Strings.repeat("[", 100_000), "bad.yaml:1:57: nested more than 50 levels deep");
        assertOnlyMistake(
                "name: " + Strings.repeat("{a: ", 100_000), "bad.yaml:1:204: nested more than 50 levels deep");
    }

    @Test
    void aBillionLaughs() {
        StringBuilder text = new StringBuilder("name: a\na0: &a0 [l, l, l, l, l, l, l, l, l, l]\n");
        for (int i = 1; i < 10; i++) {
            text.append("a").append(i).append(": &a").append(i).append(" [");
            text.append(Strings.repeat("*a" + (i - 1) + ", ", 10)).append("]\n");
        }
        assertThat(mistakes(text.toString()))
                .singleElement()
                .asString()
                .contains("more than 200000 values (an alias counts as what it stands for)");
    }

    @Test
    void anAliasOfItself() {
        assertOnlyMistake(
                "name: &a [*a]\n",
                "bad.yaml:1:11: no anchor of this alias stands before it; text that begins with * stands in quotes");
    }

    @Test
    void tabs() {
        assertOnlyMistake("name: a\n\tabout: b\n", "bad.yaml:2:1: not YAML: a tab may not indent; use spaces");
    }

    @Test
    void aByteOrderMarkAndForeignLineEndsAreHarmless() {
        folder.with(
                "good.yaml", "\uFEFF" + ScenarioFolder.resource("silent.yaml").replace("\n", "\r\n"));
        assertThat(folder.mistakes(folder.read("good.yaml"))).isEmpty();
    }

    @Test
    void aSecondDocument() {
        assertOnlyMistake("name: a\n---\nname: b\n", "bad.yaml:2:1: a second document begins here; a file holds one");
    }

    @Test
    void somethingElseThanAMapping() {
        assertOnlyMistake(
                "- a\n- b\n", "bad.yaml:1:1: a scenario is a mapping of keys such as name: to values, not a list");
        assertOnlyMistake(
                "PK\u00033 zip", "bad.yaml:1:3: the character U+0003 may not stand in a YAML file; is it a text file?");
    }

    @Test
    void keysThatAreNoWords() {
        assertOnlyMistake("name: a\n[b, c]: d\n", "bad.yaml:2:1: a key is a word, not a list");
        assertOnlyMistake("name: a\n~: d\n", "bad.yaml:2:1: a key is a word, not nothing");
    }

    @Test
    void tags() {
        assertOnlyMistake(
                "name: !!java.net.URL a\n",
                "bad.yaml:1:7: tags have no meaning here; text that begins with ! stands in quotes");
    }

    @Test
    void aVersionOfYamlThatNobodyKnows() {
        assertThat(mistakes("%YAML 3.0\n---\nname: a\n")).hasSize(1);
    }

    private List<String> mistakes(String text) {
        return folder.mistakes(folder.with("bad.yaml", text).read("bad.yaml"));
    }

    private void assertOnlyMistake(String text, String mistake) {
        assertThat(mistakes(text)).containsExactly(mistake);
    }
}
