package coldpotato.core.azure;

import com.google.common.collect.ImmutableList;

/**
 * What became of an operation.
 *
 * @param network the model afterwards; the one before if it was refused, or what a failure has left as a whole
 * @param refusals why it, or a part of it, was refused; empty if it was done
 */
public record OperationResult(HybridNetwork network, ImmutableList<Refusal> refusals) {

    static OperationResult done(HybridNetwork network) {
        return new OperationResult(network, ImmutableList.of());
    }

    public boolean isRefused() {
        return !refusals.isEmpty();
    }
}
