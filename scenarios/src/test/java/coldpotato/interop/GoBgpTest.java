package coldpotato.interop;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Tag("gobgp")
@Execution(ExecutionMode.CONCURRENT)
@NeedsNamespaces(products = {Product.GOBGP, Product.BIRD})
class GoBgpTest implements SessionFeatures, RouteFeatures, FailureFeatures {
    @Override
    public Product product() {
        return Product.GOBGP;
    }
}
