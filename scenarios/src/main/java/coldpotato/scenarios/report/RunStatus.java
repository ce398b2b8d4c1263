package coldpotato.scenarios.report;

import coldpotato.bgp.speaker.BgpSpeaker;
import coldpotato.bgp.speaker.PeerView;
import coldpotato.scenarios.check.TimeText;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.report.Table.Column;
import coldpotato.scenarios.run.Console;
import coldpotato.sim.node.Router;
import coldpotato.sim.plan.SessionPlan;
import coldpotato.sim.plan.SimulatedNetwork;
import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.util.Optional;

/** How a run stands: its time, the failures in force, the sessions that are down, and what the timeline does next. */
public final class RunStatus implements Printable {
    private static final String INDENT = "  ";

    private final Console console;
    private final Scenario scenario;
    private final SimulatedNetwork network;
    private final RunTimes times;

    /** @param console of a run that stands still */
    public RunStatus(Console console) {
        this.console = console;
        this.scenario = console.scenario();
        this.network = console.network();
        this.times = new RunTimes(scenario.times().events());
    }

    @Override
    public void print(PrintWriter out) {
        long end = scenario.times().endNanos();
        out.print(scenario.name() + " at " + times.both(network.nowNanos()) + ", "
                + (network.nowNanos() < end ? "ends at " : "ended at ") + TimeText.of(end) + "\n");
        Table down = down();
        int sessions = network.plan().sessions().size();
        out.print("\n" + (sessions - down.size()) + " of " + sessions + " sessions are up\n");
        down.indented(INDENT).print(out);
        print(out, "Failures", faults());
        print(out, "Without power", withoutPower());
        print(out, "Next", upcoming());
    }

    private static void print(PrintWriter out, String title, Table table) {
        if (!table.isEmpty()) {
            out.print("\n" + title + "\n");
            table.indented(INDENT).print(out);
        }
    }

    @Override
    public void write(PrintWriter out) {
        Json.write(out, "coldpotato-status", document -> {
            document.writeStringProperty("scenario", scenario.name());
            document.writeNumberProperty("time-nanos", network.nowNanos());
            document.writeNumberProperty("end-nanos", scenario.times().endNanos());
            document.writeNumberProperty("sessions", network.plan().sessions().size());
            document.writeName("sessions-down");
            down().write(document);
            document.writeName("failures");
            faults().write(document);
            document.writeName("without-power");
            withoutPower().write(document);
            document.writeName("next");
            upcoming().write(document);
        });
    }

    private Table faults() {
        Table table = new Table(
                Column.text("what", ""),
                Column.text("", ""),
                Column.numberForPrograms("since-nanos"),
                Column.text("entry", ""));
        console.faults()
                .forEach(fault -> table.row(
                        fault.toString(),
                        "since " + TimeText.of(fault.sinceNanos()),
                        Long.toString(fault.sinceNanos()),
                        fault.entry()));
        return table;
    }

    private Table withoutPower() {
        Table table = new Table(Column.text("node", ""));
        network.network().routers().stream()
                .filter(router -> !router.isRunning())
                .map(Router::name)
                .forEach(table::row);
        return table;
    }

    private Table upcoming() {
        Table table = new Table(
                Column.text("", ""),
                Column.numberForPrograms("at-nanos"),
                Column.text("", ""),
                Column.text("entry", ""),
                Column.text("what", ""));
        console.upcoming()
                .forEach(act -> table.row(
                        TimeText.of(act.atNanos()),
                        Long.toString(act.atNanos()),
                        "in " + RunTimes.span(act.atNanos() - network.nowNanos()),
                        act.entry(),
                        act.text()));
        return table;
    }

    /** The sessions that are not up at both ends. */
    private Table down() {
        Table table = new Table(Column.text("session", ""), Column.text("a", ""), Column.text("b", ""));
        for (SessionPlan session : network.plan().sessions().values()) {
            Optional<PeerView> a = end(session.nodeA(), session);
            Optional<PeerView> b = end(session.nodeB(), session);
            if (!isUp(session.nodeA(), a) || !isUp(session.nodeB(), b)) {
                table.row(session.name(), state(session.nodeA(), a), state(session.nodeB(), b));
            }
        }
        return table;
    }

    private Optional<PeerView> end(String node, SessionPlan session) {
        return network.speaker(node).map(BgpSpeaker::peers).orElse(ImmutableList.of()).stream()
                .filter(peer -> peer.config().name().equals(session.name()))
                .findFirst();
    }

    /** An end that is not ours is what the other end takes it for. */
    private boolean isUp(String node, Optional<PeerView> end) {
        return end.map(PeerView::isEstablished).orElse(!network.network().hasSpeaker(node));
    }

    private String state(String node, Optional<PeerView> end) {
        String absent = network.network().hasSpeaker(node) ? "not there" : "is external";
        return node + " " + end.map(BgpSummary::stateText).orElse(absent);
    }
}
