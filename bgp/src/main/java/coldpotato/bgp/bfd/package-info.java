/**
 * Bidirectional Forwarding Detection in asynchronous mode (RFC 5880) without a world; read {@link
 * coldpotato.bgp.bfd.BfdSession} first.
 *
 * <p>Follows RFC 5880 sections 4.1, 6.5 and 6.8, and 5881 as to who speaks first: both ends are active. A session owns no
 * socket and no clock; a packet is checked as section 6.8.6 orders, and the reason of a discard is a value.
 *
 * <h2>Packets that need not be sent</h2>
 *
 * <p>In steady state (both ends Up, no Poll Sequence) packets only say "still here". A simulator may leave them out on a
 * link that neither loses nor delays anything in a new way, and everything that follows is exactly as if they had been
 * sent. Because the time of each packet is a function of its number, and not of the packet before, any stretch is
 * skipped in one step ({@link coldpotato.bgp.bfd.TransmitSchedule}). For two sessions and a delay in each direction:
 *
 * <ol>
 *   <li>Start with {@code leaveOut()} on both, at any time that is a round trip after the {@code steadySinceNanos()} of both
 *       (until then a packet of a Poll Sequence may be under way), and a transmit interval and a delay after anything
 *       changed on their way (until then a gap that the change made may still end a session). From now on neither names
 *       a deadline; deliver what is under way.
 *   <li>At time T, <em>before</em> anything changes, for each direction: {@code last = sender.fastForward(T - delay)}, and
 *       unless that is NONE, {@code receiver.heardAt(last + delay)}. What was sent later is still under way:
 *   <li>call {@code deadlineReached(t)} for every deadline t up to and including T, earliest first, and deliver what is
 *       sent at {@code t + delay}. Then let the change happen.
 * </ol>
 *
 * <h2>Departures from RFC 5880, and what is not modelled</h2>
 *
 * <ul>
 *   <li>A Poll Sequence is run only while Up. What a session says in other states is taken over at once; nobody relies
 *       on its pace then.
 *   <li>The packet that announces a change of state restarts the periodic schedule; a Final packet does not touch it.
 *   <li>AdminDown is announced for one Detection Time of the peer, then the session is silent.
 *   <li>Not modelled: authentication (a packet with the A bit is discarded), our own demand mode (the peer's is
 *       respected), echo, the passive role, point-to-multipoint.
 * </ul>
 */
package coldpotato.bgp.bfd;
