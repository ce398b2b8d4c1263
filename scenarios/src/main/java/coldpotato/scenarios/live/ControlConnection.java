package coldpotato.scenarios.live;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One conversation over the control socket, from either side: one request, one answer, each in a frame.
 *
 * <pre>
 * coldpotato-ctl 1 KIND LENGTH    version, kind of frame, length of what follows the line feed in bytes
 * ...                             UTF-8
 * </pre>
 *
 * <p>The kind of a request is {@code ask}, and each of its words ends with a NUL, which no word of a command line can hold.
 * The kind of an answer is its outcome: {@code done}, {@code refused} or {@code failed}; what follows is its text.
 *
 * <p>Whatever the other side does, no call takes longer than the time given to it, and no frame more memory than the limit.
 */
final class ControlConnection implements Closeable {
    /** Longest frame of a request, in bytes. */
    static final int REQUEST_BYTES_MAX = 16 << 10;

    /** Longest frame of an answer, in bytes. */
    static final int ANSWER_BYTES_MAX = 1 << 30;

    private static final String PROTOCOL = "coldpotato-ctl";
    private static final String VERSION = "1";
    private static final String ASK = "ask";
    private static final String WORD_END = "\0";
    private static final int HEADER_BYTES_MAX = 64;
    private static final int HEADER_WORDS = 4;
    private static final int BODY_BYTES_AT_ONCE = 64 << 10;

    private final SocketChannel channel;
    private final Selector selector;

    /** A frame as it travels. */
    private record Frame(String kind, String body) {}

    ControlConnection(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        selector = Selector.open();
        channel.register(selector, 0);
    }

    void send(ControlRequest request, long nanosMax) throws IOException {
        String body = Joiner.on("")
                .join(request.words().stream().map(word -> word + WORD_END).toList());
        send(new Frame(ASK, body), REQUEST_BYTES_MAX, nanosMax);
    }

    void send(ControlAnswer answer, long nanosMax) throws IOException {
        send(new Frame(Ascii.toLowerCase(answer.outcome().name()), answer.text()), ANSWER_BYTES_MAX, nanosMax);
    }

    /**
     * Waits for a request.
     *
     * @throws ControlProblem if what comes is none
     * @throws IOException if the other side goes away or takes too long
     */
    ControlRequest receiveRequest(long nanosMax) throws IOException {
        Frame frame = receive(REQUEST_BYTES_MAX, nanosMax);
        if (!frame.kind.equals(ASK) || !frame.body.endsWith(WORD_END)) {
            throw new ControlProblem("this is no request");
        }
        List<String> words = Splitter.on(WORD_END).splitToList(frame.body);
        return ControlRequest.ofWords(words.subList(0, words.size() - 1));
    }

    /**
     * Waits for the answer.
     *
     * @throws ControlProblem if what comes is none
     * @throws IOException if the other side goes away or takes too long
     */
    ControlAnswer receiveAnswer(long nanosMax) throws IOException {
        Frame frame = receive(ANSWER_BYTES_MAX, nanosMax);
        ControlAnswer.Outcome outcome = Arrays.stream(ControlAnswer.Outcome.values())
                .filter(each -> Ascii.equalsIgnoreCase(each.name(), frame.kind))
                .findFirst()
                .orElseThrow(() -> new ControlProblem("what came back is no answer"));
        return new ControlAnswer(outcome, frame.body);
    }

    private void send(Frame frame, int bytesMax, long nanosMax) throws IOException {
        long deadline = System.nanoTime() + nanosMax;
        byte[] body = frame.body.getBytes(StandardCharsets.UTF_8);
        if (body.length > bytesMax) {
            throw new ControlProblem(
                    "a request or answer of " + body.length + " bytes is too long; the limit is " + bytesMax);
        }
        String header = Joiner.on(' ').join(PROTOCOL, VERSION, frame.kind, body.length) + "\n";
        send(ByteBuffer.wrap(header.getBytes(StandardCharsets.US_ASCII)), deadline);
        send(ByteBuffer.wrap(body), deadline);
    }

    private void send(ByteBuffer bytes, long deadline) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0) {
                await(SelectionKey.OP_WRITE, deadline);
            }
        }
    }

    private Frame receive(int bytesMax, long nanosMax) throws IOException {
        long deadline = System.nanoTime() + nanosMax;
        List<String> header = header(deadline);
        if (header.size() != HEADER_WORDS || !header.get(0).equals(PROTOCOL)) {
            throw new ControlProblem("this is not the control protocol of coldpotato");
        }
        if (!header.get(1).equals(VERSION)) {
            throw new ControlProblem("the other side speaks version " + header.get(1)
                    + " of the control protocol, this one " + VERSION + "; use one version of coldpotato for both");
        }
        Integer length = Ints.tryParse(header.get(3));
        if (length == null || length < 0 || length > bytesMax) {
            throw new ControlProblem("the limit of a frame is " + bytesMax + " bytes");
        }
        return new Frame(header.get(2), new String(body(length, deadline), StandardCharsets.UTF_8));
    }

    private ImmutableList<String> header(long deadline) throws IOException {
        StringBuilder header = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (header.length() < HEADER_BYTES_MAX) {
            receive(one.clear(), deadline);
            if (one.get(0) == '\n') {
                return ImmutableList.copyOf(Splitter.on(' ').split(header));
            }
            header.append((char) (one.get(0) & 0xff));
        }
        return ImmutableList.of();
    }

    /** Memory is taken as bytes come, not as somebody promises them. */
    private byte[] body(int length, long deadline) throws IOException {
        byte[] body = new byte[Math.min(length, BODY_BYTES_AT_ONCE)];
        int done = 0;
        while (done < length) {
            if (done == body.length) {
                body = Arrays.copyOf(body, (int) Math.min(length, 2L * body.length));
            }
            receive(ByteBuffer.wrap(body, done, body.length - done), deadline);
            done = body.length;
        }
        return body;
    }

    /** Fills the buffer. */
    private void receive(ByteBuffer bytes, long deadline) throws IOException {
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes);
            if (read < 0) {
                throw new EOFException("the other side ended the connection");
            }
            if (read == 0) {
                await(SelectionKey.OP_READ, deadline);
            }
        }
    }

    private void await(int operation, long deadline) throws IOException {
        channel.keyFor(selector).interestOps(operation);
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || selector.select(left) == 0 && System.nanoTime() >= deadline) {
            throw new SocketTimeoutException("the other side took too long");
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
