package coldpotato.sim.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * Where an element of the plan comes from.
 *
 * @param modelPath what in the model it was compiled from, keys from the outside in, with dots between
 * @param place {@code file:line:column} of that, empty where no file says it
 * @param assumptions names of the assumptions it rests on
 */
public record Provenance(String modelPath, String place, ImmutableList<String> assumptions) {
    public static final Provenance NONE = new Provenance("", "", ImmutableList.of());

    /** The same that rests on these assumptions, too. */
    public Provenance resting(Iterable<String> more) {
        return new Provenance(
                modelPath,
                place,
                ImmutableSet.<String>builder()
                        .addAll(assumptions)
                        .addAll(more)
                        .build()
                        .asList());
    }
}
