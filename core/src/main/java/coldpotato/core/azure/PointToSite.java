package coldpotato.core.azure;

import coldpotato.core.net.Family;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.EnumMap;
import java.util.Map;

/**
 * Point-to-site: single computers that connect to a VPN gateway (ikev2-openvpn-from-sstp.md).
 *
 * @param protocols what the gateway speaks with them
 * @param addressPool where their addresses come from
 * @param connected how many are connected now, by protocol
 */
public record PointToSite(
        ImmutableSet<Protocol> protocols, Prefix addressPool, ImmutableMap<Protocol, Integer> connected) {

    /** What a computer may speak. SSTP has a quota of its own; the others share one (about-gateway-skus.md). */
    public enum Protocol {
        SSTP("sstp"),
        IKEV2("ikev2"),
        OPENVPN("openvpn");

        private final String text;

        Protocol(String text) {
            this.text = text;
        }

        /** As files have it. */
        public String text() {
            return text;
        }
    }

    /** Nobody is connected yet. */
    public PointToSite(ImmutableSet<Protocol> protocols, Prefix addressPool) {
        this(protocols, addressPool, ImmutableMap.of());
    }

    public int connected(Protocol protocol) {
        return connected.getOrDefault(protocol, 0);
    }

    /** How many may be connected with a protocol while the others stay as they are. */
    public int room(Protocol protocol, String sku) {
        return switch (protocol) {
            case SSTP -> Documented.SSTP_CLIENTS_MAX;
            case IKEV2 -> clientsMax(sku) - connected(Protocol.OPENVPN);
            case OPENVPN -> clientsMax(sku) - connected(Protocol.IKEV2);
        };
    }

    private static int clientsMax(String sku) {
        return sku.equals(VpnGateway.HUB_SKU)
                ? Documented.CLIENTS_PER_HUB
                : VpnSku.catalogue().find(sku).map(VpnSku::clientsMax).orElse(0);
    }

    /** How many addresses the pool has for computers: all but the first and the last of the block. */
    public long addresses() {
        int bits = (addressPool.family() == Family.IPV4 ? 32 : 128) - addressPool.length();
        return bits > 30 ? Integer.MAX_VALUE : (1L << bits) - 2;
    }

    /** How many computers are connected, by whatever protocol. */
    public int total() {
        return connected.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The same with another number of computers connected by one protocol. */
    public PointToSite with(Protocol protocol, int count) {
        Map<Protocol, Integer> changed = new EnumMap<>(Protocol.class);
        changed.putAll(connected);
        changed.put(protocol, count);
        return new PointToSite(protocols, addressPool, Maps.immutableEnumMap(changed));
    }
}
