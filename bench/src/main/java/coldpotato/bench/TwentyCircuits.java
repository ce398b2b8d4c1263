package coldpotato.bench;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.scenarios.file.ReadResult;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.file.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A scenario file of a large customer: five sites of eight edge routers and four circuits each, a virtual network near each that all
 * four lead to, forty groups of flows between them, and a timeline on which fifty things happen: links go dark loudly and silently,
 * prefixes are withdrawn, hosts lose a router, and all is put right again.
 *
 * <pre>
 *   site ==== 8 routers ==== 4 circuits ==== vnet      five times, or fewer
 * </pre>
 */
final class TwentyCircuits {
    /** For twenty circuits. */
    static final int SITES = 5;

    private static final int GROUPS_OF_SITE = 8;
    private static final int FAILURES = 25;
    private static final int FIRST_SECONDS = 120;
    /** From a failure of a site to the next. */
    private static final int APART_SECONDS = 150;
    /** Longer than a session lasts whose path is dead and that has no BFD. */
    private static final int MENDED_SECONDS = 240;

    private static final int SETTLED_SECONDS = 60;

    private static final List<String> LOCATIONS = List.of("Amsterdam", "Dublin", "London", "Paris", "Frankfurt");
    private static final List<String> REGIONS =
            List.of("West Europe", "North Europe", "UK South", "France Central", "Germany West Central");
    private static final int CIRCUITS_OF_SITE = 4;

    private final StringBuilder text = new StringBuilder();
    private final int sites;
    private final int flowsOfGroup;

    private TwentyCircuits(int sites, int flows) {
        this.sites = sites;
        flowsOfGroup = Math.max(1, flows / (sites * GROUPS_OF_SITE));
    }

    /** The text of the scenario file: so many of the sites, and about so many flows in all, at least one of each group. */
    static String text(int sites, int flows) {
        TwentyCircuits file = new TwentyCircuits(sites, flows);
        file.sites();
        file.circuits();
        file.vnets();
        file.flows();
        file.timeline();
        file.expectations();
        return file.text.toString();
    }

    /** The scenario, read from a file. */
    static Scenario scenario(int sites, int flows) {
        try {
            Path file = Files.createTempFile("twenty-circuits", ".yaml");
            Files.writeString(file, text(sites, flows));
            ReadResult read = ScenarioReader.read(file, List.of(), List.of());
            Files.delete(file);
            checkState(read.mistakes().isEmpty(), "mistakes: %s", read.mistakes());
            return read.scenario().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(format, arguments)).append('\n');
    }

    private void sites() {
        line("name: Twenty circuits");
        line("sites:");
        for (int site = 0; site < sites; site++) {
            StringBuilder routers = new StringBuilder();
            for (int circuit = 0; circuit < CIRCUITS_OF_SITE; circuit++) {
                routers.append(String.format(", r%d-%da, r%d-%db", site, circuit, site, circuit));
            }
            line(
                    "  site%d: {asn: %d, prefixes: [10.%d.0.0/16, 10.%d.0.0/17], routers: [%s], hosts-reach-routers-by: ecmp}",
                    site, 65010 + site, 10 + site, 20 + site, routers.substring(2));
        }
    }

    private void circuits() {
        line("circuits:");
        for (int site = 0; site < sites; site++) {
            for (int circuit = 0; circuit < CIRCUITS_OF_SITE; circuit++) {
                String bfd = circuit % 2 == 0 ? "on" : "off";
                line("  er%d-%d:", site, circuit);
                line("    location: %s", LOCATIONS.get(site));
                line("    sku: Premium");
                line("    bandwidth: 10Gbps");
                line("    private-peering:");
                line("      subnet: 192.168.%d.0/29", 100 + site * CIRCUITS_OF_SITE + circuit);
                line("      vlan: 200");
                line("      primary:   {router: r%d-%da, bfd: %s}", site, circuit, bfd);
                line("      secondary: {router: r%d-%db, bfd: %s}", site, circuit, bfd);
            }
        }
    }

    private void vnets() {
        line("vnets:");
        for (int vnet = 0; vnet < sites; vnet++) {
            line(
                    "  vnet%d: {region: %s, prefixes: [10.%d.0.0/16], gateway: {sku: ErGw3AZ}}",
                    vnet, REGIONS.get(vnet), 100 + vnet);
        }
        line("connections:");
        for (int vnet = 0; vnet < sites; vnet++) {
            for (int circuit = 0; circuit < CIRCUITS_OF_SITE; circuit++) {
                line("  v%d-%d: {vnet: vnet%d, circuit: er%d-%d}", vnet, circuit, vnet, vnet, circuit);
            }
        }
    }

    private void flows() {
        line("flows:");
        for (int group = 0; group < sites * GROUPS_OF_SITE; group++) {
            int site = group % sites;
            String cloud = String.format("10.%d.1.%d", 100 + site, 4 + group);
            String host = String.format("10.%d.1.%d", (group % 4 < 2 ? 10 : 20) + site, 4 + group);
            line(
                    "  f%d: {from: %s, to: %s, protocol: tcp, port: 443, count: %d%s}",
                    group,
                    group % 2 == 0 ? cloud : host,
                    group % 2 == 0 ? host : cloud,
                    flowsOfGroup,
                    group % 8 == 0 ? ", rate: 200Mbps" : "");
        }
    }

    /** Every half minute something breaks, each time at another site, and four minutes later it is put right. */
    private void timeline() {
        line("timeline:");
        for (int failure = 0; failure < FAILURES; failure++) {
            int site = failure % sites;
            String circuit = site + "-" + failure / sites % CIRCUITS_OF_SITE;
            int second = FIRST_SECONDS + APART_SECONDS / sites * failure;
            line("  break%d: {at: %ds, %s}", failure, second, broken(failure, site, circuit));
            line("  mend%d: {at: %ds, %s}", failure, second + MENDED_SECONDS, mended(failure, site, circuit));
        }
        line("until: %ds", FIRST_SECONDS + APART_SECONDS / sites * FAILURES + MENDED_SECONDS + SETTLED_SECONDS);
    }

    private static String broken(int failure, int site, String circuit) {
        return switch (failure % 4) {
            case 0 -> "fail: er" + circuit + ".primary, how: loud";
            case 1 -> "fail: er" + circuit + ".secondary, how: silent";
            case 2 -> "withdraw: [10." + (10 + site) + ".0.0/16], from: er" + circuit + ".primary.private";
            default -> "fail: site" + site + ".lan.r" + circuit + "a, how: loud";
        };
    }

    private static String mended(int failure, int site, String circuit) {
        return switch (failure % 4) {
            case 0 -> "repair: er" + circuit + ".primary";
            case 1 -> "repair: er" + circuit + ".secondary";
            case 2 -> "announce: [10." + (10 + site) + ".0.0/16], from: er" + circuit + ".primary.private";
            default -> "repair: site" + site + ".lan.r" + circuit + "a";
        };
    }

    private void expectations() {
        line("expect:");
        for (int group = 0; group < sites * GROUPS_OF_SITE; group++) {
            line("  all arrives %d: {at: break0 - 1s, flow: f%d, delivered: 100%%}", group, group);
            line("  most arrives %d: {between: [break0, end], flow: f%d, delivered: 50%%..}", group, group);
            line("  few are hit %d: {between: [break0, end], flow: f%d, hit: 0..100%%}", group, group);
            line("  comes back %d: {at: end, flow: f%d, delivered: 100%%}", group, group);
        }
    }
}
