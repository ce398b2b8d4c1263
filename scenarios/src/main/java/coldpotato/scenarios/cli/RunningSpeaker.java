package coldpotato.scenarios.cli;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.netty.EverythingReachable;
import coldpotato.bgp.netty.HostSettings;
import coldpotato.bgp.netty.NettyHost;
import coldpotato.bgp.netty.PeerSockets;
import coldpotato.bgp.netty.SessionLog;
import coldpotato.bgp.netty.SocketProblem;
import coldpotato.bgp.netty.Sockets;
import coldpotato.bgp.rib.AdjRibIn;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.bgp.speaker.SpeakerConfig;
import coldpotato.core.net.Asn;
import coldpotato.core.net.Prefix;
import coldpotato.core.trace.TraceSink;
import coldpotato.scenarios.file.SpeakerFile;
import coldpotato.scenarios.file.SpeakerResult;
import coldpotato.scenarios.live.ControlProblem;
import coldpotato.scenarios.live.ControlServer;
import coldpotato.scenarios.live.ControlSocket;
import coldpotato.scenarios.live.SessionHistory;
import coldpotato.scenarios.live.SpeakerControl;
import com.google.common.collect.Sets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A speaker of a file while it runs. It installs no routes anywhere: there is no forwarding table behind it. */
final class RunningSpeaker {
    /** So many peers that are not up are told of by name. */
    private static final int NAMED_MAX = 10;

    private static final Logger LOG = LoggerFactory.getLogger(RunningSpeaker.class);

    private final Path path;
    private final Sockets sockets;
    private final SessionHistory history;
    private final NettyHost host;
    private final LateBfd lateBfd = new LateBfd();
    private SpeakerFile file;
    private Optional<ControlServer> control = Optional.empty();

    /** @param path of the file, for messages */
    RunningSpeaker(Path path, SpeakerFile file, Sockets sockets, TraceSink trace) {
        this.path = path;
        this.file = file;
        this.sockets = sockets;
        this.history = new SessionHistory(new SessionLog(trace, this::prefixesFrom));
        this.host = new NettyHost(sockets, settings(file, System.nanoTime()), new EverythingReachable(), history);
    }

    private static HostSettings settings(SpeakerFile file, long seed) {
        return new HostSettings(file.name(), file.config(), seed, file.listen(), file.sockets());
    }

    NettyHost host() {
        return host;
    }

    /**
     * Listens and starts every session.
     *
     * @param socket where questions about it are answered
     * @throws SocketProblem if this machine cannot do what the file asks for
     * @throws ControlProblem if nothing can be answered there
     */
    void start(Optional<ControlSocket> socket) {
        LocalAddresses.check(LocalAddresses.of(file));
        control = socket.map(at -> ControlServer.open(at, new SpeakerControl(sockets, host, history)));
        try {
            host.start();
        } catch (SocketProblem problem) {
            control.ifPresent(ControlServer::close);
            throw problem;
        }
        announce(Map.of());
        LOG.info("{} is AS {} with {}; it installs no routes", file.name(), asn(), peers());
        file.listen().forEach(at -> LOG.info("{} listens on {}", file.name(), SocketProblem.text(at)));
        file.warnings().forEach(warning -> LOG.warn("{}", warning));
    }

    private String asn() {
        return new Asn(Integer.toUnsignedLong(file.config().localAs())).toString();
    }

    private String peers() {
        int count = file.config().peers().size();
        return count + (count == 1 ? " peer" : " peers");
    }

    /** Takes over what its file says now. Sessions whose own settings did not change go on; with a bad file everything goes on as it was. */
    void reload(SpeakerResult result) {
        result.mistakes().forEach(mistake -> LOG.error("{}", mistake));
        result.speaker().ifPresentOrElse(this::takeOver, this::stayAsBefore);
    }

    private void stayAsBefore() {
        LOG.error("{} goes on with its old settings", file.name());
    }

    private void takeOver(SpeakerFile changed) {
        if (!identity(changed).equals(identity(file))) {
            LOG.error("{}: name, asn, router-id and cluster-id are for life; stop and start it to change them", path);
            stayAsBefore();
            return;
        }
        try {
            LocalAddresses.check(Sets.difference(LocalAddresses.of(changed), LocalAddresses.of(file)));
            host.reconfigure(settings(changed, host.settings().seed()));
        } catch (SocketProblem problem) {
            LOG.error("{}", problem.getMessage());
            stayAsBefore();
            return;
        }
        Map<Prefix, PathAttributes> announced = file.originate();
        file = changed;
        announce(announced);
        LOG.info("{} took over its file anew, {}", file.name(), peers());
        changed.warnings().forEach(warning -> LOG.warn("{}", warning));
    }

    private static String identity(SpeakerFile file) {
        SpeakerConfig config = file.config();
        return file.name() + " " + config.localAs() + " " + config.routerId() + " " + config.clusterId();
    }

    /** Announces what the file says and withdraws what it says no more. */
    private void announce(Map<Prefix, PathAttributes> before) {
        Map<Prefix, PathAttributes> wanted = file.originate();
        host.input(0, (speaker, now) -> {
            before.keySet().stream()
                    .filter(prefix -> !wanted.containsKey(prefix))
                    .forEach(prefix -> speaker.withdraw(now, prefix));
            wanted.forEach((prefix, attributes) -> {
                if (!attributes.equals(before.get(prefix))) {
                    speaker.originate(now, prefix, attributes);
                }
            });
        });
    }

    /** Tells which peers are not up, and what each waits for. */
    void tellWhoIsMissing() {
        List<String> missing = host.ask(BgpSpeaker::peers).stream()
                .filter(peer -> !peer.isEstablished())
                .map(this::whatItWaitsFor)
                .toList();
        if (!missing.isEmpty()) {
            String named = missing.stream().limit(NAMED_MAX).collect(Collectors.joining(", "));
            String more = missing.size() > NAMED_MAX ? ", ..." : "";
            LOG.info("{} has sessions that are not up ({}): {}{}", file.name(), missing.size(), named, more);
        }
    }

    private String whatItWaitsFor(PeerView peer) {
        PeerSockets at = host.settings().peers().get(peer.config().name());
        return SessionWait.text(peer, SocketProblem.text(at.remote()), sockets.nowNanos());
    }

    /** Warns of sessions that are up without the BFD that they are to have. */
    void tellWhoseBfdIsLate() {
        if (file.config().peers().values().stream().anyMatch(peer -> peer.bfd().isPresent())) {
            lateBfd.among(host.ask(BgpSpeaker::peers), sockets.nowNanos(), host::bfd)
                    .forEach(sentence -> LOG.warn("{} {}", file.name(), sentence));
        }
    }

    private long prefixesFrom(String peer) {
        return host.ask(speaker -> Arrays.stream(AfiSafi.values())
                .flatMap(family -> speaker.adjRibIn(peer, family).stream())
                .mapToLong(AdjRibIn::receivedCount)
                .sum());
    }

    /** Says goodbye to all peers, within some seconds. */
    void stop() {
        control.ifPresent(ControlServer::close);
        host.stop("stopped by its operator");
        LOG.info("{} has ended", file.name());
    }
}
