package coldpotato.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.DocumentedBehaviour;
import coldpotato.scenarios.file.Scenario;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one run of a scenario of the catalog came to.
 *
 * @param name of the file, without its ending
 * @param title what the scenario is called
 * @param about what happens in it
 * @param behaviours that it shows
 * @param verdicts of its expectations
 * @param story its timeline and the digest of its trace
 */
record CatalogRun(
        String name,
        String title,
        String about,
        ImmutableSet<DocumentedBehaviour> behaviours,
        ImmutableList<Verdict> verdicts,
        String story) {
    private static final Path CATALOG = Path.of("catalog");
    private static final String ENDING = ".yaml";

    /** The names of the files of the catalog, in order. */
    static ImmutableList<String> names() {
        try (Stream<Path> all = Files.list(CATALOG)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted(Comparator.comparingInt(CatalogRun::number))
                    .collect(ImmutableList.toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(0, name.indexOf('-')));
    }

    static Scenario scenario(String name) {
        return Story.scenario(CATALOG.resolve(name + ENDING));
    }

    static CatalogRun of(String name) {
        RehearsalResult result = new Rehearsal(scenario(name), RunChoices.USUAL.withMessages()).run();
        assertThat(result.verdicts()).isNotEmpty();
        return new CatalogRun(
                name,
                result.scenario().name(),
                result.scenario().about(),
                result.scenario().behaviours(),
                result.verdicts(),
                story(result));
    }

    /** A link to the file. */
    String link() {
        return "[" + name + "](catalog/" + name + ENDING + ")";
    }

    /** In few words. */
    String verdict() {
        String failed = verdicts.stream()
                .filter(verdict -> !verdict.holds())
                .map(Verdict::name)
                .collect(Collectors.joining(", "));
        return failed.isEmpty() ? "holds" : "**fails**: " + failed;
    }

    private static String story(RehearsalResult result) {
        String timeline = result.moments().stream().map(Moment::toString).collect(Collectors.joining("\n"));
        return timeline + "\n\ntrace sha-256 " + Hashing.sha256().hashBytes(bytes(result)) + "\n";
    }

    private static byte[] bytes(RehearsalResult result) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new TraceFile(result).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
