package coldpotato.bgp.wire;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.BaseEncoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One line of the collection of BGP messages that lies beside the repository; its README says what the fields mean. */
record MessageVector(Map<String, Object> fields) {

    /** The collection, empty if it is not there. */
    static Optional<Path> file() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(".git"))) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder)
                .map(root -> root.resolveSibling("shared").resolve("vectors/bgp-messages.jsonl"))
                .filter(Files::exists);
    }

    /** All messages; a line of JSON is a document of YAML. */
    @SuppressWarnings("unchecked")
    static Stream<MessageVector> all(Path file) {
        try {
            Load json = new Load(LoadSettings.builder().build());
            return Files.readAllLines(file).stream()
                    .map(line -> new MessageVector((Map<String, Object>) json.loadFromString(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return (String) fields.get("name");
    }

    boolean isCore() {
        return fields.get("scope").equals("core");
    }

    byte[] bytes() {
        return BaseEncoding.base16().lowerCase().decode((String) fields.get("hex"));
    }

    String expected() {
        return (String) fields.get("expect");
    }

    /** Every verdict that passes. */
    @SuppressWarnings("unchecked")
    List<String> accepted() {
        return (List<String>) fields.getOrDefault("expect_any_of", List.of(expected()));
    }

    boolean hasMultiprotocolAttributes() {
        return fields.get("attrs") instanceof List<?> types && (types.contains(14) || types.contains(15));
    }

    Object code() {
        return fields.get("code");
    }

    Object subcode() {
        return fields.get("subcode");
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> decoded() {
        return fields.get("decoded") instanceof Map ? (Map<String, Object>) fields.get("decoded") : Map.of();
    }

    @SuppressWarnings("unchecked")
    private Object session(String key) {
        return ((Map<String, Object>) fields.getOrDefault("ctx", Map.of())).get(key);
    }

    /** The session of the message. A peer of the same confederation is nearer to an internal one. */
    CodecContext context() {
        boolean firstAsCounts = Boolean.TRUE.equals(session("enforce_first_as"));
        return new CodecContext(
                !Boolean.FALSE.equals(session("as4")),
                Boolean.TRUE.equals(session("extended_message")),
                "ebgp".equals(session("peer")) ? PeerType.EXTERNAL : PeerType.INTERNAL,
                families(session("families"), ImmutableSet.copyOf(AfiSafi.values())),
                Boolean.TRUE.equals(session("addpath"))
                        ? ImmutableSet.copyOf(AfiSafi.values())
                        : families(session("addpath"), ImmutableSet.of()),
                firstAsCounts ? (int) session("peer_as") : 0,
                // Its tests talk to themselves on one machine.
                name().startsWith("exabgp"));
    }

    private static ImmutableSet<AfiSafi> families(Object names, ImmutableSet<AfiSafi> byDefault) {
        if (!(names instanceof List<?> list)) {
            return byDefault;
        }
        return Stream.of(AfiSafi.values())
                .filter(family -> list.contains(family.text() + "-unicast"))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** What the OPEN must say, where the session is known. */
    Optional<OpenExpectations> expectations() {
        if (session("configured_peer_as") == null) {
            return Optional.empty();
        }
        int peerAs = (int) session("configured_peer_as");
        IpAddress identifier = IpAddress.parse(
                (String) Optional.ofNullable(session("local_id")).orElse("192.0.2.1"));
        int localAs = "ibgp".equals(session("peer")) ? peerAs : 65000;
        return Optional.of(new OpenExpectations(peerAs, localAs, identifier, ImmutableSet.copyOf(AfiSafi.values())));
    }

    @Override
    public String toString() {
        return name();
    }
}
