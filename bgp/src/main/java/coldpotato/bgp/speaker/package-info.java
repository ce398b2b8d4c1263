/**
 * The router without a world: bytes and the time go in, bytes and route changes come out; read {@link
 * coldpotato.bgp.speaker.BgpSpeaker} first.
 */
package coldpotato.bgp.speaker;
