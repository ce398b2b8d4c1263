package coldpotato.contract;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.fsm.FsmState;
import coldpotato.core.net.Prefix;
import coldpotato.scenarios.file.ReadResult;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.ScenarioReader;
import coldpotato.scenarios.live.LiveChoices;
import coldpotato.scenarios.live.LiveRun;
import coldpotato.scenarios.run.Rehearsal;
import coldpotato.scenarios.run.RehearsalResult;
import coldpotato.scenarios.run.RunChoices;
import coldpotato.sim.plan.Snapshot;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario of the catalog is run in virtual time and on sockets, and ends in the same tables. Seconds stand for its
 * minutes: for each there is a file that extends it and sets its own times and timers shorter.
 */
@Execution(ExecutionMode.CONCURRENT)
class CatalogContractTest {
    private static final long LOOK_MILLIS = 100;
    private static final Executor THREADS = task -> new Thread(task, "live run").start();

    private static final Path CATALOG = Path.of("catalog");
    private static final Path SHORTER = Path.of("src/test/resources/coldpotato/live");

    /** Scenarios that are not run both ways, and why. */
    private static final ImmutableMap<String, String> LEFT_OUT = ImmutableMap.<String, String>builder()
            .put("13-policies-in-dispute", "it never comes to rest, so there is no end whose tables could be compared")
            .put("18-two-links-from-one-29", "addresses are given by the plan, and wrong settings of a link are in 12")
            .put("19-ipv6-beside-ipv4", "both families are in 16, a wrong tag in 12")
            .put("20-user-route-beats-bgp", "nothing but routes that no speaker hears of")
            .put("21-what-lies-in-the-vnet-stays-there", "nothing but routes that no speaker hears of")
            .put("22-spoke-forgotten-in-gateway-transit", "announcements that come later are in 05")
            .put(
                    "30-vpn-backs-up-expressroute",
                    "tunnels and instances of gateways are nodes like others; a way that dies is in 07")
            .put(
                    "31-no-transit-between-vpn-and-expressroute",
                    "nothing happens in it, and policies of gateways are in 01")
            .put("32-sstp-stops-at-128", "computers that connect speak no BGP")
            .put(
                    "33-backup-rides-on-the-circuit",
                    "the ends of a tunnel see it go as they see a port go dark, which is in 17")
            .put("34-longer-prefix-on-vpn-steals-traffic", "longer prefixes are in 05")
            .put("35-no-local-preference-on-premises", "preferences by policy are in 06 to 09")
            .put(
                    "36-one-internet-link-for-everything",
                    "the ends of a tunnel see it go as they see a port go dark, which is in 17")
            .put("23-one-vnet-prefix-too-many", "a prefix limit is in 11")
            .put("24-weights-keep-vnets-on-the-near-circuit", "weights are in 05")
            .put("25-default-route-closes-the-internet", "announcements that come later are in 05")
            .put("26-route-to-a-dead-firewall", "nothing but routes that no speaker hears of")
            .put("27-two-firewalls-each-sees-half", "nothing but routes that no speaker hears of")
            .put("28-summaries-save-the-connection", "a prefix limit is in 11")
            .put("29-past-the-gateway", "next hops and routes that no speaker on sockets knows more of")
            .put("105-source-nat-brings-answers-to-expressroute", "no speaker knows of NAT; what it announces is in 09")
            .put(
                    "106-announce-the-server-where-it-answers",
                    "announcements that come later are in 05, policies in 06 to 09")
            .put("107-one-pool-on-one-edge", "no speaker knows of NAT; what it announces is in 09")
            .put("109-a-nat-pool-on-the-wrong-link", "announcements that come later are in 05")
            .put(
                    "110-over-before-anybody-noticed",
                    "a silent failure is in 01; this one is about flows, which no speaker has")
            .put(
                    "108-a-nat-pool-for-each-connection-or-one-for-both",
                    "no speaker knows of NAT, and a connection that fails is in 04")
            .put("90-half-of-the-flows-move", "the failure of 04, counted in another way")
            .put("44-hub-preference-among-local-routes", "stages of a decision, which are tried on every candidate set")
            .put("45-remote-vpn-beats-remote-expressroute", "stages of a decision, as in 44")
            .put("46-hub-preference-worked-example", "stages of a decision, as in 44")
            .put("48-hub-stays-on-vpn-after-an-outage", "a stage that remembers, tried on every order of losses")
            .put("50-default-route-of-a-hub", "feeds into subnets, which are in 01")
            .put("52-transit-through-a-hub", "route reflection, and what policies let pass")
            .put("53-hairpin-between-a-vnet-and-a-hub", "what policies let pass, which is in 06 to 09")
            .put("47-two-hubs-cross-connected-to-two-circuits", "hubs reflect and rank routes as other routers here do")
            .put("49-static-route-of-a-hub-beats-bgp", "a static route beside BGP, on a router like the others")
            .put("51-hub-limits-refused", "refusals happen to the model, not on routers")
            .put(
                    "91-default-route-on-both-peerings",
                    "nothing happens in it but import policies, which are in 06 to 09")
            .put("92-two-halves-beat-the-whole", "longer prefixes are in 05, a dead circuit in 07")
            .put("93-weight-picks-the-circuit", "weights are in 05, a dead circuit in 07")
            .put("94-no-prepend-stops-a-longer-prefix", "longer prefixes and withdrawals are in 05")
            .put("95-two-circuits-share", "nothing happens in it, and shared routes are in 01")
            .put("96-each-region-by-its-own-circuit", "weights are in 05, preferences across a WAN in 07")
            .put("97-a-link-that-flaps", "many failures and repairs of one kind, each of which is in 04")
            .put("98-a-link-that-loses-a-fifth", "sockets repeat what is lost by themselves, so nothing would be tried")
            .put("99-the-key-that-changed-on-one-side", "keys are in SessionContractTest and in coldpotato.interop")
            .put("89-an-appliance-pair-loses-a-unit", "no router notices any of it")
            .put("100-two-firewalls-on-active-active-links", "policies that change are in 05; firewalls are no routers")
            .put("101-firewalls-that-share-their-state", "a link that fails is in 01; firewalls are no routers")
            .put("102-fail-back-into-a-wedge", "a failure and a repair are in 04; firewalls are no routers")
            .put("103-no-wedge-with-shared-state", "a failure and a repair are in 04; firewalls are no routers")
            .put("104-a-firewall-fails-over-without-its-state", "no router notices any of it")
            .put("80-mail-from-microsoft-answered-by-expressroute", "asymmetry at a firewall is in 08")
            .put(
                    "81-source-nat-keeps-answers-on-the-internet",
                    "routers know nothing of NAT, whose tables are those of 80")
            .put(
                    "83-what-azure-shows-of-a-wrong-address",
                    "swapped addresses leave the tables of a dead link, as in 01")
            .put("82-what-stays-on-the-internet", "services and communities are in 06 to 08, a dead link in 07")
            .put("84-marks-on-two-peerings", "routers know nothing of marks; both peerings are in 16")
            .put("112-a-vpn-backup-too-thin", "the failover of 30, and load, which routers know nothing of")
            .put("113-a-link-that-flaps-under-load", "the flaps of 97, and load, which routers know nothing of")
            .put("88-a-gateway-smaller-than-its-circuits", "it is about load, as 86")
            .put("85-one-nat-pool-on-two-edges", "routers know nothing of NAT; both ways to Microsoft are in 08")
            .put("87-a-nat-pool-for-each-edge", "as 85, and a dead circuit is in 09")
            .put(
                    "86-bandwidth-counts-per-connection-and-direction",
                    "it is about the load of links, which routers know nothing of; 02 has the failure")
            .put("66-maintenance-drains-the-primary", "a change of export policy, which 07 and 09 make on sockets too")
            .put("67-the-edge-is-cut-off-behind-your-session", "sessions that end by the hold timer, as in 01")
            .put("68-one-peering-is-switched-off", "sessions that are shut down and opened, as in 14 and 17")
            .put("69-a-site-that-ignores-the-prepending", "66, and a device without power, as in 17")
            .put("70-gateway-instances-one-by-one", "two devices without power one after the other, as in 17")
            .put("71-one-prefix-over-standard", "a prefix limit ends sessions in 11")
            .put("72-premium-is-not-given-up-while-in-use", "a prefix limit ends sessions in 11, refusals are in 14")
            .put("73-private-prepends-are-removed", "nothing happens in it, and prepending is in 04")
            .put("74-silent-until-a-filter-is-attached", "a change of export policy, as in 07 and 09")
            .put("75-how-far-a-sku-reaches", "connections and refusals are in 14")
            .put("76-premium-does-not-raise-ipv6", "a prefix limit ends sessions in 11, both families are in 16")
            .put("77-an-old-peering-has-no-bfd-until-it-is-reset", "hold timer and BFD are in 01 and 02")
            .put("78-what-may-be-done-to-a-circuit", "connections and refusals are in 14")
            .put("79-the-peering-location-goes-dark", "devices without power, as in 17")
            .put("54-global-reach-is-not-transitive", "iBGP between edge routers is shown live by others")
            .put("56-one-router-for-both-links", "a device without power, as in 17")
            .put("57-one-hand-off-for-both-links", "links that fail together, as in 07")
            .put("58-oracle-beside-azure", "a circuit as any other, and what Azure refuses")
            .put("59-a-location-goes-dark-with-and-without-metro", "devices without power, as in 17")
            .put("63-a-port-takes-its-link-of-every-circuit", "links that fail, as in 02 and 07")
            .put("65-the-far-site-announces-too-much", "a limit on prefixes, as in 11")
            .put("64-what-a-port-pair-does-not-take", "it is about what Azure refuses, which no router notices")
            .put("60-ipvpn-loses-a-provider-edge", "devices without power, as in 17, and iBGP, as in many")
            .put(
                    "61-provider-that-filters-nothing",
                    "paths with Microsoft's AS in them twice, which no policy of its own needs")
            .put("62-clouds-behind-one-provider", "a limit on prefixes, as in 11")
            .put("55-who-may-use-global-reach", "it is about what Azure refuses, which no router notices")
            .put(
                    "37-route-server-switches-ecmp-off",
                    "a change of the decision process, and devices that come, as in 38")
            .put("39-an-appliance-announces-the-default-route", "a prefix that is announced and withdrawn, as in 05")
            .put(
                    "40-peered-with-one-instance-only",
                    "a device without power, as in 17, and neighbours off the path, as in 38")
            .put("41-branch-to-branch-between-vpn-and-expressroute", "sessions that come and go, as in 14, and 38")
            .put("42-no-advertise-keeps-routes-in-the-vnet", "nothing happens in it, and appliances are in 38")
            .put("43-an-appliance-dies-unnoticed", "a hold timer that expires, as in 01, and appliances, as in 38")
            .put(
                    "121-a-cloud-leaks-your-routes-to-azure",
                    "a policy that fails to filter is a policy, and policies are in 05")
            .put("122-seconds-on-nearly-any-night", "it is about many runs, and the failure is that of 02")
            .put("116-parallel-circuits-preferred-unequally", "weights are in 24, local preference in 06")
            .put(
                    "117-unequal-preference-behind-firewalls",
                    "routers know nothing of firewalls; the routes are those of 116")
            .put("120-one-night-is-one-draw", "it is about many runs, and the failure is that of 01")
            .buildOrThrow();

