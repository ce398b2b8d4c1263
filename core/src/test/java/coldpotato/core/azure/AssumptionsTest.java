package coldpotato.core.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssumptionsTest {

    @Test
    void everyValueOfEveryAssumptionCanBeRead() {
        for (Assumption assumption : Assumptions.catalogue().all()) {
            Stream.of(assumption.usual(), assumption.best(), assumption.worst())
                    .forEach(value -> assertThat(value).matches(pattern(assumption.unit())));
            assertThat(assumption.best()).as(assumption.name()).isNotEqualTo(assumption.worst());
        }
    }

    @Test
    void aValueThatIsSetTakesThePlaceOfTheUsualOne() {
        AssumptionValues values = new AssumptionValues(ImmutableMap.of("msee-bfd-multiplier", "5"));
        assertThat(values.number(Assumptions.MSEE_BFD_MULTIPLIER)).isEqualTo(5);
        assertThat(AssumptionValues.USUAL.number(Assumptions.MSEE_BFD_MULTIPLIER))
                .isEqualTo(3);
    }

    private static String pattern(Assumption.Unit unit) {
        return switch (unit) {
            case DURATION, WAIT, HOLD_TIME -> "[0-9]+(us|ms|s|m)";
            case COUNT -> "[0-9]+";
            case SWITCH -> "on|off";
        };
    }
}
