package coldpotato.bgp.bfd;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import coldpotato.core.time.Deadlines;
import coldpotato.core.time.Luck;
import java.util.Optional;

/**
 * One end of a BFD session (RFC 5880 section 6.8) in asynchronous mode, active role.
 *
 * <p>Contract of the owner: one thread; time never goes back; {@link #deadlineReached} is called when {@link
 * #nextDeadlineNanos} has come, asked again after every call; no call from inside the {@link BfdSink}. Leaving packets
 * out is described at the package.
 */
public final class BfdSession {
    /** bfd.RemoteMinRxInterval before the peer said anything: 1 microsecond. */
    private static final long REMOTE_MIN_RX_INITIAL_NANOS = 1000;

    private final int localDiscriminator;
    private final BfdSink sink;
    private final TransmitSchedule schedule;
    private final Deadlines<BfdTimer> deadlines = new Deadlines<>(BfdTimer.class);

    private BfdTimers timers;
    private BfdState state = BfdState.ADMIN_DOWN;
    private BfdDiagnostic diagnostic = BfdDiagnostic.NO_DIAGNOSTIC;
    private boolean polling;
    private boolean pollAgain;
    // What counts until a Poll Sequence ends, though packets already say otherwise (section 6.8.3).
    private long desiredMinTxInUseNanos;
    private long requiredMinRxInUseNanos;

    private int remoteDiscriminator;
    private BfdState remoteState = BfdState.DOWN;
    private boolean remoteDemand;
    private long remoteMinRxNanos = REMOTE_MIN_RX_INITIAL_NANOS;
    private long remoteDesiredMinTxNanos;
    private int remoteDetectMult;

    private long lastHeardNanos = Long.MIN_VALUE;
    private long steadySinceNanos = Deadlines.NONE;
    private boolean leavingOut;

    /**
     * A session that is AdminDown and silent until {@link #start}.
     *
     * @param localDiscriminator unique on this system, not 0
     * @param jitter the luck of this end of this session
     */
    public BfdSession(int localDiscriminator, BfdTimers timers, Luck jitter, BfdSink sink) {
        checkArgument(localDiscriminator != 0, "a discriminator is not 0");
        this.localDiscriminator = localDiscriminator;
        this.timers = timers;
        this.sink = sink;
        this.schedule = new TransmitSchedule(jitter);
        useTimers();
        schedule.setInterval(transmitIntervalNanos(), timers.detectMult() == 1);
    }

    public BfdState state() {
        return state;
    }

    /** What the peer last said of its own state. */
    public BfdState remoteState() {
        return remoteState;
    }

    /** Why the state last changed. */
    public BfdDiagnostic diagnostic() {
        return diagnostic;
    }

    /** The negotiated interval between our packets, before jitter. */
    public long transmitIntervalNanos() {
        return Math.max(desiredMinTxInUseNanos, remoteMinRxNanos);
    }

    /** How long the peer may be silent (section 6.8.4); 0 before it was ever heard. */
    public long detectionTimeNanos() {
        return remoteDetectMult * Math.max(requiredMinRxInUseNanos, remoteDesiredMinTxNanos);
    }

    /** How many packets were sent, those left out included and Final packets not. */
    public long packetsSent() {
        return schedule.sent();
    }

    /** When {@link #deadlineReached} is to be called, or {@link Deadlines#NONE}, as while packets are left out. */
    public long nextDeadlineNanos() {
        return leavingOut ? Deadlines.NONE : deadlines.nextNanos();
    }

    /** Since when this end has been in steady state (Up, peer Up, no Poll Sequence), or {@link Deadlines#NONE}. */
    public long steadySinceNanos() {
        return steadySinceNanos;
    }

    /** The operator enables the session; nothing happens if it is. */
    public void start(long nowNanos) {
        if (state == BfdState.ADMIN_DOWN) {
            deadlines.cancelAll();
            forgetPeer();
            changeState(nowNanos, BfdState.DOWN, BfdDiagnostic.NO_DIAGNOSTIC);
        }
    }

    /** The operator disables the session; the peer is told. Nothing happens if it is disabled. */
    public void stop(long nowNanos) {
        checkState(!leavingOut, "packets are still left out");
        if (state != BfdState.ADMIN_DOWN) {
            long peersDetectionTimeNanos =
                    timers.detectMult() * Math.max(BfdTimers.DESIRED_MIN_TX_NOT_UP_NANOS, transmitIntervalNanos());
            deadlines.cancel(BfdTimer.DETECTION);
            deadlines.arm(BfdTimer.SILENCE, nowNanos + peersDetectionTimeNanos);
            changeState(nowNanos, BfdState.ADMIN_DOWN, BfdDiagnostic.ADMINISTRATIVELY_DOWN);
        }
    }

