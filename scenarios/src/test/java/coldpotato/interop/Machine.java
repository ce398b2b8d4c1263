package coldpotato.interop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Says whether this machine can run the interoperation tests, and what it lacks if not. */
final class Machine implements ExecutionCondition, BeforeAllCallback {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> lacking = lacking(context.getRequiredTestClass());
        return lacking.isEmpty() || isRequired()
                ? ConditionEvaluationResult.enabled("the machine has what is needed, or must have it")
                : ConditionEvaluationResult.disabled("not tried here: " + String.join("; ", lacking));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        List<String> lacking = lacking(context.getRequiredTestClass());
        if (!lacking.isEmpty()) {
            throw new AssertionError("required, but not possible here: " + String.join("; ", lacking));
        }
    }

    static boolean isRequired() {
        return "true".equals(System.getenv("CI")) || "required".equals(System.getenv("COLDPOTATO_INTEROP"));
    }

    private static List<String> lacking(Class<?> test) {
        NeedsNamespaces needs = test.getAnnotation(NeedsNamespaces.class);
        List<String> lacking = new ArrayList<>();
        if (!"root".equals(System.getProperty("user.name"))) {
            lacking.add("network namespaces need root");
        }
        Stream.of("/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip", "/bin/ip")
                .filter(Machine::exists)
                .findFirst()
                .ifPresentOrElse(found -> {}, () -> lacking.add("ip is missing (package iproute2)"));
        for (Product product : needs.products()) {
            product.programs().stream()
                    .filter(program -> !exists(program))
                    .forEach(program -> lacking.add(program + " is missing (package " + product.debianPackage() + ")"));
        }
        Stream.of(needs.programs())
                .filter(program -> !exists(program))
                .forEach(program -> lacking.add(program + " is missing"));
        if (lacking.isEmpty() && Command.of("ip", "netns", "list").attempt().exit() != 0) {
            lacking.add("ip netns does not work here");
        }
        return lacking;
    }

    private static boolean exists(String program) {
        return Files.isExecutable(Path.of(program));
    }
}
