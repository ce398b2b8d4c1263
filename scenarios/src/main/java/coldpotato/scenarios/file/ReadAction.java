package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What came of reading something that is to be done at once.
 *
 * @param action empty if there are mistakes
 * @param mistakes as far as they can be told without the compiled network
 * @param references the names of it that the action uses
 */
public record ReadAction(
        Optional<Action> action, ImmutableList<Mistake> mistakes, ImmutableList<Reference> references) {}
