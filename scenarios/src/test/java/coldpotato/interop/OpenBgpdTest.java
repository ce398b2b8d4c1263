package coldpotato.interop;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Tag("openbgpd")
@Execution(ExecutionMode.CONCURRENT)
@NeedsNamespaces(products = {Product.OPENBGPD, Product.BIRD})
class OpenBgpdTest implements SessionFeatures, RouteFeatures, FailureFeatures {
    @Override
    public Product product() {
        return Product.OPENBGPD;
    }
}
