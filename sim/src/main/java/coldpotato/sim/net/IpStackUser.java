package coldpotato.sim.net;

import coldpotato.core.net.IpAddress;

/**
 * Who uses the {@link IpStack} of a node: its BGP speaker's host. Each call is an event of the simulation or part of one;
 * none comes from inside a call of the stack.
 *
 * <p>Before each call the trace's cause is set to what it was when the sender sent, so that what follows here links back
 * to what happened there.
 */
public interface IpStackUser {
    /** Our connection attempt succeeded. */
    void connected(long nowNanos, long connection);

    /** Our connection attempt was refused. */
    void connectFailed(long nowNanos, long connection);

    /** A peer's connection was accepted, because {@link IpStack#listen} allowed it; the stack chose the number. */
    void accepted(long nowNanos, long connection, IpAddress local, IpAddress remote);

    /** Bytes arrived, in order and exactly once. */
    void received(long nowNanos, long connection, byte[] bytes);

    /** The peer closed or reset the connection; it does not exist any more. */
    void closed(long nowNanos, long connection);

    /** The send buffer has room again. */
    void writable(long nowNanos, long connection);

    /** A single-hop datagram arrived. */
    void datagram(long nowNanos, IpAddress local, IpAddress remote, byte[] packet);
}
