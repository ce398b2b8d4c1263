package coldpotato.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong: one clear message, exit code 2, nothing printed, nothing written. */
class BadInputTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run @                                     | @: is a directory, not a file",
                "run @/absent.yaml                         | @/absent.yaml: no such file",
                "run @/silent.yaml --junit @/no/out.xml    | coldpotato: --junit @/no/out.xml: there is no folder @/no",
                "run @/silent.yaml --trace @               | coldpotato: --trace @: is a folder, not a file",
                "run @/silent.yaml @/silent.yaml --trace @/t | coldpotato: --trace takes one scenario, but there are 2",
                "run @/silent.yaml --seed x                | Invalid value for option '--seed': 'x' is not a whole number",
                "run @/silent.yaml --assume msee-mray=3s   | --assume msee-mray=3s: there is no assumption",
                "run @/silent.yaml --assume msee-connect-retry=0s | --assume msee-connect-retry=0s: \"0s\" is no value of",
                "run @/silent.yaml --set circuits.er-ams.sku=Gold | --set circuits.er-ams.sku=Gold:1:1: \"Gold\" is none",
                "speaker --nope                            | Unknown option: --nope",
                "speaker                                   | Missing required parameter: 'FILE'",
                "run                                       | Missing required parameter: 'FILE'",
                "live @/silent.yaml --addresses own --port 5 | coldpotato: --port: with --addresses own routers have",
                "live @/silent.yaml --addresses own --loopback 127.9.0.0/16 | coldpotato: --loopback: with --addresses own",
                "check @/absent.yaml                       | @/absent.yaml: no such file",
                "assumptions @/absent.yaml                 | @/absent.yaml: no such file",
                "show @/silent.yaml fib                    | coldpotato: show fib needs --node, such as --node ce1",
                "explain @/silent.yaml --prefix 10.20.0.0/16 | coldpotato: explain needs --node, such as --node ce1",
                "show @/silent.yaml --node ce1 --at=-10m fib | coldpotato: --at: \"-10m\" is before the start: times",
                "explain @/silent.yaml --node ce1 --prefix 10.20.0.0/16 --at 1m --since 2m | coldpotato: --since: \"2m\" is",
                "assumptions @/silent.yaml more            | There is nothing to do with more",
                "show @/silent.yaml --node ce3 fib         | coldpotato: there is no node \"ce3\"; did you mean ce1 or ce2?",
                "show @/silent.yaml --node er-ams.primary fib | coldpotato: \"er-ams.primary\" is no node but",
                "show @/silent.yaml --node ce1 fibb        | coldpotato: there is no table \"fibb\"; did you mean fib?",
                "show @/silent.yaml --node ce1 --at cat fib | coldpotato: there is no entry of the timeline called \"cat\"; did",
                "show @/silent.yaml --node ce1 --at 5 fib  | coldpotato: --at: \"5\" has no unit; 5s or 5m?",
                "show @/silent.yaml --node ce1 --at 9h fib | coldpotato: --at: \"9h\" is not in the run, which is from 0s to",
                "show @/silent.yaml --node ce1 --at cut-1s fib | coldpotato: --at: put blanks around the sign: \"cut - 1s\"",
                "show @/silent.yaml --node ce1 bgp 10.20.0.0/24 | coldpotato: 10.20.0.0/24 is not in the BGP table of ce1; the"
                        + " longest match is 10.20.0.0/16",
                "show @/silent.yaml --node ce1 bgp 10.300.0.0/24 | coldpotato: \"10.300.0.0/24\" is neither summary nor",
                "explain @/silent.yaml --node ce1 --prefix x | coldpotato: --prefix: \"x\" is neither a prefix nor an address",
                "explain @/silent.yaml --node ce1 --prefix 10.99.0.0/16 | coldpotato: ce1 knows nothing of 10.99.0.0/16 at",
                "explain @/silent.yaml --node ce1 --prefix 10.20.0.0/16 --since cot | coldpotato: there is no entry of the",
            })
    void isOneMessage(String command, String message) throws IOException {
        CommandLineRun.silent(folder);
        Object[] words = Arrays.stream(command.split(" +")).map(this::here).toArray();
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).startsWith(here(message)).doesNotContain("Exception", "\tat ");
        assertThat(run.out()).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("silent.yaml"));
        }
    }

    @Test
    void everyMistakeOfAFileIsTold() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "name: x\nsitess: {}\nseed: soon\n");
        assertThat(CommandLineRun.of("check", bad).err())
                .hasLineCount(2)
                .contains(bad + ":2:1: unknown key \"sitess\"", bad + ":3:7: \"soon\" is not");
    }

    private String here(String text) {
        return text.replace("@", folder.toString());
    }
}
