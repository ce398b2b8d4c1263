package coldpotato.core.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.core.net.Community;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    @Test
    void findsNamesWhateverTheCaseOfTheirLetters() {
        assertThat(Region.catalogue().get("west EUROPE").name()).isEqualTo("West Europe");
        assertThat(GatewaySku.catalogue().get("ErGw1Az").name()).isEqualTo("ErGw1AZ");
        assertThat(PeeringLocation.catalogue().get("LAS VEGAS").name()).isEqualTo("Las Vegas");
    }

    @ParameterizedTest
    @CsvSource({
        "ErGw1AZ,1,1000",
        "highperformance,1,2000",
        "UltraPerformance,1,10000",
        "ErGwScale,1,1000",
        "ErGwScale,40,40000"
    })
    void aGatewayCarriesWhatItsSizeAndScaleUnitsGive(String sku, int units, long megabits) {
        assertThat(GatewaySku.of(new ExpressRouteGateway(sku, units, false, false)))
                .map(GatewaySku::megabitsPerSecond)
                .contains(megabits);
    }

    @Test
    void suggestsTheNearestNamesFirst() {
        assertThat(PeeringLocation.catalogue().suggest("Amsterdm")).containsExactly("Amsterdam", "Amsterdam2");
        assertThat(Assumptions.catalogue().suggest("msee-fib-dely")).first().isEqualTo("msee-fib-delay");
        assertThat(Region.catalogue().suggest("Atlantis")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"West Europe,12076:50002,12076:51002", "West US 2,12076:50026,12076:51026"})
    void knowsTheCommunitiesOfARegion(String region, String onPrivate, String onMicrosoft) {
        assertThat(Region.catalogue().get(region).onPrivatePeering()).contains(Community.parse(onPrivate));
        assertThat(Region.catalogue().get(region).onMicrosoftPeering()).contains(Community.parse(onMicrosoft));
    }

    @Test
    void aNationalRegionHasACommunityOnMicrosoftPeeringOnly() {
        Region region = Region.catalogue().get("US Gov Virginia");
        assertThat(region.onPrivatePeering()).isEmpty();
        assertThat(region.onMicrosoftPeering()).contains(Community.parse("12076:51105"));
    }

    @Test
    void everyLocalRegionOfALocationIsARegion() {
        assertThat(PeeringLocation.catalogue().all()).hasSizeGreaterThan(100);
        assertThat(PeeringLocation.catalogue().all())
                .flatMap(PeeringLocation::localRegions)
                .allMatch(name -> Region.catalogue().find(name).isPresent());
    }

    @Test
    void everyLocationLiesWhereItsLocalRegionsLie() {
        assertThat(PeeringLocation.catalogue().all()).allMatch(location -> location.localRegions().stream()
                .map(Region.catalogue()::get)
                .allMatch(region -> region.geopolitical().equals(location.geopolitical())));
    }
}
