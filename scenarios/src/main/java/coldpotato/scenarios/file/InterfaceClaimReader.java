package coldpotato.scenarios.file;

import coldpotato.core.net.IpAddress;
import coldpotato.scenarios.file.Expectation.InterfaceAddress;
import coldpotato.scenarios.file.Expectation.OfInterface;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** Expectations of interfaces. */
final class InterfaceClaimReader {
    private static final int VLAN_MAX = 4094;

    static final Key<String> INTERFACE = Key.optional(
            "interface",
            Words.reference(NameKind.LINK),
            "not about an interface",
            "an expectation of a node's end of this link",
            "er-ams.primary.private");
    private static final Key<ImmutableList<InterfaceAddress>> ADDRESSES = Key.optional(
            "addresses",
            Value.list(address()),
            "not claimed",
            "all addresses that it has, each with the length of its subnet",
            "[192.168.100.129/30]");
    private static final Key<Integer> VLAN =
            Key.optional("vlan", Numbers.whole(0, VLAN_MAX), "not claimed", "its 802.1Q tag, 0 for none", "200");

    /** The keys that go with {@code interface}. */
    static final ImmutableList<Key<?>> SETTINGS = ImmutableList.of(ADDRESSES, VLAN);

    private InterfaceClaimReader() {}

    static OfInterface claim(Fields fields) {
        ExpectationReader.checkClaims(fields, INTERFACE, SETTINGS);
        if (!fields.has(ExpectationReader.NODE)) {
            fields.wrong(INTERFACE, "a link has two ends; say whose, as in node: ce1");
        }
        return new OfInterface(
                fields.get(INTERFACE),
                fields.find(ExpectationReader.NODE).orElse(""),
                ImmutableSet.copyOf(fields.find(ADDRESSES).orElse(ImmutableList.of())),
                fields.find(VLAN));
    }

    private static Value<InterfaceAddress> address() {
        Form form = new Form.Text(
                "an address with the length of its subnet, such as 192.168.100.129/30",
                "[0-9A-Fa-f:.]+/[0-9]{1,3}",
                false);
        return Value.scalar(form, new InterfaceAddress(IpAddress.ipv4(0), 0), (scalar, wrong) -> {
            Optional<InterfaceAddress> read = address(scalar.text());
            if (read.isEmpty()) {
                wrong.accept(Quoted.of(scalar.text())
                        + " is no address with the length of its subnet, such as 192.168.100.129/30");
            }
            return read;
        });
    }

    private static Optional<InterfaceAddress> address(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        int length = Integer.parseInt(text.substring(slash + 1));
        return IpAddress.tryParse(text.substring(0, slash))
                .filter(address -> length <= address.family().bits())
                .map(address -> new InterfaceAddress(address, length));
    }
}
