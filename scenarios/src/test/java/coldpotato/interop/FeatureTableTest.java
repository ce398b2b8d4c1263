package coldpotato.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The table that people read is the table that is tested. */
@DisabledIfSystemProperty(named = "coldpotato.golden", matches = "rewrite", disabledReason = "it is being written")
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

    @Test
    void aTestThatIsTriedAgainTakesItsCellBackUntilItWentWell() {
        FeatureTable table = FeatureTable.read();
        table.enter(Product.BIRD, "1", Feature.GTSM, FeatureTable.WORKS);
        table.enter(Product.BIRD, "1", Feature.GTSM, FeatureTable.UNTRIED);
        assertThat(table.cell(Product.BIRD, Feature.GTSM)).isEqualTo(FeatureTable.UNTRIED);
    }

    @Test
    void anotherVersionHasNothingOfTheOneBefore() {
        FeatureTable table = FeatureTable.read();
        table.enter(Product.GOBGP, "1", Feature.GTSM, FeatureTable.WORKS);
        table.enter(Product.GOBGP, "2", Feature.IPV4, FeatureTable.WORKS);
        assertThat(table.head(Product.GOBGP)).isEqualTo("GoBGP 2");
        assertThat(table.cell(Product.GOBGP, Feature.IPV4)).isEqualTo(FeatureTable.WORKS);
        assertThat(table.cell(Product.GOBGP, Feature.GTSM)).isEqualTo(FeatureTable.UNTRIED);
        assertThat(table.cell(Product.GOBGP, Feature.BFD)).isEqualTo(FeatureTable.LACKS);
    }
}
