package coldpotato.core.azure;

import coldpotato.core.net.Asn;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Puts a {@link VpnGateway} together; each method sets the component of the same name. */
public final class VpnGatewayBuilder {
    private String sku;
    private Asn asn = Documented.GATEWAY_ASN;
    private boolean activeActive = false;
    private boolean bgp = true;
    private boolean routeBased = true;
    private ImmutableList<IpAddress> publicAddresses = ImmutableList.of();
    private Optional<PointToSite> pointToSite = Optional.empty();

    VpnGatewayBuilder(String sku) {
        this.sku = sku;
    }

    VpnGatewayBuilder(VpnGateway from) {
        sku = from.sku();
        asn = from.asn();
        activeActive = from.activeActive();
        bgp = from.bgp();
        routeBased = from.routeBased();
        publicAddresses = from.publicAddresses();
        pointToSite = from.pointToSite();
    }

    public VpnGatewayBuilder sku(String value) {
        sku = value;
        return this;
    }

    public VpnGatewayBuilder asn(Asn value) {
        asn = value;
        return this;
    }

    public VpnGatewayBuilder activeActive(boolean value) {
        activeActive = value;
        return this;
    }

    public VpnGatewayBuilder bgp(boolean value) {
        bgp = value;
        return this;
    }

    public VpnGatewayBuilder routeBased(boolean value) {
        routeBased = value;
        return this;
    }

    public VpnGatewayBuilder publicAddresses(ImmutableList<IpAddress> value) {
        publicAddresses = value;
        return this;
    }

    public VpnGatewayBuilder pointToSite(Optional<PointToSite> value) {
        pointToSite = value;
        return this;
    }

    public VpnGateway build() {
        return new VpnGateway(sku, asn, activeActive, bgp, routeBased, publicAddresses, pointToSite);
    }
}
