package coldpotato.scenarios.file;

import coldpotato.bgp.netty.PeerSockets;
import coldpotato.bgp.speaker.PeerConfig;

/**
 * A neighbour of a speaker's file.
 *
 * @param place where it is written
 */
record SpeakerPeer(Place place, PeerConfig config, PeerSockets sockets) {}
