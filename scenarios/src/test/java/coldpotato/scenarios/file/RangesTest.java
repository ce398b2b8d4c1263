package coldpotato.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangesTest {
    private static final Source SOURCE = new Source("range", "range");

    @Test
    void bothEndsShareAUnit() {
        PercentRange range = read(Ranges.PERCENT, "40..60%");
        assertThat(range.contains(40)).isTrue();
        assertThat(range.contains(60)).isTrue();
        assertThat(range.contains(60.1)).isFalse();
        assertThat(read(Ranges.DURATION, "120..180s"))
                .isEqualTo(new DurationRange(120_000_000_000L, 180_000_000_000L, false, false, "120..180s"));
    }

    @Test
    void anEndMayBeOpen() {
        assertThat(read(Ranges.DURATION, "< 1s").contains(1_000_000_000L)).isFalse();
        assertThat(read(Ranges.DURATION, "<=1s").contains(1_000_000_000L)).isTrue();
        assertThat(read(Ranges.PERCENT, "\">= 99%\"").contains(99)).isTrue();
        assertThat(read(Ranges.PERCENT, "\"> 99%\"").contains(99)).isFalse();
        assertThat(read(Ranges.COUNT, "< 5").contains(5)).isFalse();
    }

    @Test
    void anEndMayBeMissing() {
        assertThat(read(Ranges.COUNT, "3..").contains(Long.MAX_VALUE)).isTrue();
        assertThat(read(Ranges.DURATION, "..1s").contains(0)).isTrue();
        assertThat(read(Ranges.PERCENT, "99%..").contains(98)).isFalse();
    }

    @Test
    void aValueAloneIsExact() {
        assertThat(read(Ranges.COUNT, "4000").contains(4001)).isFalse();
        assertThat(read(Ranges.PERCENT, "100%").contains(99.9)).isFalse();
    }

    private static <T> T read(Value<T> value, String text) {
        Mistakes mistakes = new Mistakes();
        Tree tree = YamlReader.read(SOURCE, text, mistakes).orElseThrow();
        T read = value.read(tree, new Reading(SOURCE, mistakes));
        assertThat(mistakes.sorted()).isEmpty();
        return read;
    }
}
