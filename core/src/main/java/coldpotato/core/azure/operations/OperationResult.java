package coldpotato.core.azure.operations;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.grounds.Assumption;
import coldpotato.core.azure.rules.Refusal;
import coldpotato.core.azure.rules.Validity;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * What became of an operation.
 *
 * @param network the model afterwards; the one before if it was refused, or what a failure has left as a whole
 * @param refusals why it, or a part of it, was refused; empty if it was done
 * @param judged the model that was wanted, if Azure refuses it or takes it for what it is as a whole; empty if no assumption decides
 */
public record OperationResult(HybridNetwork network, ImmutableList<Refusal> refusals, Optional<HybridNetwork> judged) {

    /** Of an operation about which no assumption decides. */
    OperationResult(HybridNetwork network, ImmutableList<Refusal> refusals) {
        this(network, refusals, Optional.empty());
    }

    static OperationResult done(HybridNetwork network) {
        return new OperationResult(network, ImmutableList.of());
    }

    /** Those with other values of which more, or less, would be refused; all rules are gone through for each of their values. */
    public ImmutableSet<Assumption> assumptions() {
        return judged.map(Validity::restsOn).orElse(ImmutableSet.of());
    }

    public boolean isRefused() {
        return !refusals.isEmpty();
    }
}
