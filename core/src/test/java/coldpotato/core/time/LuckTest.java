package coldpotato.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LuckTest {
    @Test
    void isTheSameOnEveryMachine() {
        assertThat(Luck.of(1, "ce1", "loss").bits(0)).isEqualTo(-2740022846770846631L);
    }

    @Property
    void dependsOnNothingButItsArguments(@ForAll long seed, @ForAll String name, @ForAll long count) {
        assertThat(Luck.of(seed, name, "x").bits(count))
                .isEqualTo(Luck.of(seed, name, "x").bits(count));
    }

    @Test
    void differsBySeedNamePurposeAndCount() {
        Set<Long> drawn = new LinkedHashSet<>();
        for (int i = 0; i < 1000; i++) {
            drawn.add(Luck.of(i, "ce1", "loss").bits(7));
            drawn.add(Luck.of(-1, "ce" + i, "loss").bits(7));
            drawn.add(Luck.of(-1, "ce", "loss" + i).bits(7));
            drawn.add(Luck.of(-2, "ce1", "loss").bits(i));
        }
        drawn.add(Luck.of(-3, "ab", "c").bits(0));
        drawn.add(Luck.of(-3, "a", "bc").bits(0));
        assertThat(drawn).hasSize(4002);
    }

    @Property(tries = 50)
    void happensAsOftenAsItShould(@ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double probability) {
        Luck luck = Luck.of(seed, "link", "loss");
        int happened = 0;
        for (int i = 0; i < 20_000; i++) {
            happened += luck.happens(probability, i) ? 1 : 0;
        }
        assertThat(happened / 20_000.0).isCloseTo(probability, within(0.025));
    }

    @Test
    void spreadsEvenlyOverNeighbouringNamesAndCounts() {
        int[] buckets = new int[16];
        for (int i = 0; i < 16_000; i++) {
            buckets[(int) (Luck.of(1, "node" + i % 100, "jitter").unit(i / 100) * 16)]++;
        }
        for (int bucket : buckets) {
            assertThat(bucket).isBetween(850, 1150);
        }
    }

    @Test
    void drawsDurationsWithinTheirBounds() {
        Luck luck = Luck.of(1, "ce1", "jitter");
        for (int i = 0; i < 1000; i++) {
            assertThat(luck.between(750, 1000, i)).isBetween(750L, 999L);
        }
        assertThat(luck.between(5, 5, 0)).isEqualTo(5);
    }
}
