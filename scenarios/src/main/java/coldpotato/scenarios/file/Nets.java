package coldpotato.scenarios.file;

import coldpotato.core.net.Asn;
import coldpotato.core.net.Community;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Consumer;

/** Values of core.net: addresses, prefixes, AS numbers, communities. */
final class Nets {
    private static final long AS_TRANS = 23_456;

    static final Value<IpAddress> ADDRESS = Value.scalar(
            new Form.Text("an IP address", "[0-9A-Fa-f:.]+", false), IpAddress.ipv4(0), (scalar, wrong) -> {
                Optional<IpAddress> address = IpAddress.tryParse(scalar.text());
                if (address.isEmpty()) {
                    wrong.accept(Quoted.of(scalar.text()) + " is not an IP address");
                }
                return address;
            });

    static final Value<Prefix> PREFIX = Value.scalar(
            new Form.Text("a prefix such as 10.10.0.0/16", "[0-9A-Fa-f:.]+/[0-9]{1,3}", false),
            Prefix.DEFAULT_IPV4,
            Nets::prefix);

    static final Value<Asn> ASN =
            Value.scalar(new Form.Text("an AS number", "[0-9]{1,10}(\\.[0-9]{1,5})?", true), new Asn(1), Nets::asn);

    /** An AS that a speaker may show. */
    static final Value<Asn> SPEAKER_ASN = Value.checked(
            ASN,
            asn -> Optional.of(asn).filter(number -> number.value() != AS_TRANS),
            asn -> asn + " is AS_TRANS, which stands for numbers above 65535 and is nobody's own (RFC 6793)",
            new Asn(1));

    static final Value<Community> COMMUNITY = Value.scalar(
            new Form.Text("a community such as 65001:30", "[0-9]{1,5}:[0-9]{1,5}|[a-z-]+", false),
            Community.NO_PEER,
            (scalar, wrong) -> {
                Optional<Community> community = Community.tryParse(scalar.text());
                if (community.isEmpty()) {
                    wrong.accept(Quoted.of(scalar.text()) + " is not a community; say two numbers up to 65535, as in"
                            + " 65001:30, or a name such as no-export");
                }
                return community;
            });

    /** Most prefixes that one entry of a list may stand for. */
    private static final int COUNT_MAX = 100_000;

    private static final Key<Prefix> BLOCK = Key.required("block", PREFIX, "where the prefixes lie", "10.0.0.0/8");
    private static final Key<Integer> LENGTH =
            Key.required("length", Numbers.whole(0, 128), "length of each of them", "24");
    private static final Key<Integer> COUNT =
            Key.required("count", Numbers.whole(1, COUNT_MAX), "how many, from the start of the block", "4000");
    static final Shape MANY_PREFIXES = Shape.of("many prefixes", BLOCK, LENGTH, COUNT);

    static final Value<ImmutableSet<Prefix>> PREFIXES = Value.list(Value.either(
                    PREFIX.map(ImmutableSet::of), MANY_PREFIXES.value().map(Nets::manyPrefixes)))
            .map(Nets::union);

    static final Value<ImmutableSet<Community>> COMMUNITIES =
            Value.list(COMMUNITY).map(ImmutableSet::copyOf);

    private Nets() {}

    static Optional<Prefix> prefix(Tree.Scalar scalar, Consumer<String> wrong) {
        String text = scalar.text();
        Optional<Prefix> prefix = Prefix.tryParse(text);
        if (prefix.isEmpty()) {
            wrong.accept(noPrefix(text));
        } else if (!IpAddress.parse(text.substring(0, text.indexOf('/')))
                .equals(prefix.get().address())) {
            wrong.accept(Quoted.of(text) + " has bits set after its length; did you mean " + prefix.get() + "?");
        }
        return prefix;
    }

    private static String noPrefix(String text) {
        Optional<IpAddress> address = IpAddress.tryParse(text);
        return address.isPresent()
                ? Quoted.of(text) + " has no length; did you mean " + Prefix.host(address.get()) + "?"
                : Quoted.of(text) + " is not a prefix such as 10.10.0.0/16 or 2001:db8::/48";
    }

    private static Optional<Asn> asn(Tree.Scalar scalar, Consumer<String> wrong) {
        Optional<Asn> asn = Asn.tryParse(scalar.text()).filter(number -> number.value() > 0);
        if (asn.isEmpty()) {
            wrong.accept(Quoted.of(scalar.text()) + " is not an AS number from 1 to 4294967295");
        } else if (scalar.plain() && scalar.text().indexOf('.') >= 0) {
            wrong.accept("put " + scalar.text() + " in quotes, or write " + asn.get()
                    + ": other YAML tools take it for a fraction and drop zeros at its end");
        }
        return asn;
    }

    private static ImmutableSet<Prefix> manyPrefixes(Fields fields) {
        Prefix block = fields.get(BLOCK);
        int length = fields.get(LENGTH);
        int count = fields.get(COUNT);
        int bits = length - block.length();
        if (bits < 0 || length > block.family().bits()) {
            fields.wrong(LENGTH, block + " has no /" + length + " inside");
            return ImmutableSet.of();
        }
        if (bits < 31 && count > 1 << bits) {
            fields.wrong(COUNT, block + " holds only " + (1 << bits) + " prefixes of /" + length);
            return ImmutableSet.of();
        }
        ImmutableSet.Builder<Prefix> prefixes = ImmutableSet.builder();
        for (int i = 0; i < count; i++) {
            prefixes.add(block.subnet(length, i));
        }
        return prefixes.build();
    }

    private static ImmutableSet<Prefix> union(ImmutableList<ImmutableSet<Prefix>> sets) {
        return sets.stream().flatMap(ImmutableSet::stream).collect(ImmutableSet.toImmutableSet());
    }
}
