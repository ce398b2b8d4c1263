package coldpotato.sim.plan;

import com.google.common.collect.ImmutableList;

/**
 * Where an element of the plan comes from.
 *
 * @param modelPath what in the model it was compiled from, such as {@code circuits.er-ams.private-peering.primary}
 * @param place {@code file:line:column} of that, empty where no file says it
 * @param assumptions names of the assumptions it rests on
 */
public record Provenance(String modelPath, String place, ImmutableList<String> assumptions) {
    public static final Provenance NONE = new Provenance("", "", ImmutableList.of());
}
