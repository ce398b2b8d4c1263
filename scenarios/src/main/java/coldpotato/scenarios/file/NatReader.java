package coldpotato.scenarios.file;

import coldpotato.core.azure.SiteDestinationNat;
import coldpotato.core.azure.SiteDestinationNat.Server;
import coldpotato.core.azure.SiteNats;
import coldpotato.core.azure.SiteSourceNat;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** NAT at the edges of a site: the sections {@code source-nats} and {@code destination-nats}. */
final class NatReader {
    private static final Key<ImmutableSet<String>> LINKS = Key.required(
            "links",
            Words.references(NameKind.LINK),
            "the links outside it: what crosses between them and the site is translated",
            "[isp-ams]");
    static final Key<Prefix> POOL = Key.required(
            "pool",
            Nets.PREFIX,
            "addresses it gives, none of which a host has; known inside the site, announced outside where `advertise` says"
                    + " so",
            "203.0.113.64/28");
    private static final Key<Integer> PORTS_PER_ADDRESS = Key.usual(
            "ports-per-address",
            Numbers.whole(1, SiteSourceNat.PORTS_MAX),
            Integer.toString(SiteSourceNat.PORTS_MAX),
            "how many senders (address and port) of a protocol one address of the pool is enough for; those that come when all"
                    + " are taken find no binding",
            "1024");
    private static final Key<Boolean> BOUND = Key.usual(
            "announced",
            Words.choice(ImmutableMap.of("always", false, "while-it-stands", true), false),
            "always",
            "who is the origin of its addresses: every router that is told to announce them, or only those on which it stands and"
                    + " works, so that others pass on what they hear and nobody announces what is lost",
            "while-it-stands");
    private static final Key<Boolean> INBOUND = Key.usual(
            "translates",
            Words.choice(ImmutableMap.of("outbound", false, "inbound", true), false),
            "outbound",
            "flows opened at the site, or those opened from outside, which brings their answers back to this edge",
            "inbound");
    private static final Key<String> STATE_GROUP = Key.optional(
            "state-group",
            Words.TEXT,
            "keeps its state to itself",
            "NATs of the same group share the state of their flows",
            "amsterdam-nat");
    static final Shape SOURCE_NAT = Shape.of("source NAT", LINKS, POOL, PORTS_PER_ADDRESS, BOUND, INBOUND, STATE_GROUP);

    private static final Key<ImmutableMap<String, Endpoint>> SERVERS = Key.required(
            "servers",
            Value.free("published address, or address and port", Endpoint.SERVER),
            "by the address under which it is known outside the server behind it; with a port on the left only that port is"
                    + " published, with one on the right the server listens there",
            "{203.0.113.70: 10.10.1.25}");
    static final Shape DESTINATION_NAT = Shape.of("destination NAT", LINKS, SERVERS, BOUND);

    private NatReader() {}

    static SiteNats nats(
            Optional<ImmutableMap<String, Fields>> source, Optional<ImmutableMap<String, Fields>> destination) {
        return new SiteNats(
                Entries.read(source, NatReader::sourceNat),
                Entries.read(destination, NatReader::destinationNat),
                ImmutableSet.of());
    }

    private static SiteSourceNat sourceNat(String name, Fields fields) {
        return new SiteSourceNat(
                name,
                fields.get(LINKS),
                fields.get(POOL),
                fields.get(PORTS_PER_ADDRESS),
                fields.get(BOUND),
                fields.get(INBOUND),
                fields.find(STATE_GROUP).orElse(name));
    }

    private static SiteDestinationNat destinationNat(String name, Fields fields) {
        ImmutableList.Builder<Server> servers = ImmutableList.builder();
        fields.get(SERVERS).forEach((written, server) -> published(fields, written)
                .map(published -> new Server(published.address(), published.port(), server.address(), server.port()))
                .ifPresent(servers::add));
        return new SiteDestinationNat(name, fields.get(LINKS), servers.build(), fields.get(BOUND));
    }

    private static Optional<Endpoint> published(Fields fields, String written) {
        Optional<Endpoint> published = Endpoint.tryParse(written, SiteDestinationNat.ANY_PORT);
        if (published.isEmpty()) {
            fields.wrong(
                    SERVERS, Quoted.of(written) + " is no address, nor an address and a port as in 203.0.113.70:25");
        }
        return published;
    }
}
