package coldpotato.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakerMistakesTest {
    private static final String GOOD = """
            asn: 65500
            router-id: 10.77.0.1
            listen: 10.77.0.1:179
            hold-time: 180s
            peers:
              - {name: m0, address: 10.77.250.1, asn: 65400, passive: true, import: none, export: tag}
              - {name: i0, address: 10.77.1.1, asn: 64600, import: all, export: none, password-file: key, bfd: on}
            originate:
              - {prefix: 10.20.0.0/16, communities: [12076:20001]}
            policies:
              tag: accept
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeKeys() throws IOException {
        Files.writeString(folder.resolve("key"), "s3cret\n");
        Files.writeString(folder.resolve("empty"), "\n");
        Files.writeString(folder.resolve("long"), "s3cret".repeat(14));
        Files.writeString(folder.resolve("lines"), "s3cret\ns3cret\n");
        Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            hold-time: 180s  # hold-tme: 180s       # 4:1: unknown key "hold-tme" in a speaker; did you mean "hold-time"?
            hold-time: 180s  # hold-time: 180       # 4:12: "180" has no unit; 180s or 180m?
            hold-time: 180s  # hold-time: 2s        # 4:12: "2s" is no hold time
            hold-time: 180s  # send-hold: 10ms      # 4:12: "10ms" is too short a send hold time; say 1s or more
            hold-time: 180s  # connect-retry: 1ms   # 4:16: "1ms" is too short a wait between two attempts; say 100ms or more
            hold-time: 180s  # decision: ciscoo     # 4:11: "ciscoo" is none of rfc4271, weight-first, cisco; did you mean "cisco"?
            hold-time: 180s  # extends: other.yaml  # 4:1: unknown key "extends" in a speaker
            hold-time: 180s  # name: my router      # 4:7: "my router" is not a name; take letters, digits, dots, colons, - and _
            asn: 65500       # asn: AS65500         # 1:6: "AS65500" is not an AS number from 1 to 4294967295
            asn: 65500       # asn: 23456           # 1:6: 23456 is AS_TRANS, which stands for numbers above 65535 and is nobody's own
            asn: 64600       # asn: 23456           # 7:41: 23456 is AS_TRANS
            id: 10.77.0.1    # id: 0.0.0.0          # 2:12: "0.0.0.0" is no BGP identifier; it is written as an IPv4 address other than 0.0.0.0
            id: 10.77.0.1    # id: 2001:db8::1      # 2:12: "2001:db8::1" is no BGP identifier
            10.77.0.1:179    # 10.77.0.1:99999      # 3:9: "10.77.0.1:99999" is not an address to listen on; say 10.77.0.1, 10.77.0.1:179 or "[2001:db8::1]:179"
            10.77.0.1:179    # localhost            # 3:9: "localhost" is not an address to listen on
            10.77.0.1:179    # [10.77.0.1, 2001:db8::1] # 3:21: no peer has an IPv6 address, so nobody can use [2001:db8::1]:179
            10.77.0.1:179    # [10.77.0.1, 10.77.0.1] # 3:21: 10.77.0.1:179 is listened on twice
            10.77.0.1:179    # [10.77.0.1, 10.77.0.2] # 6:25: our end of the session may be any of 10.77.0.1, 10.77.0.2; say which by local-address
            10.77.0.1:179    # 0.0.0.0              # 6:25: our end of the session is not known; say local-address, or listen on one address of its family
            """)
    void saysWhatIsWrongWithTheSpeakerAndHowToMendIt(String right, String wrong, String message) {
        checkMistake(right, wrong, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            name: m0,        # nmae: m0,            # 6:6: unknown key "nmae" in a peer; did you mean "name"?
            name: i0         # name: m0             # 7:25: the name "m0" is taken by the peer in line 6
            10.77.1.1        # 10.77.250.1          # 7:25: two peers on one address: 10.77.250.1 is already that of m0 in line 6
            10.77.1.1        # 10.77.0.1            # 7:25: 10.77.0.1 is our own end of the session
            10.77.1.1        # 224.0.0.5            # 7:25: 224.0.0.5 is not the address of a neighbour
            10.77.1.1        # 0.0.0.0              # 7:25: 0.0.0.0 is not the address of a neighbour
            10.77.1.1        # `fe80::1, local-address: fe80::2` # 7:25: fe80::1 is link-local, which is not modelled; take a global address
            10.77.1.1        # 2001:db8::2          # 7:25: our end of the session is not known; say local-address
            asn: 64600,      # ``                   # 7:5: a peer needs the key asn, such as asn: 64600
            import: all,     # ``                   # 7:5: a peer needs the key import, such as import: all
            import: all      # import: al           # 7:56: there is no policy "al"; did you mean "all"?
            export: tag      # export: tags         # 6:87: there is no policy "tags"; did you mean "tag"?
            tag: accept      # all: accept          # 11:3: "all" has a meaning of its own; name the policy otherwise
            passive: true    # passive: yes         # 6:59: "yes" is none of on, off, true, false
            passive: true    # passive: true, local-address: 10.77.0.2 # 6:59: the peer is waited for, but nobody listens on 10.77.0.2; add it to listen
            passive: true    # local-address: 2001:db8::9 # 6:65: 2001:db8::9 is of another family than the peer's address
            passive: true    # local-address: 0.0.0.0 # 6:65: 0.0.0.0 is not an address that we can have
            passive: true    # route-reflector-client: on # 6:74: only iBGP peers are reflected to, and this one has another AS
            passive: true    # ttl-security: on, multihop: 3 # 6:78: ttl-security is for peers on our own link; take it or multihop away
            bfd: on          # bfd: on, multihop: 3 # 7:100: BFD here is for peers on our own link (RFC 5881); take bfd or multihop away
            bfd: on          # bfd: {intervall: 1s} # 7:101: unknown key "intervall" in BFD settings; did you mean "interval"?
            bfd: on          # password: s3cret     # 7:90: the password is given twice; take password or password-file away
            file: key        # file: none           # 7:90: "none" no such file
            file: key        # file: .              # 7:90: "." is a directory, not a file
            file: key        # file: empty          # 7:90: the password is empty
            file: key        # file: long           # 7:90: the password has 84 octets; TCP MD5 takes at most 80
            file: key        # file: lines          # 7:90: the password has more than one line, or a control character in it
            file: key        # file: binary         # 7:90: "binary" is not UTF-8 text
            prefix: 10.20.0.0/16 # prefix: 10.20.0.0 # 9:14: "10.20.0.0" has no length; did you mean 10.20.0.0/32?
            12076:20001      # 12076:200010         # 9:42: "12076:200010" is not a community
            communities      # comunities           # 9:28: unknown key "comunities" in an announcement; did you mean "communities"?
            prefix: 10.20.0.0/16 # prefix: [10.20.0.0/16, 2001:db8::/32], next-hop: 10.77.0.9 # 9:55: 10.77.0.9 is of another family than 2001:db8::/32
            originate:       # `originate:\n  - {prefix: 10.20.0.0/16}` # 10:14: 10.20.0.0/16 is announced already (
            """)
    void saysWhatIsWrongWithAPeerOrARouteAndHowToMendIt(String right, String wrong, String message) {
        checkMistake(right, wrong, message);
    }

    private void checkMistake(String right, String wrong, String message) {
        assertThat(GOOD).contains(right);

        assertThat(mistakes(GOOD.replaceFirst("\\Q" + right + "\\E", wrong)))
                .anySatisfy(mistake -> assertThat(mistake).startsWith("bad.yaml:" + message));
    }

    @Test
    void tellsOfAllMistakesInTheOrderOfTheFile() {
        String bad = GOOD.replace("id: 10.77.0.1", "id: one")
                .replace("export: tag", "export: tags")
                .replace("file: key", "file: none")
                .replace("12076:20001", "12076");

        assertThat(mistakes(bad)).hasSize(4).isSortedAccordingTo((a, b) -> Integer.compare(line(a), line(b)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[s3cret]",
                "{s3cret: 1}",
                "\"s3cret\\n\"",
                "s3crets3crets3crets3crets3crets3crets3crets3cret" + "s3crets3crets3crets3crets3crets3crets3cret",
                "*s3cret",
                "!s3cret x",
                "\"s3cret",
                "@s3cret"
            })
    void noMistakeRepeatsAPassword(String password) {
        List<String> mistakes = mistakes(GOOD.replace("password-file: key", "password: " + password));

        assertThat(mistakes).isNotEmpty().noneMatch(mistake -> mistake.contains("s3cret"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            10.77.0.1:179       # localhost
            10.77.0.1:179       # 10.77.0.1:99999
            password-file: key  # password: ""
            password-file: key  # password-file: ""
            password-file: key  # password-file: empty
            """)
    void whatFollowsFromAMistakeIsNotTold(String right, String wrong) {
        assertThat(mistakes(GOOD.replace(right, wrong))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[10.77.0.1, 10.77.0.2]", "0.0.0.0"})
    void anEndThatIsNotKnownIsToldOnceForEachPeer(String listen) {
        assertThat(mistakes(GOOD.replace("10.77.0.1:179", listen)))
                .hasSize(2)
                .allMatch(mistake -> mistake.contains("local-address"));
    }

    private static int line(String mistake) {
        return Integer.parseInt(mistake.split(":")[1]);
    }

    private List<String> mistakes(String text) {
        new ScenarioFolder(folder).with("bad.yaml", text);
        return SpeakerReader.read(folder.resolve("bad.yaml")).mistakes().stream()
                .map(mistake -> mistake.toString().replace(folder + "/", ""))
                .toList();
    }
}
