package coldpotato.interop;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Tag("bird")
@Execution(ExecutionMode.CONCURRENT)
@NeedsNamespaces(products = Product.BIRD)
class BirdTest implements SessionFeatures, RouteFeatures, FailureFeatures {
    @Override
    public Product product() {
        return Product.BIRD;
    }
}
