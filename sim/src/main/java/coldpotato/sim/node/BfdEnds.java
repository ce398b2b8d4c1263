package coldpotato.sim.node;

import coldpotato.bgp.bfd.BfdSession;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.PeerConfig;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.net.BfdEnd;
import coldpotato.sim.net.BfdQuiet;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** The neighbours of one speaker that run BFD, as those see them who leave packets out. */
final class BfdEnds {
    private final BfdQuiet quiet;
    private final String node;
    private final SimHost host;
    private final Runnable deadlineMoved;
    private ImmutableList<End> ends = ImmutableList.of();
    private Optional<SpeakerConfig> settings = Optional.empty();

    /** @param deadlineMoved asks the speaker anew when it wants to be called */
    BfdEnds(BfdQuiet quiet, String node, SimHost host, Runnable deadlineMoved) {
        this.quiet = quiet;
        this.node = node;
        this.host = host;
        this.deadlineMoved = deadlineMoved;
    }

    /** An input to the speaker is done, or the speaker is gone. */
    void look() {
        Optional<SpeakerConfig> inForce = host.speaker().map(BgpSpeaker::config);
        if (inForce.isPresent() && !inForce.equals(settings)) {
            settings = inForce;
            register(inForce.get());
        }
        quiet.look(node);
    }

    /** The node is taken out of the network. */
    void leave() {
        ends.forEach(quiet::remove);
        ends = ImmutableList.of();
    }

    /** Forwarding entries for these prefixes are not what they were. */
    void forwardingChanged(ImmutableList<Prefix> prefixes) {
        if (ends.stream().anyMatch(end -> prefixes.stream().anyMatch(end::isIn))) {
            quiet.wake(node);
        }
    }

    /** An interface changed, or the speaker is about to get new settings: what was left out may matter from now on. */
    void wake() {
        quiet.wake(node);
    }

    private void register(SpeakerConfig config) {
        ends.forEach(quiet::remove);
        ends = config.peers().values().stream()
                .filter(peer -> peer.bfd().isPresent())
                .map(End::new)
                .collect(ImmutableList.toImmutableList());
        ends.forEach(quiet::add);
    }

    private final class End implements BfdEnd {
        private final PeerConfig peer;

        End(PeerConfig peer) {
            this.peer = peer;
        }

        boolean isIn(Prefix prefix) {
            return prefix.contains(local()) || prefix.contains(remote());
        }

        @Override
        public String node() {
            return node;
        }

        @Override
        public IpAddress local() {
            return peer.localAddress();
        }

        @Override
        public IpAddress remote() {
            return peer.remoteAddress();
        }

        @Override
        public Optional<BfdSession> session() {
            return host.bfdSpeaker().flatMap(running -> running.session(peer.name()));
        }

        @Override
        public void deadlineMoved() {
            deadlineMoved.run();
        }
    }
}
