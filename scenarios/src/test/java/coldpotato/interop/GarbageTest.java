package coldpotato.interop;

import static coldpotato.interop.Circuit.PRIMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Peers that send what is no BGP: each gets the NOTIFICATION of RFC 4271 section 6, and nobody else notices. */
@Tag("bird")
@Execution(ExecutionMode.CONCURRENT)
@NeedsNamespaces(products = Product.BIRD)
class GarbageTest {
    private static final String US = "192.0.2.254";
    private static final String MARKER = "ff".repeat(16);
    private static final String KEEPALIVE = MARKER + "0013" + "04";
    private static final String OPEN = open("04", "fdf2", "0009", "c0000201");

    /** What is sent, and the NOTIFICATION that follows: code, subcode, data. */
    private static final Map<String, String> GARBAGE = garbage();

    @Test
    void eachKindOfGarbageGetsItsNotificationAndOthersDoNotNotice(Lab lab) {
        Circuit circuit = new Circuit(lab);
        MseeFile file = MseeFile.of(PRIMARY).announcing(MseeFile.AZURE);
        for (int i = 1; i <= GARBAGE.size(); i++) {
            file = file.listening(EdgeSession.of("garbage" + i, ours(i), US, Circuit.MICROSOFT));
            circuit.address(ours(i) + "/24", US + "/24");
        }
        Msee msee = circuit.start(file);
        Daemon ce = circuit.start(Product.BIRD, PRIMARY);
        ce.awaitEstablished(PRIMARY);
        assertThat(answers(circuit)).containsExactlyElementsOf(GARBAGE.values());
        assertThat(ce.isEstablished(PRIMARY)).isTrue();
        assertThat(msee.downs(PRIMARY)).isZero();
    }

    private static List<String> answers(Circuit circuit) {
        List<String> answers = new ArrayList<>();
        for (String garbage : GARBAGE.keySet()) {
            answers.add(RawPeer.say(circuit.edgeSpace(), ours(answers.size() + 1), US, garbage)
                    .notification());
        }
        return answers;
    }

    /** The address of the peer with this number. */
    private static String ours(int number) {
        return "192.0.2." + number;
    }

    private static Map<String, String> garbage() {
        Map<String, String> garbage = new LinkedHashMap<>();
        garbage.put("00".repeat(16) + "0013" + "04", "01 01 "); // connection not synchronized
        garbage.put("474554202f20485454502f312e310d0a0d0a0d0a", "01 01 "); // GET / HTTP/1.1
        garbage.put(MARKER + "0012" + "04", "01 02 0012"); // bad message length
        garbage.put(MARKER + "ffff" + "01", "01 02 ffff");
        garbage.put(MARKER + "0013" + "09", "01 03 09"); // bad message type
        garbage.put(open("03", "fdf2", "0009", "c0000201"), "02 01 0004"); // unsupported version
        garbage.put(open("04", "fdf3", "0009", "c0000201"), "02 02 "); // bad peer AS
        garbage.put(open("04", "fdf2", "0009", "00000000"), "02 03 "); // bad BGP identifier
        garbage.put(open("04", "fdf2", "0001", "c0000201"), "02 06 "); // unacceptable hold time
        garbage.put(KEEPALIVE, "05 01 04"); // unexpected in OpenSent (RFC 6608)
        garbage.put(OPEN + KEEPALIVE + MARKER + "0017" + "02" + "ffff0000", "03 01 "); // malformed attribute list
        return garbage;
    }

    private static String open(String version, String as, String hold, String identifier) {
        return MARKER + "0025" + "01" + version + as + hold + identifier + "08" + "0206" + "4104" + "0000" + as;
    }
}
