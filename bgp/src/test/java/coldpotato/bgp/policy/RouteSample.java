package coldpotato.bgp.policy;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.attr.PathAttributesBuilder;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import java.util.function.UnaryOperator;

/** Routes as they arrive at AS 65010 from Microsoft. */
final class RouteSample {
    static final PolicySession SESSION =
            new PolicySession(65010, 12076, IpAddress.parse("192.168.100.129"), IpAddress.parse("192.168.100.130"));

    static PolicyRoute route(UnaryOperator<PathAttributesBuilder> attributes) {
        return route("10.20.0.0/16", attributes);
    }

    static PolicyRoute route(String prefix, UnaryOperator<PathAttributesBuilder> attributes) {
        PathAttributesBuilder plain =
                PathAttributes.builder(SESSION.neighbourAddress()).asPath(AsPath.of(12076));
        return new PolicyRoute(Prefix.parse(prefix), attributes.apply(plain).build(), SESSION);
    }

    static PolicyRoute withPath(int... asns) {
        return route(a -> a.asPath(AsPath.of(asns)));
    }

    private RouteSample() {}
}
