package coldpotato.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.policy.MatchClause;
import coldpotato.bgp.policy.Policy;
import coldpotato.bgp.policy.PrefixList;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.SessionTimers;
import coldpotato.core.net.Community;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakerReaderTest {
    private static final String HEAD = "asn: 65500\nrouter-id: 10.77.0.1\nlisten: 10.77.0.1\n";
    private static final String PEER = "name: a, address: 10.77.1.1, asn: 64600, import: all, export: none";

    @TempDir
    private Path folder;

    @Test
    void readsTheShortestUsefulFile() {
        SpeakerFile speaker = speaker(HEAD + "peers: {" + PEER + "}\n");

        assertThat(speaker.name()).isEqualTo("10.77.0.1");
        assertThat(speaker.listen()).containsExactly(new InetSocketAddress("10.77.0.1", 179));
        assertThat(speaker.originate()).isEmpty();
        assertThat(peer(speaker))
                .isEqualTo(PeerConfig.builder("a", IpAddress.parse("10.77.0.1"), IpAddress.parse("10.77.1.1"))
                        .asns(65500, 64600)
                        .exportPolicy(Policy.REFUSE_ALL)
                        .timers(new SessionTimers(
                                Durations.seconds(180),
                                Durations.seconds(60),
                                Durations.seconds(5),
                                0,
                                Durations.seconds(1),
                                0,
                                0))
                        .build());
    }

    @Test
    void readsTheSameFromJson() {
        String json =
                "{\"asn\": 65500, \"router-id\": \"10.77.0.1\", \"listen\": \"10.77.0.1\", \"peers\": [{\"name\": \"a\","
                        + " \"address\": \"10.77.1.1\", \"asn\": 64600, \"import\": \"all\", \"export\": \"none\", \"passive\": false}]}";

        assertThat(speaker(json)).isEqualTo(speaker(HEAD + "peers: {" + PEER + "}\n"));
    }

    @Test
    void ordinaryNeighboursSendWithATtlOfOneAndIbgpAsTheMachineDoes() {
        SpeakerFile external = speaker(HEAD + "peers: {" + PEER + "}\n");
        SpeakerFile internal = speaker(HEAD + "peers: {" + PEER.replace("64600", "65500") + "}\n");

        assertThat(external.sockets().get("a").ttl()).hasValue(1);
        assertThat(internal.sockets().get("a").ttl()).isEmpty();
    }

    @Test
    void theTimersOfAPeerGoBeforeThoseOfTheFile() {
        SpeakerFile speaker = speaker(HEAD + "hold-time: 90s\nmrai: 5s\npeers: {" + PEER + ", hold-time: 30s}\n");

        assertThat(peer(speaker).timers().holdNanos()).isEqualTo(Durations.seconds(30));
        assertThat(peer(speaker).timers().keepaliveNanos()).isEqualTo(Durations.seconds(10));
        assertThat(peer(speaker).timers().mraiNanos()).isEqualTo(Durations.seconds(5));
    }

    @Test
    void aPolicyOfTheFileSeesItsPrefixLists() {
        SpeakerFile speaker = speaker(HEAD
                + "prefix-lists: {inside: [10.0.0.0/8 le 24]}\n"
                + "policies: {tag: [{match: {prefix-list: inside}, then: accept}]}\n"
                + "peers: {" + PEER.replace("import: all", "import: tag") + "}\n");

        assertThat(peer(speaker).importPolicy().name()).isEqualTo("tag");
        assertThat(peer(speaker).importPolicy().rules().get(0).matches())
                .containsExactly(new MatchClause.Prefixes(new PrefixList(
                        "inside",
                        ImmutableList.of(PrefixList.Entry.of(
                                true, Prefix.parse("10.0.0.0/8"), OptionalInt.empty(), OptionalInt.of(24))))));
    }

    @Test
    void anAnnouncementCarriesWhatItSays() {
        SpeakerFile speaker = speaker(
                HEAD + "peers: {" + PEER + "}\n"
                        + "originate: {prefix: 10.20.0.0/16, as-path: [65001, 65002], communities: [12076:20001, 65500:1:2]}\n");

        PathAttributes attributes = speaker.originate().get(Prefix.parse("10.20.0.0/16"));
        assertThat(attributes.asPath()).isEqualTo(AsPath.of(65001, 65002));
        assertThat(attributes.communities()).containsExactly(Community.of(12076, 20001));
        assertThat(attributes.largeCommunities()).hasSize(1);
        assertThat(attributes.nextHop()).isEqualTo(IpAddress.ipv4(0));
    }

    @Test
    void familiesMayDifferFromThatOfTheAddress() {
        SpeakerFile speaker = speaker(HEAD + "peers: {" + PEER + ", families: [ipv4, ipv6]}\n");

        assertThat(peer(speaker).families()).isEqualTo(ImmutableSet.of(AfiSafi.IPV4_UNICAST, AfiSafi.IPV6_UNICAST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret", "s3cret\n", "s3cret\r\n"})
    void thePasswordOfAFileHasNoLineEnd(String text) throws IOException {
        Files.writeString(folder.resolve("key"), text);
        SpeakerFile speaker = speaker(HEAD + "peers: {" + PEER + ", password-file: key}\n");

        assertThat(peer(speaker).password()).hasValue("s3cret");
    }

    @Test
    void whatMayBeReadByEverybodyIsWarnedOfButTaken() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "s3cret");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        SpeakerFile speaker = speaker(HEAD + "peers: {" + PEER + ", password-file: key}\n");

        assertThat(speaker.warnings()).hasSize(1);
        assertThat(speaker.warnings().get(0).toString())
                .startsWith(folder + "/speaker.yaml:4:")
                .endsWith("may be read by everybody; chmod o-r " + key);
    }

    @Test
    void aKeyThatItsOwnerAloneMayReadIsNotWarnedOf() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "s3cret");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

        assertThat(speaker(HEAD + "peers: {" + PEER + ", password-file: key}\n").warnings())
                .isEmpty();
    }

    @Test
    void nothingThatIsPrintedHoldsThePassword() {
        SpeakerFile speaker = speaker(HEAD + "peers: {" + PEER + ", password: s3cret}\n");

        assertThat(speaker.toString()).doesNotContain("s3cret");
    }

    private static PeerConfig peer(SpeakerFile speaker) {
        return speaker.config().peers().get("a");
    }

    private SpeakerFile speaker(String text) {
        new ScenarioFolder(folder).with("speaker.yaml", text);
        SpeakerResult result = SpeakerReader.read(folder.resolve("speaker.yaml"));
        assertThat(result.mistakes()).isEmpty();
        return result.speaker().orElseThrow();
    }
}
