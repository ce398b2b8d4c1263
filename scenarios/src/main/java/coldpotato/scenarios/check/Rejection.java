package coldpotato.scenarios.check;

import coldpotato.core.azure.rules.Refusal;
import coldpotato.scenarios.file.Place;
import java.util.Optional;

/**
 * Something that Azure refused in this run.
 *
 * @param event the entry of the timeline, empty for the network as the file has it
 * @param atNanos when
 * @param place of the entry; of the first line of the scenario for the network
 * @param refusal what was refused, and why
 */
public record Rejection(Optional<String> event, long atNanos, Optional<Place> place, Refusal refusal) {}
