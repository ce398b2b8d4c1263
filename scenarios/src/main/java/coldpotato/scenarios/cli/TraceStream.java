package coldpotato.scenarios.cli;

import coldpotato.core.trace.TraceEvent;
import coldpotato.core.trace.TraceKind;
import coldpotato.core.trace.TraceSink;
import coldpotato.scenarios.run.TraceLine;
import com.google.common.collect.Sets;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/**
 * A trace file of something that does not end by itself: each event is written when it happens. A file that can be written no
 * more, as on a full disk, is told of once and then left alone.
 */
final class TraceStream implements TraceSink, AutoCloseable {
    private static final int BUFFER_OCTETS = 64 << 10;

    private final Set<TraceKind> wanted;
    private final Consumer<String> broken;
    private final OutputStream out;
    private final JsonGenerator json;
    private boolean writes = true;
    private long events;
    private long cause;

    /**
     * Opens the file and writes its first line.
     *
     * @param speaker whose trace it is
     * @param wanted the kinds of events that are written
     * @param broken told if the file can be written no more
     * @throws BadInput if another process writes a trace there
     */
    TraceStream(Path file, String speaker, Set<TraceKind> wanted, Consumer<String> broken) throws IOException {
        this.wanted = Sets.immutableEnumSet(wanted);
        this.broken = broken;
        this.out = new BufferedOutputStream(Channels.newOutputStream(open(file)), BUFFER_OCTETS);
        this.json = TraceLine.generator(out);
        json.writeStartObject();
        TraceLine.format(json);
        json.writeStringProperty("speaker", speaker);
        json.writeEndObject();
    }

    /** The lock goes when the file is closed; until then no other process that asks for it writes there. */
    private static FileChannel open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (Files.isRegularFile(file)) {
            if (isTaken(channel)) {
                channel.close();
                throw BadInput.of("--trace " + file + ": another process writes there; take another file");
            }
            channel.truncate(0);
        }
        return channel;
    }

    private static boolean isTaken(FileChannel channel) {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (IOException noLocksHere) {
            // As on some disks that are far away: nobody can tell.
            return false;
        }
    }

    @Override
    public synchronized long record(long timeNanos, String node, TraceKind kind, String... namesAndValues) {
        if (!wants(kind)) {
            return 0;
        }
        TraceEvent event = new TraceEvent(++events, timeNanos, node, kind, TraceEvent.fields(namesAndValues), cause);
        write(() -> TraceLine.write(json, event, Optional.empty()));
        return event.number();
    }

    /** Lets readers of the file see all that was written. */
    synchronized void flush() {
        write(() -> {
            json.flush();
            out.flush();
        });
    }

    /** Writes something to the file. */
    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing writing) {
        if (writes) {
            try {
                writing.run();
            } catch (IOException | JacksonException e) {
                writes = false;
                broken.accept(reason(e));
            }
        }
    }

    /** In one line: Jackson adds where in its own output it was. */
    private static String reason(Exception e) {
        return e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
    }

    @Override
    public boolean wants(TraceKind kind) {
        return wanted.contains(kind);
    }

    @Override
    public long cause() {
        return cause;
    }

    @Override
    public void because(long newCause) {
        cause = newCause;
    }

    @Override
    public synchronized void close() {
        write(() -> {
            json.writeRaw("\n");
            json.close();
            out.close();
        });
        writes = false;
    }
}
