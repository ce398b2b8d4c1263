package coldpotato.scenarios.live;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.netty.NettyHost;
import coldpotato.bgp.netty.Sockets;
import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.scenarios.report.Answer;
import coldpotato.scenarios.report.BgpState;
import coldpotato.scenarios.report.RunTimes;
import coldpotato.scenarios.report.ShownTable;
import coldpotato.scenarios.report.Unanswerable;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.function.Function;

/** Answers what is asked of a {@code coldpotato speaker} over its control socket: shows its tables. */
public final class SpeakerControl implements Function<ControlRequest, ControlAnswer> {
    private static final String SHOW = "show";
    private static final String WHOLE_TABLE = "bgp";

    /** The speaker stands still while its table is read; with more prefixes than this its sessions would notice. */
    private static final int PREFIXES_SHOWN_MAX = 20_000;

    private final Sockets sockets;
    private final NettyHost host;
    private final SessionHistory history;

    /** @param history of the host's sessions: stands in the way of its trace */
    public SpeakerControl(Sockets sockets, NettyHost host, SessionHistory history) {
        this.sockets = sockets;
        this.host = host;
        this.history = history;
    }

    @Override
    public ControlAnswer apply(ControlRequest request) {
        if (!request.command().equals(SHOW)) {
            return ControlAnswer.refused("a coldpotato speaker answers show only, not " + request.command());
        }
        try {
            ShownTable<BgpState> table = ShownTable.ofSpeaker(Joiner.on(' ').join(request.arguments()));
            return ControlAnswer.shown(request, answer(table));
        } catch (Unanswerable problem) {
            return ControlAnswer.refused(problem.getMessage());
        }
    }

    private Answer answer(ShownTable<BgpState> table) {
        return host.ask(running -> {
            checkSize(table, running);
            BgpState state = new SpeakerState(host, history, running, sockets.nowNanos());
            return new Answer(Answer.SHOW, "", new RunTimes(ImmutableMap.of()), table.of(ImmutableList.of(state)));
        });
    }

    private static void checkSize(ShownTable<BgpState> table, BgpSpeaker running) {
        int prefixes = Arrays.stream(AfiSafi.values())
                .mapToInt(family -> running.rib(family).size())
                .sum();
        if (table.words().equals(WHOLE_TABLE) && prefixes > PREFIXES_SHOWN_MAX) {
            throw new Unanswerable(
                    "the table has " + prefixes + " prefixes, and show bgp lists up to " + PREFIXES_SHOWN_MAX
                            + " so that sessions go on meanwhile; ask for show bgp PREFIX or show bgp summary");
        }
    }
}
