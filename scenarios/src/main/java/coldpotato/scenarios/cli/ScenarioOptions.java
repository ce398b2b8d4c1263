package coldpotato.scenarios.cli;

import coldpotato.scenarios.file.AssumeChoice;
import coldpotato.scenarios.file.Mistake;
import coldpotato.scenarios.file.ReadResult;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.ScenarioReader;
import coldpotato.scenarios.file.Setting;
import coldpotato.scenarios.run.Rehearsal;
import coldpotato.scenarios.run.RunChoices;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the command line may change in a scenario file, the same for every command that reads one. */
final class ScenarioOptions {
    /** Reads a seed. */
    private static final class Seed implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            if (!text.matches("[0-9]{1,18}")) {
                throw new TypeConversionException("'" + text + "' is not a whole number from 0 to 10^18 - 1");
            }
            return Long.valueOf(text);
        }
    }

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Seed.class,
            description =
                    "Seed of the run, instead of the file's. The same file and seed give the same run. Expectations of many seeds are"
                            + " judged by this one alone.")
    private Long seed;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Put a value in place of the file's, such as circuits.er-ams.sku=Premium. May be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--assume",
            paramLabel = "best|worst|NAME=VALUE",
            description =
                    "What is assumed where the documents say nothing; see coldpotato assumptions. May be repeated.")
    private List<String> assumptions = new ArrayList<>();

    /**
     * Reads a file and checks it against the network that it describes.
     *
     * @param mistakes where what is wrong goes
     * @return null if anything is
     */
    Scenario read(Path file, List<Mistake> mistakes) {
        ReadResult result = ScenarioReader.read(
                file,
                settings.stream().map(Setting::new).toList(),
                assumptions.stream().map(AssumeChoice::new).toList());
        ImmutableList<Mistake> found = result.mistakes(Rehearsal::mistakes);
        mistakes.addAll(found);
        return found.isEmpty() ? result.scenario().map(this::seeded).orElseThrow() : null;
    }

    private Scenario seeded(Scenario scenario) {
        return seed == null ? scenario : scenario.withSeed(seed);
    }

    /** Reads a file that has to be right. */
    Scenario read(Path file) {
        List<Mistake> mistakes = new ArrayList<>();
        Scenario scenario = read(file, mistakes);
        if (!mistakes.isEmpty()) {
            throw BadInput.of(mistakes);
        }
        return scenario;
    }

    RunChoices choices() {
        return new RunChoices(seed == null ? OptionalLong.empty() : OptionalLong.of(seed), RunChoices.USUAL.traced());
    }
}
