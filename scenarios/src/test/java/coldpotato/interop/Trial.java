package coldpotato.interop;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Leaves out what a daemon cannot do, and writes down what is being tried and what went well. */
final class Trial implements ExecutionCondition, BeforeEachCallback, TestWatcher {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Product product = product(context);
        List<Feature> lacking =
                features(context).filter(feature -> !feature.isIn(product)).toList();
        return lacking.isEmpty()
                ? ConditionEvaluationResult.enabled(product + " has it")
                : ConditionEvaluationResult.disabled(product.label() + " has no " + lacking);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        record(context, FeatureTable.UNTRIED);
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        record(context, FeatureTable.WORKS);
    }

    private static void record(ExtensionContext context, String cell) {
        if (FeatureTable.isRewritten()) {
            features(context).forEach(feature -> FeatureTable.record(product(context), feature, cell));
        }
    }

    private static Product product(ExtensionContext context) {
        return ((Tried) context.getRequiredTestInstance()).product();
    }

    private static Stream<Feature> features(ExtensionContext context) {
        return Stream.of(
                context.getRequiredTestMethod().getAnnotation(Tries.class).value());
    }
}
