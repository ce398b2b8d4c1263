package coldpotato.bgp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldpotato.bgp.policy.PrefixList.Entry;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixListTest {

    private static Entry entry(boolean permit, String block, Integer ge, Integer le) {
        return Entry.of(permit, Prefix.parse(block), optional(ge), optional(le));
    }

    private static OptionalInt optional(Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static boolean permits(String prefix, Entry... entries) {
        return new PrefixList("", ImmutableList.copyOf(entries)).permits(Prefix.parse(prefix));
    }

    @ParameterizedTest
    @CsvSource({
        // block, ge, le, prefix, permitted
        "10.0.0.0/8,   ,   , 10.0.0.0/8,   true",
        "10.0.0.0/8,   ,   , 10.0.0.0/9,   false",
        "10.0.0.0/8,   , 16, 10.0.0.0/8,   true",
        "10.0.0.0/8,   , 16, 10.1.0.0/16,  true",
        "10.0.0.0/8,   , 16, 10.1.0.0/17,  false",
        "10.0.0.0/8, 16,   , 10.0.0.0/15,  false",
        "10.0.0.0/8, 16,   , 10.1.0.0/16,  true",
        "10.0.0.0/8, 16,   , 10.1.1.1/32,  true",
        "10.0.0.0/8, 16, 24, 10.1.1.0/24,  true",
        "10.0.0.0/8, 16, 24, 10.1.1.0/25,  false",
        "10.0.0.0/8, 16, 24, 11.1.1.0/24,  false",
        "10.0.0.0/8,  8,   , 10.0.0.0/8,   true",
        "0.0.0.0/0,    ,   , 0.0.0.0/0,    true",
        "0.0.0.0/0,    ,   , 10.0.0.0/8,   false",
        "0.0.0.0/0,    , 32, 10.0.0.0/8,   true",
        "0.0.0.0/0,    , 32, 2001:db8::/32, false",
        "::/0,       48, 48, 2001:db8::/48, true",
        "::/0,       48,   , 2001:db8::1/128, true",
        "10.0.0.0/8,   ,  8, 10.0.0.0/7,   false",
    })
    void coversLengthsInsideTheBlock(String block, Integer ge, Integer le, String prefix, boolean permitted) {
        assertThat(permits(prefix, entry(true, block, ge, le))).isEqualTo(permitted);
    }

    @Test
    void theFirstEntryThatCoversDecides() {
        Entry denied = entry(false, "10.1.0.0/16", null, 32);
        Entry permitted = entry(true, "10.0.0.0/8", null, 32);

        assertThat(permits("10.1.2.0/24", denied, permitted)).isFalse();
        assertThat(permits("10.1.2.0/24", permitted, denied)).isTrue();
    }

    @Test
    void whatNoEntryCoversIsNotInTheList() {
        assertThat(permits("10.0.0.0/8")).isFalse();
        assertThat(permits("11.0.0.0/8", entry(false, "10.0.0.0/8", null, null)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8, 7,", "10.0.0.0/8, 24, 16", "10.0.0.0/8, , 33", "10.0.0.0/8, 33,", "10.0.0.0/8, , 7"})
    void lengthsMustRiseFromTheBlocksOwn(String block, Integer ge, Integer le) {
        assertThatThrownBy(() -> entry(true, block, ge, le))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lengths must rise from 8 to at most 32");
    }

    @Test
    void exactlyMeansNothingLonger() {
        PrefixList list = PrefixList.exactly(Prefix.parse("10.0.0.0/8"), Prefix.parse("11.0.0.0/8"));

        assertThat(list.permits(Prefix.parse("11.0.0.0/8"))).isTrue();
        assertThat(list.permits(Prefix.parse("11.0.0.0/9"))).isFalse();
    }

    /** However entries overlap, the first that covers a prefix decides: a scan says so, and the list does it faster. */
    @Property
    void decidesAsAScanOfItsEntriesWould(@ForAll("entries") List<Entry> entries, @ForAll("prefixes") Prefix prefix) {
        Optional<Entry> first = entries.stream()
                .filter(e -> e.block().contains(prefix)
                        && e.lengthMin() <= prefix.length()
                        && prefix.length() <= e.lengthMax())
                .findFirst();
        assertThat(new PrefixList("", ImmutableList.copyOf(entries)).permits(prefix))
                .isEqualTo(first.map(Entry::permit).orElse(false));
    }

    @Provide
    Arbitrary<List<Entry>> entries() {
        Arbitrary<Entry> entry = Combinators.combine(
                        prefixes(), Arbitraries.integers().between(0, 4), Arbitraries.of(true, false))
                .as((block, more, permit) ->
                        new Entry(permit, block, block.length(), Math.min(32, block.length() + more)));
        return entry.list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Prefix> prefixes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 6))
                .as((bits, length) -> new Prefix(IpAddress.ipv4(bits << 26), length));
    }
}
