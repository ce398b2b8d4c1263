package coldpotato.core.azure.operations;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.Connection;
import coldpotato.core.azure.ExpressRouteGateway;
import coldpotato.core.azure.GatewaySku;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Models;
import coldpotato.core.azure.grounds.Document;
import coldpotato.core.azure.rules.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayOperationTest {

    @ParameterizedTest
    @CsvSource({
        "ErGw1AZ, ErGw2AZ",
        "ErGw1AZ, ErGw3AZ",
        "ErGw2AZ, ErGw1AZ",
        "Standard, UltraPerformance",
        "HighPerformance, Standard",
        "ErGwScale, ErGwScale"
    })
    void aGatewayMayBecome(String from, String to) {
        assertThat(resized(from, to).isRefused()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ErGw3AZ, ErGw1AZ", "ErGw3AZ, ErGw2AZ", "UltraPerformance, Standard", "Standard, ErGw1AZ"})
    void aGatewayHasToBeMadeAnewToBecome(String from, String to) {
        assertThat(resized(from, to).refusals())
                .extracting(Refusal::reason)
                .anyMatch(reason -> reason.contains("does not become"));
    }

    @ParameterizedTest
    @CsvSource({"1, 4, false", "2, 8, false", "9, 8, false", "10, 16, true", "40, 16, true"})
    void scaleUnitsBringCircuitsAndFastPath(int units, int circuits, boolean fastPath) {
        GatewaySku sku = GatewaySku.of(new ExpressRouteGateway(GatewaySku.SCALE, units, false, false))
                .orElseThrow();
        assertThat(sku.circuitsMax()).isEqualTo(circuits);
        assertThat(sku.fastPath()).isEqualTo(fastPath);
    }

    @Test
    void refusesMoreScaleUnitsThanThereAre() {
        assertThat(new GatewayOperation.SetGatewaySku("hub", GatewaySku.SCALE, 41)
                        .apply(with(GatewaySku.SCALE))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly("41 scale units, while ErGwScale takes 40");
    }

    @Test
    void fastPathIsRefusedOnASmallGateway() {
        OperationResult result = new GatewayOperation.SetFastPath("hub-er", true).apply(Models.usual());
        assertThat(result.refusals()).extracting(Refusal::source).containsExactly(Document.FASTPATH);
    }

    @Test
    void aSmallerGatewayIsRefusedWhileFastPathNeedsTheLargeOne() {
        HybridNetwork network = new GatewayOperation.SetFastPath("hub-er", true).change(with("ErGw3AZ"));
        assertThat(new GatewayOperation.SetGatewaySku("hub", "ErGw2AZ", 1)
                        .apply(network)
                        .refusals())
                .hasSize(2);
    }

    @Test
    void aWeightLeavesFastPathAsItIs() {
        HybridNetwork network = new GatewayOperation.SetFastPath("hub-er", true).change(with("ErGw3AZ"));
        HybridNetwork after = new ConnectionOperation.SetWeight("hub-er", 7).change(network);
        assertThat(after.connections().get("hub-er").fastPath()).isTrue();
    }

    @Test
    void fastPathIsRefusedWithANewConnectionOfASmallGateway() {
        HybridNetwork apart = new ConnectionOperation.Disconnect("hub-er").change(Models.usual());
        Connection fast = new Connection("hub-er", "hub", "er", 0, Optional.empty(), true);
        assertThat(new ConnectionOperation.Connect(fast).apply(apart).refusals())
                .extracting(Refusal::source)
                .containsExactly(Document.FASTPATH);
    }

    @Test
    void oneSettingOfRemoteTrafficLeavesTheOtherAlone() {
        HybridNetwork after = new GatewayOperation.SetRemoteTraffic("hub", Optional.of(true), Optional.empty())
                .change(Models.usual());
        assertThat(after.virtualNetworks().get("hub").gateway())
                .contains(new ExpressRouteGateway("ErGw1AZ", 1, true, false));
    }

    private static OperationResult resized(String from, String to) {
        return new GatewayOperation.SetGatewaySku("hub", to, 1).apply(with(from));
    }

    private static HybridNetwork with(String sku) {
        return Models.usual().toBuilder()
                .put(Models.vnet("hub", "West Europe", sku, "10.20.0.0/16"))
                .build();
    }
}
