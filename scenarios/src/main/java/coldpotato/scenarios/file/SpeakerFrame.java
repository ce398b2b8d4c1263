package coldpotato.scenarios.file;

import coldpotato.bgp.policy.Policy;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.List;

/**
 * What a speaker's file says outside of its peers.
 *
 * @param file that is read
 * @param root its keys
 * @param asn the speaker's
 * @param listen where it listens
 * @param policies by name
 * @param warnings where goes what is unwise but no mistake
 */
record SpeakerFrame(
        Path file,
        Fields root,
        Asn asn,
        ImmutableList<Placed<Endpoint>> listen,
        ImmutableMap<String, Policy> policies,
        List<Mistake> warnings) {

    /** The addresses of a family that are listened on, each once, without those that stand for every address. */
    ImmutableList<IpAddress> addresses(Family family) {
        return listen.stream()
                .map(Placed::value)
                .filter(endpoint -> !endpoint.isWildcard() && endpoint.address().family() == family)
                .map(Endpoint::address)
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    /** False if it is written wrongly, which was told then: what follows from it is told when it is right. */
    boolean isListenKnown() {
        return listen.stream().noneMatch(placed -> placed.value().equals(Endpoint.UNKNOWN));
    }

    boolean listensOn(IpAddress address) {
        return !isListenKnown()
                || listen.stream()
                        .map(Placed::value)
                        .anyMatch(endpoint -> endpoint.address().equals(address)
                                || endpoint.isWildcard() && endpoint.address().family() == address.family());
    }

    /** False for the addresses of nobody and of groups. */
    static boolean isUnicast(IpAddress address) {
        int first = address.toBytes()[0] & 0xff;
        return address.isIpv4()
                ? first != 0 && first < 224
                : first != 0xff && (address.high() != 0 || address.low() != 0);
    }

    /** RFC 4291 section 2.5.6. */
    static boolean isLinkLocal(IpAddress address) {
        return !address.isIpv4() && address.high() >>> 54 == 0xfe80 >>> 6;
    }
}