    /** New timers; while Up they are agreed with the peer by a Poll Sequence. */
    public void changeTimers(long nowNanos, BfdTimers newTimers) {
        checkState(!leavingOut, "packets are still left out");
        timers = newTimers;
        if (state == BfdState.UP) {
            // Slower sending and faster detection wait until the peer has confirmed (section 6.8.3).
            desiredMinTxInUseNanos = Math.min(desiredMinTxInUseNanos, newTimers.desiredMinTxNanos());
            requiredMinRxInUseNanos = Math.max(requiredMinRxInUseNanos, newTimers.requiredMinRxNanos());
            pollAgain = polling;
            polling = true;
        } else {
            useTimers();
        }
        if (deadlines.isArmed(BfdTimer.DETECTION)) {
            deadlines.arm(BfdTimer.DETECTION, Math.max(nowNanos, lastHeardNanos + detectionTimeNanos()));
        }
        schedule.setInterval(transmitIntervalNanos(), newTimers.detectMult() == 1);
        armTransmit(nowNanos);
        noteSteadiness(nowNanos);
    }

    /**
     * A packet of the peer arrived.
     *
     * @return why it was discarded, if it was
     */
    public Optional<BfdDiscard> received(long nowNanos, byte[] bytes) {
        checkArgument(nowNanos >= lastHeardNanos, "time goes back");
        BfdDecoded decoded = BfdPacket.decode(bytes);
        if (decoded instanceof BfdPacket packet) {
            return received(nowNanos, packet);
        }
        return Optional.of((BfdDiscard) decoded);
    }

    private Optional<BfdDiscard> received(long nowNanos, BfdPacket packet) {
        if (packet.yourDiscriminator() != 0 && packet.yourDiscriminator() != localDiscriminator) {
            return Optional.of(BfdDiscard.YOUR_DISCRIMINATOR_UNKNOWN);
        }
        if (state == BfdState.ADMIN_DOWN) {
            return Optional.of(BfdDiscard.SESSION_ADMIN_DOWN);
        }
        learn(packet);
        if (polling && packet.fin()) {
            endPoll();
        }
        lastHeardNanos = nowNanos;
        deadlines.arm(BfdTimer.DETECTION, nowNanos + detectionTimeNanos());
        adoptInterval(nowNanos);
        follow(nowNanos, packet.state());
        if (packet.poll()) {
            sink.send(packet(false, true).encode());
        }
        noteSteadiness(nowNanos);
        return Optional.empty();
    }

    /** Does what is due. Calling it early or twice does no harm. */
    public void deadlineReached(long nowNanos) {
        if (leavingOut) {
            return;
        }
        Optional<BfdTimer> due = deadlines.takeDue(nowNanos);
        while (due.isPresent()) {
            switch (due.get()) {
                case DETECTION -> detectionTimeExpired(nowNanos);
                case TRANSMIT -> transmit(nowNanos);
                case SILENCE -> deadlines.cancel(BfdTimer.TRANSMIT);
            }
            due = deadlines.takeDue(nowNanos);
        }
        noteSteadiness(nowNanos);
    }

    /** Leaves packets out from now on, and does not wait for the peer's, until {@link #fastForward}; in steady state only. */
    public void leaveOut() {
        checkState(steadySinceNanos != Deadlines.NONE, "packets are left out in steady state only");
        leavingOut = true;
    }

    /**
     * Counts all periodic packets due until then as sent, in steady state only; from now on packets are sent again.
     *
     * @return when the last of them was due, or {@link Deadlines#NONE} if there was none
     */
    public long fastForward(long untilNanos) {
        checkState(steadySinceNanos != Deadlines.NONE, "packets are left out in steady state only");
        leavingOut = false;
        long last = schedule.skipUntil(untilNanos);
        deadlines.arm(BfdTimer.TRANSMIT, schedule.nextNanos());
        return last;
    }

    /** A packet of the steady state that was left out would have arrived at this time. */
    public void heardAt(long timeNanos) {
        checkState(steadySinceNanos != Deadlines.NONE, "packets are left out in steady state only");
        lastHeardNanos = Math.max(lastHeardNanos, timeNanos);
        deadlines.arm(BfdTimer.DETECTION, lastHeardNanos + detectionTimeNanos());
    }

    private void forgetPeer() {
        remoteDiscriminator = 0;
        remoteState = BfdState.DOWN;
        remoteDemand = false;
        remoteMinRxNanos = REMOTE_MIN_RX_INITIAL_NANOS;
        remoteDesiredMinTxNanos = 0;
        remoteDetectMult = 0;
    }

    private void learn(BfdPacket packet) {
        remoteDiscriminator = packet.myDiscriminator();
        remoteState = packet.state();
        remoteDemand = packet.demand();
        remoteMinRxNanos = packet.requiredMinRxMicros() * 1000;
        remoteDesiredMinTxNanos = packet.desiredMinTxMicros() * 1000;
        remoteDetectMult = packet.detectMult();
    }

