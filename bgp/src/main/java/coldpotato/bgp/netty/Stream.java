package coldpotato.bgp.netty;

import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.Transport;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;

/**
 * One stream, as the speaker sees it and as the network sees it: the same thing while the gate is open. What the speaker
 * closes lives on until its last bytes are delivered; what the network does while the gate is shut waits to be told.
 */
final class Stream extends ChannelInboundHandlerAdapter {
    /** How long a closed stream may take to deliver its last bytes. */
    private static final long LINGER_SECONDS = 5;

    /** From TCP's first attempt to open a stream to its second; each further wait is twice as long (RFC 6298 section 5). */
    private static final long FIRST_RETRANSMISSION_NANOS = 1_000_000_000L;

    private final Streams owner;
    private final String peer;
    private final long number;
    private final long causeOfDial;
    private final long askedNanos;
    private final Queue<Arrival> untold = new ArrayDeque<>();
    private Gate gate;
    private SocketChannel channel;
    private StreamCauses.End causes;
    /** The speaker was told that the stream is open. */
    private boolean known;
    /** The speaker is done with the stream. */
    private boolean released;
    /** What was not delivered when the speaker was done is thrown away. */
    private boolean aborted;
    /** The last bytes are on their way out. */
    private boolean finishing;
    /** The network is done with the stream. */
    private boolean over;
    /** Something was written in this input. */
    private boolean dirty;

    /** Something that the network did, on its way to the speaker. */
    private record Arrival(long cause, ObjLongConsumer<BgpSpeaker> what) {}

    /** A stream that the speaker asks for now, or one that the peer opened. */
    Stream(Streams owner, String peer, long number, Gate gate) {
        this.owner = owner;
        this.peer = peer;
        this.number = number;
        this.gate = gate;
        this.causeOfDial = owner.cause();
        this.askedNanos = owner.nowNanos();
    }

    String peer() {
        return peer;
    }

    long number() {
        return number;
    }

    // What the speaker does.

    /** Opens the stream if the gate is open; otherwise {@link #gate} sees to it. */
    void dial() {
        if (channel == null && gate.isOpen() && !released) {
            owner.dial(this).addListener(dialled -> {
                if (!dialled.isSuccess()) {
                    owner.note(this, "cannot be opened", dialled.cause());
                    over = true;
                    giveBack();
                    happened(causeOfDial, (speaker, now) -> speaker.connectFailed(now, number));
                }
            });
        }
    }

    private void giveBack() {
        if (channel != null) {
            channel.close();
        }
    }

    /** The socket that carries the stream from now on. */
    void use(SocketChannel opened) {
        channel = opened;
        channel.pipeline().addLast(this);
    }

    /** The socket has an address; it is dialled next. */
    ChannelFuture connect(PeerSockets ends) {
        causes = owner.causes(channel.localAddress(), ends.remote());
        causes.dials(causeOfDial);
        return channel.connect(ends.remote());
    }

    /** Writes; the owner flushes when the speaker's input is done. */
    void write(byte[] bytes) {
        causes.writes(bytes.length, owner.cause());
        channel.write(Unpooled.wrappedBuffer(bytes), channel.voidPromise());
        if (!dirty) {
            dirty = true;
            owner.dirty(this);
        }
    }

    boolean isWritable() {
        return channel.isWritable();
    }

    long unsentOctets() {
        ChannelOutboundBuffer unsent = channel == null ? null : channel.unsafe().outboundBuffer();
        return unsent == null ? 0 : unsent.totalPendingWriteBytes();
    }

    void flush() {
        dirty = false;
        if (gate.sends() && !released) {
            channel.flush();
        }
    }

    /** The speaker is done with the stream and hears no more of it. */
    void release(boolean abort) {
        released = true;
        aborted = abort;
        untold.clear();
        if (causes != null) {
            causes.closes(owner.cause());
        }
        if (channel == null || over) {
            owner.gone(this);
        } else if (gate.sends()) {
            finish();
        }
    }

    /** Delivers what was written, says that no more comes and waits until the peer says the same. */
    private void finish() {
        if (aborted || !channel.isActive()) {
            reset();
        } else if (!finishing) {
            finishing = true;
            channel.config().setAutoRead(true);
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(delivered -> channel.shutdownOutput());
            channel.eventLoop().schedule(this::reset, LINGER_SECONDS, TimeUnit.SECONDS);
        }
    }

    // What is done to it for fault injection, and at the end.

    void gate(Gate changed) {
        gate = changed;
        if (released) {
            if (gate.sends()) {
                finish();
            }
        } else if (channel == null) {
            owner.later(this::dial, nanosToNextAttempt());
        } else {
            tell();
            flush();
        }
    }

    /** What TCP tried while the gate was shut is lost; it goes through when TCP tries again. */
    private long nanosToNextAttempt() {
        long waited = owner.nowNanos() - askedNanos;
        long next = FIRST_RETRANSMISSION_NANOS;
        while (next < waited) {
            next = 2 * next + FIRST_RETRANSMISSION_NANOS;
        }
        return next - waited;
    }

    /** Ends the stream on the spot; the peer sees a reset. */
    void reset() {
        if (channel != null && channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
        owner.gone(this);
    }

    /** Ends the stream on the spot on both sides, whatever the gate says. */
    void cut(long cause) {
        boolean lost = !released;
        released = true;
        untold.clear();
        if (causes != null) {
            causes.closes(cause);
        }
        reset();
        if (lost) {
            owner.tell(cause, (speaker, now) -> speaker.closed(now, number));
        }
    }

    /** Power is lost: the stream neither reads nor writes nor ends any more. */
    void freeze() {
        gate = Gate.SILENT;
        released = true;
        untold.clear();
        if (channel != null) {
            channel.config().setAutoRead(false);
        }
    }

    void forgetCauses() {
        if (causes != null) {
            causes.gone();
        }
    }

    // What the network does.

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (number < Transport.ACCEPTED_FIRST) {
            happened(causeOfDial, (speaker, now) -> speaker.connected(now, number));
        } else {
            causes = owner.causes(channel.localAddress(), channel.remoteAddress());
            happened(causes.causeOfOpening(), (speaker, now) -> speaker.accepted(now, peer, number));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        while (!released && bytes.isReadable()) {
            StreamCauses.Run run = causes.reads(bytes.readableBytes());
            byte[] chunk = ByteBufUtil.getBytes(bytes.readSlice(run.octets()));
            happened(run.cause(), (speaker, now) -> speaker.received(now, number, chunk));
        }
        ReferenceCountUtil.release(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        over = true;
        happened(causes.causeOfEnd(), (speaker, now) -> speaker.closed(now, number));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (channel.isWritable() && !released) {
            owner.tell(0, (speaker, now) -> speaker.writable(now, number));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            owner.note(this, "broke", cause);
            channel.close();
        } else {
            owner.failed(cause);
        }
    }

    private void happened(long cause, ObjLongConsumer<BgpSpeaker> what) {
        if (!released) {
            untold.add(new Arrival(cause, what));
            tell();
        } else if (over) {
            owner.gone(this);
        }
    }

    /** Tells the speaker what the gate lets pass; a stream opens only where both directions pass. */
    private void tell() {
        while (!untold.isEmpty() && (known ? gate.receives() : gate.isOpen())) {
            known = true;
            Arrival next = untold.remove();
            owner.tell(next.cause, next.what);
        }
        if (over && untold.isEmpty()) {
            owner.gone(this);
        } else if (!released && channel.isActive()) {
            channel.config().setAutoRead(known && gate.receives());
        }
    }
}
