package coldpotato.bench;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.rib.Decision;
import coldpotato.bgp.rib.DecisionProcess;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.PathSource;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import java.util.Arrays;
import java.util.Comparator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * The decision process over four candidates of each prefix, against keeping the better of two by a comparator. That is
 * right only because no candidate has a MED, and does not say why the others lost. {@code size} is the number of
 * prefixes; one operation decides for all of them.
 */
public class DecisionBenchmark extends Measured {
    private static final int CANDIDATES = 4;

    private static final Comparator<Path> BY_PREFERENCE = Comparator.<Path>comparingLong(
                    path -> -path.attributes().localPref())
            .thenComparingInt(path -> path.attributes().asPath().length())
            .thenComparing(path -> path.source().peerId());

    private Path[][] candidates;

    @Setup
    public void offer() {
        candidates = new Path[size][CANDIDATES];
        for (int i = 0; i < size; i++) {
            Prefix prefix = new Prefix(IpAddress.ipv4(i << 8), 24);
            for (int peer = 0; peer < CANDIDATES; peer++) {
                candidates[i][peer] = path(prefix, peer, mixed((long) i * CANDIDATES + peer));
            }
        }
    }

    private static Path path(Prefix prefix, int peer, long random) {
        IpAddress address = IpAddress.ipv4(0x0a00_0001 + peer);
        int[] asns = new int[1 + (int) (random >>> 62)];
        Arrays.fill(asns, 64512 + peer);
        PathAttributes attributes = PathAttributes.builder(address)
                .asPath(AsPath.of(asns))
                .localPref(100 + (random & 1))
                .build();
        PathSource source = new PathSource(
                "peer" + peer, PathSource.Kind.EBGP, address, 64512 + peer, address, false, "peer" + peer);
        return new Path(prefix, attributes, attributes, source, 0, Path.Admission.ACCEPTED, "accepted", 0);
    }

    @Benchmark
    public long decide() {
        long sum = 0;
        for (Path[] paths : candidates) {
            sum = mixed(sum + numberOf(decided(paths)));
        }
        return sum;
    }

    @Benchmark
    public long keepTheBetterOfTwo() {
        long sum = 0;
        for (Path[] paths : candidates) {
            sum = mixed(sum + numberOf(better(paths)));
        }
        return sum;
    }

    @Override
    public long checksum() {
        long sum = decide();
        checkState(sum == keepTheBetterOfTwo(), "the two choose different paths");
        return sum;
    }

    private static Path decided(Path[] paths) {
        return DecisionProcess.RFC4271
                .decide(paths, Decision.NONE, nextHop -> 0)
                .best()
                .orElseThrow();
    }

    private static Path better(Path[] paths) {
        Path best = paths[0];
        for (Path path : paths) {
            best = BY_PREFERENCE.compare(path, best) < 0 ? path : best;
        }
        return best;
    }

    private static long numberOf(Path path) {
        return path.source().peerAddress().low();
    }
}
