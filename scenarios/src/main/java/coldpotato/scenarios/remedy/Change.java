package coldpotato.scenarios.remedy;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.operations.OperationResult;
import coldpotato.core.azure.rules.Consistency;
import coldpotato.core.azure.rules.Validity;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.reason.Technique;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Something that might be configured otherwise from the start.
 *
 * @param technique which of the recommended ones it is
 * @param element where it is configured: a link, a connection, a firewall
 * @param text what is done there, in words
 * @param to the scenario with it; empty if Azure would refuse it
 */
record Change(Technique technique, String element, String text, Function<Scenario, Optional<Scenario>> to) {

    /** Operations done together. */
    static Change of(Technique technique, ImmutableList<? extends Operation> operations) {
        String elements = operations.stream().map(Operation::element).distinct().collect(Collectors.joining(", "));
        String text = operations.stream()
                .map(operation -> operation.element() + " " + operation.text())
                .collect(Collectors.joining("; "));
        return new Change(technique, elements, text, scenario -> done(scenario, operations));
    }

    /** An edit of the model that no operation stands for. */
    static Change of(Technique technique, String element, String text, UnaryOperator<HybridNetwork> edit) {
        return new Change(technique, element, element + " " + text, scenario -> sound(edit.apply(scenario.network()))
                .filter(after -> isTaken(scenario.network(), after))
                .map(scenario::with));
    }

    private static Optional<Scenario> done(Scenario scenario, ImmutableList<? extends Operation> operations) {
        Optional<HybridNetwork> network = Optional.of(scenario.network());
        for (Operation operation : operations) {
            network = network.flatMap(before -> done(before, operation));
        }
        return network.map(scenario::with);
    }

    private static Optional<HybridNetwork> done(HybridNetwork before, Operation operation) {
        if (sound(operation.change(before)).isEmpty()) {
            return Optional.empty();
        }
        OperationResult result = operation.apply(before);
        return result.isRefused() ? Optional.empty() : Optional.of(result.network());
    }

    private static Optional<HybridNetwork> sound(HybridNetwork network) {
        return Optional.of(network).filter(after -> Consistency.check(after).isEmpty());
    }

    private static boolean isTaken(HybridNetwork before, HybridNetwork after) {
        return Validity.check(after).stream()
                .allMatch(refusal -> Validity.check(before).stream().anyMatch(refusal::isWithin));
    }

    /** The same to what another change leads to, told as one. */
    Change and(Change other) {
        return new Change(
                technique,
                element.equals(other.element) ? element : element + ", " + other.element,
                text + "; " + other.text,
                scenario -> to.apply(scenario).flatMap(other.to));
    }
}
