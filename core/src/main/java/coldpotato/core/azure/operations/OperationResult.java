package coldpotato.core.azure.operations;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.grounds.Assumption;
import coldpotato.core.azure.rules.Refusal;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * What became of an operation.
 *
 * @param network the model afterwards; the one before if it was refused, or what a failure has left as a whole
 * @param refusals why it, or a part of it, was refused; empty if it was done
 * @param assumptions with other values of which more, or less, would be refused
 */
public record OperationResult(
        HybridNetwork network, ImmutableList<Refusal> refusals, ImmutableSet<Assumption> assumptions) {

    /** Of an operation about which no assumption decides. */
    OperationResult(HybridNetwork network, ImmutableList<Refusal> refusals) {
        this(network, refusals, ImmutableSet.of());
    }

    static OperationResult done(HybridNetwork network) {
        return new OperationResult(network, ImmutableList.of());
    }

    public boolean isRefused() {
        return !refusals.isEmpty();
    }
}
