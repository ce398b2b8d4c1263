package coldpotato.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table that people read is the table that is tested. */
class FeatureTableTest {
    @Test
    void everyFeatureIsTriedByExactlyOneTest() {
        List<Feature> tried = Stream.of(BirdTest.class.getMethods())
                .flatMap(method -> Stream.ofNullable(method.getAnnotation(Tries.class)))
                .flatMap(tries -> Arrays.stream(tries.value()))
                .toList();
        assertThat(tried).containsExactlyInAnyOrder(Feature.values());
    }

    @Test
    void theReadmeHasARowForEveryFeatureAndAColumnForEveryDaemon() {
        assertThat(FeatureTable.written()).isEqualTo(FeatureTable.read().text());
    }

    @Test
    void everyCellHasBeenTriedAndEveryDaemonHasAVersion() {
        FeatureTable table = FeatureTable.read();
        assertThat(table.text()).doesNotContain(FeatureTable.UNTRIED);
        assertThat(Product.values())
                .allSatisfy(product -> assertThat(table.head(product)).matches(product.label() + " [0-9].*"));
    }
}
