package coldpotato.core.azure;

import coldpotato.core.net.Asn;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A VPN gateway of a VNet or of a virtual hub (vpn-gateway-faq-bgp-include.md).
 *
 * @param sku name as in the documents, such as {@code VpnGw1}
 * @param asn its AS
 * @param activeActive true if both instances have tunnels, false if the second one waits; waiting ones are no nodes of their own
 * @param bgp true if it speaks BGP
 * @param routeBased false for a policy-based gateway
 * @param publicAddresses where its instances are to be found, in their order; where one is missing the model numbers it
 * @param pointToSite how single computers connect to it, empty if they cannot
 */
public record VpnGateway(
        String sku,
        Asn asn,
        boolean activeActive,
        boolean bgp,
        boolean routeBased,
        ImmutableList<IpAddress> publicAddresses,
        Optional<PointToSite> pointToSite) {

    /** What stands for the size of a gateway in a virtual hub, which has scale units of its own. */
    static final String HUB_SKU = "virtual hub";

    /** The gateway of a virtual hub: two active instances, with BGP. */
    public static VpnGateway ofHub(
            Asn asn, ImmutableList<IpAddress> publicAddresses, Optional<PointToSite> pointToSite) {
        return builder(HUB_SKU)
                .asn(asn)
                .activeActive(true)
                .publicAddresses(publicAddresses)
                .pointToSite(pointToSite)
                .build();
    }

    /** Begins a gateway as the portal makes it: route-based, with BGP, one active instance. */
    public static VpnGatewayBuilder builder(String sku) {
        return new VpnGatewayBuilder(sku);
    }

    /** A builder that starts from this. */
    public VpnGatewayBuilder toBuilder() {
        return new VpnGatewayBuilder(this);
    }

    /** Numbers of the instances that have tunnels. */
    public ImmutableList<Integer> instances() {
        return activeActive ? ImmutableList.of(1, 2) : ImmutableList.of(1);
    }

    /** The same of another size. */
    public VpnGateway withSku(String changed) {
        return toBuilder().sku(changed).build();
    }

    /** The same with another AS number. */
    public VpnGateway withAsn(Asn changed) {
        return toBuilder().asn(changed).build();
    }

    /** The same with or without active-active. */
    public VpnGateway withActiveActive(boolean changed) {
        return toBuilder().activeActive(changed).build();
    }

    /** The same with other computers connected. */
    public VpnGateway withPointToSite(PointToSite changed) {
        return toBuilder().pointToSite(Optional.of(changed)).build();
    }
}
