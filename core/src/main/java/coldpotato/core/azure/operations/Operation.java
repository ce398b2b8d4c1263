package coldpotato.core.azure.operations;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.grounds.Grounds;
import coldpotato.core.azure.rules.Consistency;
import coldpotato.core.azure.rules.Refusal;
import coldpotato.core.azure.rules.Validity;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Something that somebody configures, at the customer's or at Azure: a function from model to model, as data that a timeline
 * can hold. Names must exist in the model. Each area has an interface of its own that extends this one.
 */
public sealed interface Operation
        permits AnnouncementOperation,
                CircuitOperation,
                CommunityOperation,
                CloudOperation,
                ConnectionOperation,
                DirectPortOperation,
                EdgeOperation,
                GatewayOperation,
                GlobalReachOperation,
                HubOperation,
                LeakOperation,
                MaintenanceOperation,
                NatOperation,
                PeeringOperation,
                RouteServerOperation,
                VnetOperation,
                VpnOperation {

    /**
     * The model after the operation, whatever Azure thinks of it.
     *
     * @throws IllegalArgumentException if the model has no such name
     */
    HybridNetwork change(HybridNetwork network);

    /** The name of what is configured: a connection, a circuit, a link of a peering, a route filter or who announces. */
    String element();

    /** What is done to the element, in words. */
    String text();

    /** What follows by itself when something that takes time is done; empty for what is done at once. */
    default Optional<Sequel> sequel(Grounds grounds) {
        return Optional.empty();
    }

    /** What Azure has against this operation besides the state that it leads to. */
    default ImmutableList<Refusal> refusals(HybridNetwork before) {
        return ImmutableList.of();
    }

    /**
     * Does it, unless Azure refuses: refused is what would bring something into the model that Azure does not take, or make worse
     * what is there already.
     *
     * @throws IllegalArgumentException if the model has no such name, or would no longer be consistent
     */
    default OperationResult apply(HybridNetwork network) {
        HybridNetwork after = change(network);
        Consistency.check(after).stream().findFirst().ifPresent(wrong -> {
            throw new IllegalArgumentException(wrong.reason());
        });
        ImmutableList<Refusal> known = Validity.check(network);
        ImmutableList<Refusal> refusals = ImmutableList.<Refusal>builder()
                .addAll(refusals(network))
                .addAll(Validity.check(after).stream()
                        .filter(refusal -> known.stream().noneMatch(refusal::isWithin))
                        .iterator())
                .build();
        return new OperationResult(refusals.isEmpty() ? after : network, refusals, Optional.of(after));
    }
}
