package coldpotato.interop;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Tag("frr")
@Execution(ExecutionMode.CONCURRENT)
@NeedsNamespaces(products = {Product.FRR, Product.BIRD})
class FrrTest implements SessionFeatures, RouteFeatures, FailureFeatures {
    @Override
    public Product product() {
        return Product.FRR;
    }
}
