package coldpotato.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.primitives.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramerTest {
    private static final byte[] KEEPALIVE = Hex.message(MessageType.KEEPALIVE, "");
    private static final byte[] UPDATE = Hex.message(MessageType.UPDATE, "0000 0000");

    @Test
    void givesEveryMessageOfAChunk() throws BgpError {
        assertThat(frames(Bytes.concat(KEEPALIVE, UPDATE, KEEPALIVE), 1000))
                .containsExactly(KEEPALIVE, UPDATE, KEEPALIVE);
    }

    @Test
    void putsMessagesTogetherFromSingleOctets() throws BgpError {
        assertThat(frames(Bytes.concat(UPDATE, KEEPALIVE), 1)).containsExactly(UPDATE, KEEPALIVE);
    }

    @Test
    void waitsForTheRestOfAMessage() throws BgpError {
        assertThat(frames(Arrays.copyOf(UPDATE, 22), 22)).isEmpty();
    }

    @Test
    void refusesAMarkerThatIsNotAllOnes() {
        byte[] wrong = KEEPALIVE.clone();
        wrong[15] = 0;
        assertThat(errorOf(wrong)).isEqualTo(NotificationMessage.of(NotificationCode.CONNECTION_NOT_SYNCHRONIZED));
    }

    @Test
    void refusesAnUnknownTypeAndTellsIt() {
        byte[] wrong = KEEPALIVE.clone();
        wrong[18] = 6;
        assertThat(errorOf(wrong))
                .isEqualTo(NotificationMessage.of(NotificationCode.BAD_MESSAGE_TYPE, OctetString.of((byte) 6)));
    }

    @Test
    void refusesALengthBelowTheHeaderAndTellsIt() {
        assertThat(errorOf(withLength(UPDATE, 18))).isEqualTo(badLength(0, 18));
    }

    @Test
    void refusesAMessageTooShortForItsType() {
        assertThat(errorOf(withLength(UPDATE, 22))).isEqualTo(badLength(0, 22));
    }

    @Test
    void refusesAKeepaliveWithABody() {
        assertThat(errorOf(withLength(KEEPALIVE, 20))).isEqualTo(badLength(0, 20));
    }

    @Test
    void refusesALongMessageBeforeItsBodyArrives() {
        assertThat(errorOf(withLength(UPDATE, 4097))).isEqualTo(badLength(0x10, 0x01));
    }

    @Test
    void takesALongUpdateOnceBothSidesAgreed() throws BgpError {
        byte[] update = withLength(Arrays.copyOf(UPDATE, 65535), 65535);
        Framer framer = new Framer();
        framer.allowExtendedMessages();
        framer.add(update);
        assertThat(framer.next()).isEqualTo(update);
    }

    @Test
    void refusesALongOpenEvenThen() {
        Framer framer = new Framer();
        framer.allowExtendedMessages();
        framer.add(withLength(Hex.message(MessageType.OPEN, "04 fde9 005a c0000201 00"), 4097));
        assertThat(catchThrowableOfType(BgpError.class, framer::next).notification())
                .isEqualTo(badLength(0x10, 0x01));
    }

    @Test
    void staysFailedAfterAnError() {
        Framer framer = new Framer();
        framer.add(new byte[19]);
        BgpError first = catchThrowableOfType(BgpError.class, framer::next);
        framer.add(KEEPALIVE);
        assertThat(catchThrowableOfType(BgpError.class, framer::next)).isSameAs(first);
    }

    private static NotificationMessage errorOf(byte[] bytes) {
        return catchThrowableOfType(BgpError.class, () -> frames(bytes, bytes.length))
                .notification();
    }

    private static NotificationMessage badLength(int high, int low) {
        return NotificationMessage.of(NotificationCode.BAD_MESSAGE_LENGTH, OctetString.of((byte) high, (byte) low));
    }

    private static byte[] withLength(byte[] message, int length) {
        byte[] copy = message.clone();
        copy[16] = (byte) (length >> 8);
        copy[17] = (byte) length;
        return copy;
    }

    /** The messages in the bytes, added in pieces of one size. */
    static List<byte[]> frames(byte[] bytes, int pieceLength) throws BgpError {
        Framer framer = new Framer();
        List<byte[]> frames = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += pieceLength) {
            framer.add(Arrays.copyOfRange(bytes, from, Math.min(from + pieceLength, bytes.length)));
            for (byte[] frame = framer.next(); frame != null; frame = framer.next()) {
                frames.add(frame);
            }
        }
        return frames;
    }
}