    /** What a state of a session means to a table; which of the states without routes it is in depends on the instant. */
    private static final String UP = FsmState.ESTABLISHED.rfcName();

    @Test
    void everyScenarioIsRunBothWaysOrLeftOutForAReason() throws IOException {
        assertThat(Sets.union(names(SHORTER), LEFT_OUT.keySet())).containsExactlyInAnyOrderElementsOf(names(CATALOG));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shorter")
    void endsInTheSameTablesOnSocketsAsInVirtualTime(String name) {
        Scenario scenario = scenario(SHORTER.resolve(name + ".yaml"));
        RehearsalResult virtual = new Rehearsal(scenario, RunChoices.USUAL).run();
        assertThat(broken(virtual)).as("broken in virtual time").isEmpty();
        LiveRun run = new LiveRun(scenario, RunChoices.USUAL, choices(name), line -> {});
        CompletableFuture<RehearsalResult> live = CompletableFuture.supplyAsync(run::run, THREADS);
        Snapshot end = end(run, scenario, live);
        assertThat(broken(live.join())).as("broken on sockets").isEmpty();
        assertThat(tables(Snapshot.of(virtual.network().orElseThrow())).differencesTo(tables(end)))
                .isEmpty();
    }

    /** What was expected, and did not come. */
    private static List<String> broken(RehearsalResult result) {
        return result.verdicts().stream()
                .filter(verdict -> !verdict.holds())
                .map(verdict -> verdict.name() + ": expected " + verdict.expected() + ", found " + verdict.found()
                        + ", " + String.join("\n", verdict.why()))
                .toList();
    }

    /** Waits for the end of the scenario; ends the run there. */
    private static Snapshot end(LiveRun run, Scenario scenario, CompletableFuture<RehearsalResult> result) {
        while (!result.isDone()
                && run.between(run.network()::nowNanos) < scenario.times().endNanos()) {
            sleep();
        }
        if (result.isDone()) {
            throw new AssertionError("ended too early: " + result.join().outcome());
        }
        Snapshot end = run.whileStill(() -> Snapshot.of(run.network()));
        run.stop();
        return end;
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    /** The tables of a snapshot; of sessions only whether they are up. */
    private static Snapshot tables(Snapshot snapshot) {
        return new Snapshot(ImmutableSortedMap.copyOf(Maps.transformEntries(
                snapshot.facts(), (about, fact) -> about.contains(" session ") && !fact.equals(UP) ? "down" : fact)));
    }

    private static Scenario scenario(Path file) {
        ReadResult read = ScenarioReader.read(file, List.of(), List.of());
        assertThat(read.mistakes()).isEmpty();
        return read.scenario().orElseThrow();
    }

    /** Addresses of its own: a block of 256 for each number of the catalog. */
    private static LiveChoices choices(String name) {
        int number = Integer.parseInt(name.substring(0, name.indexOf('-')));
        Prefix block = Prefix.parse("127.20." + number + ".0/24");
        return new LiveChoices(Optional.of(block), LoopbackBlock.port(), LoopbackBlock.port(), ImmutableSet.of(), true);
    }

    static Stream<String> shorter() throws IOException {
        return names(SHORTER).stream();
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .collect(TreeSet::new, Set::add, Set::addAll);
        }
    }
}
