/**
 * The finite state machine of one BGP connection (RFC 4271 section 8) as a pure function over enums; read {@link
 * coldpotato.bgp.fsm.Fsm} first.
 *
 * <p>Follows RFC 4271 section 8 and 6.8, RFC 4486 (Cease subcodes), RFC 6286 (equal identifiers), RFC 6608 (FSM error
 * subcodes) and RFC 9687 (send-hold). The whole state × event matrix is written out in the test resource {@code
 * coldpotato/bgp/fsm/fsm-matrix.md}, to be read with the RFC beside it.
 *
 * <h2>How a host uses it</h2>
 *
 * <p>The host keeps, for each connection, the {@link coldpotato.bgp.fsm.FsmState} and {@code Deadlines<FsmTimer>}, and, for
 * each peer, the ConnectRetryCounter. It gathers the {@link coldpotato.bgp.fsm.FsmCondition}s that hold, calls {@link
 * coldpotato.bgp.fsm.Fsm#step}, takes over the next state and carries the actions out in order. An OPEN is checked and the
 * hold time negotiated before its event is given, since {@code HOLD_TIME_ZERO} is about the negotiated value.
 *
 * <p>Each connection has a machine of its own. A connection that the peer opened is given to the peer's machine only if
 * that is in Active; otherwise a second machine is started passively and is told of the connection, and {@link
 * coldpotato.bgp.fsm.Collision} decides between the two when an OPEN arrives. The loser is told {@code OPEN_COLLISION_DUMP}.
 * Of two machines, one that falls back to Idle or Active is thrown away; the other is the peer's machine from then on.
 *
 * <h2>Departures from RFC 4271 section 8.2.2, and why</h2>
 *
 * <ul>
 *   <li>Where DampPeerOscillations holds, <em>every</em> fall to Idle but the operator's starts the IdleHoldTimer. The
 *       RFC leaves it out where a connection attempt or a version negotiation failed and in Established after a lost
 *       connection; nothing would then wake the session.
 *   <li>A ManualStop in Idle stops the IdleHoldTimer, so that a stopped session stays stopped. The RFC ignores it.
 *   <li>AutomaticStart with damping (6, 7) waits for a running IdleHoldTimer and keeps the ConnectRetryCounter; the RFC
 *       leaves the method open.
 *   <li>Active, TcpConnectionFails: the ConnectRetryTimer is stopped, not restarted, since Idle ignores its expiry.
 *   <li>Active, ConnectRetryTimer_Expires, passive: the timer is restarted and no connection is opened.
 *   <li>OpenSent, TcpConnectionFails: the HoldTimer is stopped, or it would end the next attempt.
 *   <li>OpenSent, NotifMsg: not answered by an FSM error, since a NOTIFICATION never answers another (section 6.4).
 *   <li>Connect, DelayOpenTimer_Expires: initialization is completed as it is in Active.
 *   <li>OpenConfirm and Established, BGPOpen: a second OPEN on the same connection is an FSM error (RFC 6608). The RFC
 *       means an OPEN on <em>another</em> connection, which is that other machine's event here.
 *   <li>Established, BGPHeaderErr: the NOTIFICATION says Message Header Error, as section 6.1 demands, not FSM error.
 *   <li>Established, UpdateMsg: the HoldTimer is restarted before the message is processed, not after, so that nothing is
 *       left to do when processing ends the session (prefix limit).
 *   <li>ROUTE-REFRESH (RFC 2918) is an event without a number; outside Established it is unexpected like any message.
 * </ul>
 *
 * <p>Not modelled: CollisionDetectEstablishedState (Established always wins), TrackTcpState beyond accepting or refusing a
 * connection.
 */
package coldpotato.bgp.fsm;
