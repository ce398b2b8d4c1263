package coldpotato.core.azure.grounds;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssumptionsTest {

    @Test
    void everyValueOfEveryAssumptionCanBeRead() {
        for (Assumption assumption : Assumptions.catalogue().all()) {
            Stream.of(assumption.usual(), assumption.best(), assumption.worst())
                    .forEach(value -> assertThat(value).matches(pattern(assumption)));
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

    @Test
    void theRecommendedReadingIsOneOfTheReadings() {
        for (Conflict conflict : Conflicts.all()) {
            assertThat(conflict.readings())
                    .extracting(Conflict.Reading::value)
                    .contains(conflict.assumption().usual());
            assertThat(conflict.readings()).isSortedAccordingTo(Comparator.comparing(Conflict.Reading::since));
        }
    }

    @Test
    void theDocumentsOfADaySaidWhatTheyHadSaidLastBefore() {
        Conflict conflict = Conflicts.all().stream()
                .filter(any -> any.assumption() == Conflicts.BFD_ON_MICROSOFT_PEERING)
                .findFirst()
                .orElseThrow();
        assertThat(conflict.on(LocalDate.of(2015, 1, 1)).value()).isEqualTo("off");
        assertThat(conflict.on(LocalDate.of(2019, 10, 24)).value()).isEqualTo("off");
        assertThat(conflict.on(LocalDate.of(2019, 10, 25)).value()).isEqualTo("on");
    }

    private static String pattern(Assumption assumption) {
        return switch (assumption.unit()) {
            case DURATION, WAIT, HOLD_TIME -> "[0-9]+(us|ms|s|m)";
            case COUNT -> "[0-9]+";
            case SWITCH -> "on|off";
            case CHOICE -> String.join("|", assumption.choices());
        };
    }
}
