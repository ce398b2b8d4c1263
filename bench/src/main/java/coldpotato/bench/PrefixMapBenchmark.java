package coldpotato.bench;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.net.PrefixMap;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Longest match in {@code PrefixMap} against a scan of all prefixes; {@code size} is the number of prefixes. */
public class PrefixMapBenchmark extends Measured {
    private static final int ADDRESSES = 1024;

    private final PrefixMap<Integer> map = new PrefixMap<>();
    private final IpAddress[] addresses = new IpAddress[ADDRESSES];
    private Prefix[] prefixes;
    private int next;

    @Setup
    public void fill() {
        prefixes = new Prefix[size];
        for (int i = 0; i < size; i++) {
            long random = mixed(i);
            prefixes[i] = new Prefix(IpAddress.ipv4((int) random), 8 + (int) (random >>> 60));
            map.put(prefixes[i], i);
        }
        for (int i = 0; i < ADDRESSES; i++) {
            addresses[i] = IpAddress.ipv4((int) mixed(-i));
        }
    }

    @Benchmark
    public int longestMatch() {
        return matchedByMap(nextAddress());
    }

    @Benchmark
    public int longestMatchByScan() {
        return matchedByScan(nextAddress());
    }

    @Override
    public long checksum() {
        long sum = 0;
        for (IpAddress address : addresses) {
            int length = matchedByMap(address);
            checkState(length == matchedByScan(address), "map and scan differ on %s", address);
            sum = mixed(sum + length);
        }
        return sum;
    }

    private IpAddress nextAddress() {
        next = (next + 1) % ADDRESSES;
        return addresses[next];
    }

    private int matchedByMap(IpAddress address) {
        Optional<Map.Entry<Prefix, Integer>> match = map.longestMatch(address);
        return match.isPresent() ? match.get().getKey().length() : -1;
    }

    private int matchedByScan(IpAddress address) {
        int longest = -1;
        for (Prefix prefix : prefixes) {
            if (prefix.length() > longest && prefix.contains(address)) {
                longest = prefix.length();
            }
        }
        return longest;
    }
}
