package coldpotato.core.azure;

import coldpotato.core.azure.grounds.Catalogue;
import coldpotato.core.azure.grounds.Grounds;
import coldpotato.core.azure.grounds.VpnAssumptions;
import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;

/**
 * A size of VPN gateway (vpn-gateway-table-gwtype-aggtput-include.md), of the first generation where there are two.
 *
 * @param name as Azure writes it
 * @param megabitsPerSecond of all tunnels and computers together
 * @param tunnelsMax site-to-site tunnels; empty where documents differ, for {@link VpnAssumptions#TUNNELS}
 * @param clientsMax computers that may be connected by IKEv2 and OpenVPN together
 * @param bgp true if it can speak BGP
 */
public record VpnSku(String name, long megabitsPerSecond, OptionalInt tunnelsMax, int clientsMax, boolean bgp) {
    private static final int TUNNELS_OF_LARGER = 100;

    private static final Catalogue<VpnSku> CATALOGUE = new Catalogue<>(
            ImmutableList.<VpnSku>builder()
                    .add(new VpnSku("Basic", 100, OptionalInt.of(10), 0, false))
                    .addAll(pair("VpnGw1", 650, false, 250))
                    .addAll(pair("VpnGw2", 1_000, false, 500))
                    .addAll(pair("VpnGw3", 1_250, false, 1_000))
                    .addAll(pair("VpnGw4", 5_000, true, 5_000))
                    .addAll(pair("VpnGw5", 10_000, true, 10_000))
                    .build(),
            VpnSku::name);

    /** All sizes by name. */
    public static Catalogue<VpnSku> catalogue() {
        return CATALOGUE;
    }

    /** Site-to-site tunnels that it takes, with the value chosen where the documents differ. */
    public int tunnelsMax(Grounds grounds) {
        return tunnelsMax.orElseGet(() -> grounds.number(VpnAssumptions.TUNNELS));
    }

    private static ImmutableList<VpnSku> pair(String name, long megabitsPerSecond, boolean larger, int clientsMax) {
        OptionalInt tunnels = larger ? OptionalInt.of(TUNNELS_OF_LARGER) : OptionalInt.empty();
        return ImmutableList.of(
                new VpnSku(name, megabitsPerSecond, tunnels, clientsMax, true),
                new VpnSku(name + "AZ", megabitsPerSecond, tunnels, clientsMax, true));
    }
}
