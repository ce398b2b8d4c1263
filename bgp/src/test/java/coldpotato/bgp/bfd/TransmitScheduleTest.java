package coldpotato.bgp.bfd;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.time.Deadlines;
import coldpotato.core.time.Luck;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TransmitScheduleTest {
    private static TransmitSchedule schedule(long seed, long interval, boolean detectMultIsOne) {
        TransmitSchedule schedule = new TransmitSchedule(Luck.of(seed, "er-ams.primary.private.ipv4", "bfd"));
        schedule.setInterval(interval, detectMultIsOne);
        return schedule;
    }

    @Property
    void everyGapIs75To100PercentOfTheIntervalAnd75To90WithDetectMultOne(
            @ForAll long seed,
            @ForAll @LongRange(min = 1000, max = 4_294_967_295_000L) long interval,
            @ForAll boolean detectMultIsOne) {
        TransmitSchedule schedule = schedule(seed, interval, detectMultIsOne);
        for (int packet = 0; packet < 50; packet++) {
            long gap = schedule.nextNanos() - schedule.lastNanos();
            assertThat(gap).isBetween(interval * 3 / 4 - 1, detectMultIsOne ? interval * 9 / 10 : interval);
            schedule.sentAt(schedule.nextNanos());
        }
    }

    @Property
    void skippingCountsAndTimesPacketsAsIfTheyHadBeenSent(
            @ForAll long seed,
            @ForAll @LongRange(min = 1000, max = 1_000_000) long interval,
            @ForAll @LongRange(min = 0, max = 50_000_000) long until,
            @ForAll boolean detectMultIsOne) {
        TransmitSchedule sending = schedule(seed, interval, detectMultIsOne);
        TransmitSchedule skipping = schedule(seed, interval, detectMultIsOne);
        long last = Deadlines.NONE;
        while (sending.nextNanos() <= until) {
            last = sending.nextNanos();
            sending.sentAt(last);
        }
        assertThat(skipping.skipUntil(until)).isEqualTo(last);
        assertThat(skipping.sent()).isEqualTo(sending.sent());
        assertThat(skipping.nextNanos()).isEqualTo(sending.nextNanos());
    }

    @Property
    void anotherIntervalCountsFromTheLastPacket(
            @ForAll long seed, @ForAll @LongRange(min = 1000, max = 1_000_000) long interval) {
        TransmitSchedule schedule = schedule(seed, 1_000_000, false);
        schedule.sentAt(5);
        schedule.setInterval(interval, false);
        assertThat(schedule.lastNanos()).isEqualTo(5);
        assertThat(schedule.nextNanos()).isBetween(5 + interval * 3 / 4 - 1, 5 + interval);
    }
}
