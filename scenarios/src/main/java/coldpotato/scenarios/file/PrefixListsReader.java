package coldpotato.scenarios.file;

import coldpotato.bgp.policy.PrefixList;
import coldpotato.bgp.policy.PrefixList.Entry;
import coldpotato.core.net.Prefix;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The section {@code prefix-lists}, and prefix lists written in place. */
final class PrefixListsReader {
    private static final Pattern ENTRY =
            Pattern.compile("(?:(permit|deny) +)?([^ ]+)(?: +ge +([0-9]{1,3}))?(?: +le +([0-9]{1,3}))?");

    private static final Value<Entry> ENTRY_VALUE = Value.scalar(
            new Form.Text("an entry such as 10.0.0.0/8 le 24 or deny 10.1.0.0/16", ".*[0-9A-Fa-f:.]+/[0-9].*", false),
            Entry.of(true, Prefix.DEFAULT_IPV4, OptionalInt.empty(), OptionalInt.empty()),
            PrefixListsReader::entry);

    /** A list without a name. */
    static final Value<PrefixList> IN_PLACE = Value.list(ENTRY_VALUE).map(entries -> new PrefixList("", entries));

    private PrefixListsReader() {}

    private static Optional<Entry> entry(Tree.Scalar scalar, Consumer<String> wrong) {
        Matcher matcher = ENTRY.matcher(scalar.text());
        if (!matcher.matches()) {
            wrong.accept(Quoted.of(scalar.text()) + " is not an entry of a prefix list; say 10.0.0.0/8,"
                    + " 10.0.0.0/8 ge 16 le 24, or deny 10.1.0.0/16");
            return Optional.empty();
        }
        Optional<Prefix> block = Nets.prefix(new Tree.Scalar(scalar.place(), matcher.group(2), scalar.plain()), wrong);
        return block.flatMap(prefix -> entry(
                !"deny".equals(matcher.group(1)), prefix, length(matcher.group(3)), length(matcher.group(4)), wrong));
    }

    private static Optional<Entry> entry(
            boolean permit, Prefix block, OptionalInt ge, OptionalInt le, Consumer<String> wrong) {
        int longest = block.family().bits();
        int min = ge.orElse(block.length());
        int max = le.orElse(ge.isPresent() ? longest : block.length());
        if (block.length() <= min && min <= max && max <= longest) {
            return Optional.of(Entry.of(permit, block, ge, le));
        }
        wrong.accept("lengths must rise from that of the block, " + block.length() + ", over ge to le and at most "
                + longest);
        return Optional.empty();
    }

    private static OptionalInt length(String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }
}
