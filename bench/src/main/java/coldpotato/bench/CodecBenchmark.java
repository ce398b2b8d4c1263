package coldpotato.bench;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.wire.BgpError;
import coldpotato.bgp.wire.CodecContext;
import coldpotato.bgp.wire.Framer;
import coldpotato.bgp.wire.MessageDecoder;
import coldpotato.bgp.wire.MessageEncoder;
import coldpotato.bgp.wire.PeerType;
import coldpotato.bgp.wire.UpdateMessage;
import coldpotato.core.net.Community;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.ByteArrayOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * UPDATEs written, and framed and read, against copying their bytes. {@code size} is the number of prefixes, 16 of them
 * with the same attributes; one operation handles all of them.
 */
public class CodecBenchmark extends Measured {
    private static final int PREFIXES_PER_UPDATE = 16;
    private static final CodecContext CONTEXT = new CodecContext(
            true, false, PeerType.EXTERNAL, ImmutableSet.of(AfiSafi.IPV4_UNICAST), ImmutableSet.of(), 0, false);

    private record Update(PathAttributes attributes, ImmutableList<Prefix> prefixes) {}

    private ImmutableList<Update> updates;
    private byte[] bytes;

    @Setup
    public void write() {
        ImmutableList.Builder<Update> builder = ImmutableList.builder();
        for (int first = 0; first < size; first += PREFIXES_PER_UPDATE) {
            builder.add(new Update(attributes(mixed(first)), prefixes(first)));
        }
        updates = builder.build();
        bytes = encoded();
    }

    private static PathAttributes attributes(long random) {
        return PathAttributes.builder(IpAddress.ipv4(0x0a00_0001))
                .asPath(AsPath.of(12076, 64512 + (int) (random >>> 55), 65001))
                .med(random >>> 56)
                .communities(ImmutableList.of(Community.of(12076, 50000 + (int) (random >>> 60)), Community.NO_EXPORT))
                .build();
    }

    private static ImmutableList<Prefix> prefixes(int first) {
        ImmutableList.Builder<Prefix> prefixes = ImmutableList.builder();
        for (int i = first; i < first + PREFIXES_PER_UPDATE; i++) {
            prefixes.add(new Prefix(IpAddress.ipv4(0x0b00_0000 + (i << 8)), 24));
        }
        return prefixes.build();
    }

    @Benchmark
    public long encode() {
        return encoded().length;
    }

    @Benchmark
    public long decode() {
        return decoded();
    }

    @Benchmark
    public long copy() {
        return bytes.clone().length;
    }

    @Override
    public long checksum() {
        long sum = 0;
        for (Update update : updates) {
            sum = sumOf(update.attributes, update.prefixes, sum);
        }
        checkState(sum == decoded(), "what was read is not what was written");
        return sum;
    }

    private byte[] encoded() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Update update : updates) {
            MessageEncoder.encodeAnnouncements(
                    AfiSafi.IPV4_UNICAST, update.attributes, update.prefixes, CONTEXT, all::writeBytes);
        }
        return all.toByteArray();
    }

    private long decoded() {
        MessageDecoder decoder = new MessageDecoder(new AttributePool());
        Framer framer = new Framer();
        framer.add(bytes);
        long sum = 0;
        try {
            for (byte[] frame = framer.next(); frame != null; frame = framer.next()) {
                sum = sumOf((UpdateMessage) decoder.decode(frame, CONTEXT), sum);
            }
        } catch (BgpError error) {
            throw new IllegalStateException("our own bytes are refused", error);
        }
        return sum;
    }

    private static long sumOf(UpdateMessage update, long start) {
        long sum = start;
        for (UpdateMessage.Announcement announcement : update.announcements()) {
            sum = sumOf(announcement.attributes(), announcement.prefixes(), sum);
        }
        return sum;
    }

    private static long sumOf(PathAttributes attributes, ImmutableList<Prefix> prefixes, long start) {
        long sum = mixed(start + attributes.med());
        for (Prefix prefix : prefixes) {
            sum = mixed(sum + prefix.address().low());
        }
        return sum;
    }
}