    /** The three-way handshake (section 6.8.6). */
    private void follow(long nowNanos, BfdState heard) {
        switch (state) {
            case ADMIN_DOWN -> checkState(false, "a packet was followed in AdminDown");
            case DOWN -> {
                if (heard == BfdState.DOWN) {
                    changeState(nowNanos, BfdState.INIT, diagnostic);
                } else if (heard == BfdState.INIT) {
                    changeState(nowNanos, BfdState.UP, BfdDiagnostic.NO_DIAGNOSTIC);
                }
            }
            case INIT -> {
                if (heard == BfdState.ADMIN_DOWN) {
                    changeState(nowNanos, BfdState.DOWN, BfdDiagnostic.NEIGHBOR_SIGNALED_SESSION_DOWN);
                } else if (heard != BfdState.DOWN) {
                    changeState(nowNanos, BfdState.UP, BfdDiagnostic.NO_DIAGNOSTIC);
                }
            }
            case UP -> {
                if (heard == BfdState.ADMIN_DOWN || heard == BfdState.DOWN) {
                    changeState(nowNanos, BfdState.DOWN, BfdDiagnostic.NEIGHBOR_SIGNALED_SESSION_DOWN);
                }
            }
        }
    }

    private void detectionTimeExpired(long nowNanos) {
        // Section 6.8.1: the peer's discriminator is forgotten after a Detection Time of silence.
        remoteDiscriminator = 0;
        if (state == BfdState.INIT || state == BfdState.UP) {
            changeState(nowNanos, BfdState.DOWN, BfdDiagnostic.CONTROL_DETECTION_TIME_EXPIRED);
        }
    }

    /** The only place where the state changes; the peer is told at once (section 6.8.7). */
    private void changeState(long nowNanos, BfdState next, BfdDiagnostic reason) {
        BfdState before = state;
        state = next;
        diagnostic = reason;
        // Becoming Up is a change of the Desired Min TX Interval, unless the session is slow anyhow (section 6.8.3).
        polling = next == BfdState.UP && timers.desiredMinTxNanos() < BfdTimers.DESIRED_MIN_TX_NOT_UP_NANOS;
        pollAgain = false;
        useTimers();
        sink.stateChanged(nowNanos, before, next, reason);
        transmit(nowNanos);
        noteSteadiness(nowNanos);
    }

    private void endPoll() {
        polling = pollAgain;
        pollAgain = false;
        if (!polling) {
            useTimers();
        }
    }

    private void useTimers() {
        desiredMinTxInUseNanos = desiredMinTxNanos();
        requiredMinRxInUseNanos = timers.requiredMinRxNanos();
    }

    private long desiredMinTxNanos() {
        return state == BfdState.UP
                ? timers.desiredMinTxNanos()
                : Math.max(timers.desiredMinTxNanos(), BfdTimers.DESIRED_MIN_TX_NOT_UP_NANOS);
    }

    private void transmit(long nowNanos) {
        sink.send(packet(polling, false).encode());
        schedule.sentAt(nowNanos);
        adoptInterval(nowNanos);
        armTransmit(nowNanos);
    }

    /** A new interval counts from the last packet on, at once (section 6.8.3). */
    private void adoptInterval(long nowNanos) {
        boolean detectMultIsOne = timers.detectMult() == 1;
        if (schedule.intervalNanos() != transmitIntervalNanos()) {
            schedule.setInterval(transmitIntervalNanos(), detectMultIsOne);
            armTransmit(nowNanos);
        } else if (transmitsPeriodically() != deadlines.isArmed(BfdTimer.TRANSMIT)) {
            armTransmit(nowNanos);
        }
    }

    private void armTransmit(long nowNanos) {
        if (transmitsPeriodically()) {
            deadlines.arm(BfdTimer.TRANSMIT, Math.max(nowNanos, schedule.nextNanos()));
        } else {
            deadlines.cancel(BfdTimer.TRANSMIT);
        }
    }

    /** Section 6.8.7: not to a peer that wants nothing, nor to one in demand mode unless we poll. */
    private boolean transmitsPeriodically() {
        boolean demanded = remoteDemand && state == BfdState.UP && remoteState == BfdState.UP && !polling;
        boolean silent = state == BfdState.ADMIN_DOWN && !deadlines.isArmed(BfdTimer.SILENCE);
        return remoteMinRxNanos != 0 && !demanded && !silent;
    }

    private void noteSteadiness(long nowNanos) {
        boolean steady =
                state == BfdState.UP && remoteState == BfdState.UP && !polling && deadlines.isArmed(BfdTimer.TRANSMIT);
        if (!steady) {
            steadySinceNanos = Deadlines.NONE;
        } else if (steadySinceNanos == Deadlines.NONE) {
            steadySinceNanos = nowNanos;
        }
    }

    private BfdPacket packet(boolean poll, boolean fin) {
        return new BfdPacket(
                diagnostic.ordinal(),
                state,
                poll,
                fin,
                false,
                false,
                timers.detectMult(),
                localDiscriminator,
                remoteDiscriminator,
                desiredMinTxNanos() / 1000,
                timers.requiredMinRxNanos() / 1000,
                0);
    }
}
