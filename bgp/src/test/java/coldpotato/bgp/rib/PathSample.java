package coldpotato.bgp.rib;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.Origin;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.attr.PathAttributesBuilder;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.LargeCommunity;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;

/** Builds candidates for tests; each differs from a plain eBGP path only in what the test says. */
final class PathSample {
    static final Prefix PREFIX = Prefix.parse("10.20.0.0/16");

    private final String session;
    private final PathAttributesBuilder attributes;
    private Prefix prefix = PREFIX;
    private PathSource.Kind kind = PathSource.Kind.EBGP;
    private IpAddress address;
    private IpAddress identifier;
    private String group;
    private long weight;

    private PathSample(String session, int number) {
        this.session = session;
        group = session;
        address = IpAddress.ipv4(0x0a00_0000 + number);
        identifier = IpAddress.ipv4(0x0101_0100 + number);
        attributes = PathAttributes.builder(address).asPath(AsPath.of(12076));
    }

    /** A path of a neighbour with this number, which becomes the last octet of its address, next hop and identifier. */
    static PathSample from(int number) {
        return new PathSample("peer" + number, number);
    }

    /** A path of our own. */
    static Path local() {
        return Path.local(PREFIX, PathAttributes.builder(IpAddress.ipv4(0)).build(), 0, 0);
    }

    PathSample prefix(String text) {
        prefix = Prefix.parse(text);
        return this;
    }

    PathSample prefix(Prefix value) {
        prefix = value;
        return this;
    }

    PathSample ibgp() {
        kind = PathSource.Kind.IBGP;
        return this;
    }

    PathSample weight(long value) {
        weight = value;
        return this;
    }

    PathSample localPref(long value) {
        attributes.localPref(value);
        return this;
    }

    PathSample asPath(int... asns) {
        attributes.asPath(AsPath.of(asns));
        return this;
    }

    PathSample origin(Origin value) {
        attributes.origin(value);
        return this;
    }

    PathSample med(long value) {
        attributes.med(value);
        return this;
    }

    PathSample via(String nextHop) {
        attributes.nextHop(IpAddress.parse(nextHop));
        return this;
    }

    PathSample address(String text) {
        address = IpAddress.parse(text);
        return this;
    }

    PathSample identifier(String text) {
        identifier = IpAddress.parse(text);
        return this;
    }

    PathSample originator(String text) {
        attributes.originatorId(IpAddress.parse(text));
        return this;
    }

    PathSample clusters(int... ids) {
        attributes.clusterList(ImmutableIntArray.copyOf(ids));
        return this;
    }

    PathSample marks(LargeCommunity... values) {
        attributes.largeCommunities(ImmutableList.copyOf(values));
        return this;
    }

    PathSample group(String value) {
        group = value;
        return this;
    }

    PathSource source() {
        return new PathSource(session, kind, address, 12076, identifier, false, group);
    }

    Path path() {
        return path(1);
    }

    Path path(long cause) {
        PathAttributes built = attributes.build();
        return new Path(prefix, built, built, source(), weight, Path.Admission.ACCEPTED, "accept-all", cause);
    }

    Path refused() {
        return Path.refused(prefix, attributes.build(), source(), "too long", 1);
    }
}
