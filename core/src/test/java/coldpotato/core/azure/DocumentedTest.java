package coldpotato.core.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Circuit.Sku;
import coldpotato.core.net.Family;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentedTest {

    @ParameterizedTest
    @CsvSource({
        "PRIVATE,2018-08-01,false",
        "PRIVATE,2018-08-02,true",
        "MICROSOFT,2019-10-01,false",
        "MICROSOFT,2019-10-02,true"
    })
    void turnsBfdOnForCircuitsCreatedAfterTheDay(PeeringKind kind, LocalDate created, boolean bfd) {
        assertThat(Documented.bfdByDefault(kind, created)).isEqualTo(bfd);
    }

    @ParameterizedTest
    @CsvSource({
        "PRIVATE,LOCAL,IPV4,4000",
        "PRIVATE,STANDARD,IPV4,4000",
        "PRIVATE,PREMIUM,IPV4,10000",
        "PRIVATE,PREMIUM,IPV6,100",
        "MICROSOFT,PREMIUM,IPV4,200",
        "MICROSOFT,STANDARD,IPV6,200"
    })
    void takesAsManyPrefixesAsTheSkuAllows(PeeringKind kind, Sku sku, Family family, int max) {
        assertThat(Documented.prefixesFromCustomerMax(kind, sku, family)).isEqualTo(max);
    }

    @ParameterizedTest
    @CsvSource({
        "STANDARD,10000,10",
        "LOCAL,1000,10",
        "PREMIUM,50,20",
        "PREMIUM,200,25",
        "PREMIUM,500,40",
        "PREMIUM,1000,50",
        "PREMIUM,2000,60",
        "PREMIUM,5000,75",
        "PREMIUM,10000,100"
    })
    void takesAsManyConnectionsAsSkuAndBandwidthAllow(Sku sku, long bandwidthMbps, int max) {
        assertThat(Documented.connectionsMax(sku, bandwidthMbps)).isEqualTo(max);
    }

    @Test
    void splitsABlockIntoTheSubnetsOfTheTwoLinks() {
        LinkSubnets subnets =
                LinkSubnets.split(Models.prefixes("2001:db8:0:1::/125").asList().get(0));
        assertThat(subnets.on(Leg.SECONDARY)).hasToString("2001:db8:0:1::4/126");
        assertThat(LinkSubnets.customer(subnets.on(Leg.SECONDARY))).hasToString("2001:db8:0:1::5");
        assertThat(LinkSubnets.microsoft(subnets.on(Leg.SECONDARY))).hasToString("2001:db8:0:1::6");
    }
}
