package coldpotato.scenarios.live;

import coldpotato.bgp.netty.NettyHost;
import coldpotato.bgp.speaker.BfdView;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.core.trace.TraceEvent;
import coldpotato.scenarios.report.BgpState;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A speaker that runs on its own, as show commands see it.
 *
 * @param nowNanos since the process opened its sockets
 */
record SpeakerState(NettyHost host, SessionHistory history, BgpSpeaker running, long nowNanos) implements BgpState {
    @Override
    public String node() {
        return host.settings().node();
    }

    @Override
    public Optional<BgpSpeaker> speaker() {
        return Optional.of(running);
    }

    @Override
    public String noBgp() {
        return node() + " speaks BGP.";
    }

    @Override
    public Optional<BfdView> bfd(String session) {
        return host.bfd(session);
    }

    /** A speaker on its own knows addresses, not nodes. */
    @Override
    public String neighbour(String session) {
        return "";
    }

    @Override
    public String placeOf(String session) {
        return "";
    }

    @Override
    public OptionalLong upOrDownNanos(String session) {
        return history.upOrDownNanos(session);
    }

    @Override
    public Optional<TraceEvent> lastDown(String session) {
        return history.lastDown(session);
    }
}
