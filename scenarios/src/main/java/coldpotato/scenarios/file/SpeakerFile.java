package coldpotato.scenarios.file;

import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.netty.PeerSockets;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.net.InetSocketAddress;

/**
 * One BGP speaker as a file describes it.
 *
 * @param name what logs and traces call it
 * @param config the router
 * @param listen where it listens; none if it only dials
 * @param sockets what its connections look like below BGP, by the name of the peer
 * @param originate what it announces of its own
 * @param warnings what is unwise, but no mistake
 */
public record SpeakerFile(
        String name,
        SpeakerConfig config,
        ImmutableSet<InetSocketAddress> listen,
        ImmutableMap<String, PeerSockets> sockets,
        ImmutableMap<Prefix, PathAttributes> originate,
        ImmutableList<Mistake> warnings) {}
