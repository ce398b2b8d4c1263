package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A speaker, or all that is wrong with its file.
 *
 * @param speaker empty if there are mistakes
 * @param mistakes in the order of the file, none if there is a speaker
 */
public record SpeakerResult(Optional<SpeakerFile> speaker, ImmutableList<Mistake> mistakes) {}
