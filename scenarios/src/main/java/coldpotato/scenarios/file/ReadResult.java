package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A scenario, or all that is wrong with its file.
 *
 * @param scenario empty if there are mistakes
 * @param mistakes in the order of the files, none if there is a scenario
 */
public record ReadResult(Optional<Scenario> scenario, ImmutableList<Mistake> mistakes) {}
