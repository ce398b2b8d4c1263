package coldpotato.contract;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;

/** The connections of a puppet where connections have numbers. */
final class NumberedLines {
    private final ObjLongConsumer<byte[]> sender;
    private final LongConsumer closer;
    private final Map<Long, NumberedLine> lines = new LinkedHashMap<>();
    private long dialled;

    private final class NumberedLine implements Line {
        final long number;
        final ByteArrayOutputStream received = new ByteArrayOutputStream();
        boolean open;
        boolean closed;

        NumberedLine(long number) {
            this.number = number;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void send(byte[] bytes) {
            sender.accept(bytes, number);
        }

        @Override
        public byte[] received() {
            return received.toByteArray();
        }

        @Override
        public void close() {
            closer.accept(number);
        }

        @Override
        public boolean isClosed() {
            return closed;
        }
    }

    /**
     * The connections of one puppet.
     *
     * @param sender sends bytes on the connection of a number
     * @param closer closes the connection of a number
     */
    NumberedLines(ObjLongConsumer<byte[]> sender, LongConsumer closer) {
        this.sender = sender;
        this.closer = closer;
    }

    /** The number for a connection that the puppet opens. */
    long dial() {
        lines.put(dialled, new NumberedLine(dialled));
        return dialled++;
    }

    void connected(long number) {
        lines.get(number).open = true;
    }

    void take(long number) {
        lines.put(number, new NumberedLine(number));
        connected(number);
    }

    void received(long number, byte[] bytes) {
        lines.get(number).received.writeBytes(bytes);
    }

    void closed(long number) {
        lines.get(number).closed = true;
    }

    Line line(long number) {
        return lines.get(number);
    }

    /** Those that the puppet did not open. */
    ImmutableList<Line> taken() {
        return lines.values().stream().filter(line -> line.number >= dialled).collect(ImmutableList.toImmutableList());
    }
}
