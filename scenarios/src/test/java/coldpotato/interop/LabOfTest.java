package coldpotato.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test method a {@link Lab} of its own and closes it afterwards; what was logged is kept in {@code target/interop}.
 */
final class LabOfTest implements ParameterResolver, AfterTestExecutionCallback {
    private static final Namespace PLACE = Namespace.create(LabOfTest.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Lab.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(PLACE).getOrComputeIfAbsent(Lab.class, key -> new Lab(), Lab.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        Lab lab = context.getStore(PLACE).get(Lab.class, Lab.class);
        if (lab != null) {
            String name = context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName() + ".log";
            Files.writeString(
                    Files.createDirectories(Path.of("target", "interop")).resolve(name), lab.logs());
        }
    }
}
