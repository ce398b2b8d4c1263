package coldpotato.bgp.wire;

import coldpotato.bgp.attr.Aggregator;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Family;
import java.util.Optional;

/** AGGREGATOR and AS4_AGGREGATOR (RFC 4271 section 5.1.7, RFC 6793, RFC 7606 section 7.7, RFC 7607). */
final class AggregatorCodec {
    private AggregatorCodec() {}

    static void readAggregator(Octets value, AttributeCollector into) {
        boolean fourOctetAs = into.context().fourOctetAs();
        if (value.remaining() != (fourOctetAs ? 8 : 6)) {
            into.malformed(NotificationCode.ATTRIBUTE_LENGTH_ERROR, "length " + value.remaining());
            return;
        }
        Aggregator aggregator = new Aggregator(fourOctetAs ? value.i32() : value.u16(), value.address(Family.IPV4));
        if (isNotZero(aggregator, into)) {
            into.aggregator(aggregator);
        }
    }

    static void readAs4Aggregator(Octets value, AttributeCollector into) {
        Aggregator aggregator = new Aggregator(value.i32(), value.address(Family.IPV4));
        if (isNotZero(aggregator, into)) {
            into.as4Aggregator(aggregator);
        }
    }

    private static boolean isNotZero(Aggregator aggregator, AttributeCollector into) {
        if (aggregator.asn() == 0) {
            into.malformed(NotificationCode.OPTIONAL_ATTRIBUTE_ERROR, "AS 0 (RFC 7607)");
        }
        return aggregator.asn() != 0;
    }

    static boolean writeAggregator(PathAttributes attributes, AttributeWriter out) {
        Optional<Aggregator> aggregator = attributes.aggregator();
        if (aggregator.isEmpty()) {
            return false;
        }
        int asn = aggregator.get().asn();
        if (out.context().fourOctetAs()) {
            out.value().i32(asn);
        } else {
            out.value().u16(AsPathCodec.needsFourOctets(asn) ? Asn.AS_TRANS : asn);
        }
        out.value().address(aggregator.get().router());
        return true;
    }

    static boolean writeAs4Aggregator(PathAttributes attributes, AttributeWriter out) {
        Optional<Aggregator> hidden = attributes.aggregator().filter(a -> AsPathCodec.needsFourOctets(a.asn()));
        hidden.ifPresent(a -> out.value().i32(a.asn()).address(a.router()));
        return hidden.isPresent();
    }
}
