package coldpotato.interop;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Gives a test method a {@link Lab} of its own and closes it afterwards; a test that fails says what was logged. */
final class LabOfTest implements ParameterResolver, TestExecutionExceptionHandler {
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
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Lab lab = context.getStore(PLACE).get(Lab.class, Lab.class);
        if (lab != null) {
            failure.addSuppressed(new AssertionError("what the processes said:\n" + lab.logs()));
        }
        throw failure;
    }
}
