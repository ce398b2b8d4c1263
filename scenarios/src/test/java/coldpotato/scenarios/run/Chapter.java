package coldpotato.scenarios.run;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import java.util.Arrays;
import java.util.Collection;

/** What files of the catalog have in common, told by the number in their names. */
enum Chapter {
    LINKS(19, "Links, sessions, and the two ways of a packet"),
    VNETS(29, "Inside a VNet, and between VNets"),
    VPN(36, "VPN beside ExpressRoute"),
    ROUTE_SERVER(43, "Route Server and appliances"),
    VIRTUAL_WAN(53, "Virtual WAN"),
    PROVIDERS(65, "Providers, ports, Global Reach and other clouds"),
    OPERATIONS(79, "Maintenance, limits, and what Azure refuses"),
    TRAFFIC(89, "Traffic, and what Azure shows of it"),
    CHOICES(99, "Which link, which circuit; and links that are ill"),
    FLOWS(199, "What users feel: flows, firewalls, NAT and load");

    private final int last;
    private final String title;

    /** @param last the highest number of the chapter */
    Chapter(int last, String title) {
        this.last = last;
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The runs by chapter, both in order. */
    static ImmutableMap<Chapter, Collection<CatalogRun>> of(Collection<CatalogRun> runs) {
        ImmutableListMultimap<Chapter, CatalogRun> chapters = Multimaps.index(runs, run -> of(run.name()));
        return ImmutableMap.copyOf(chapters.asMap());
    }

    private static Chapter of(String name) {
        int number = Integer.parseInt(name.substring(0, name.indexOf('-')));
        return Arrays.stream(values())
                .filter(chapter -> number <= chapter.last)
                .findFirst()
                .orElseThrow();
    }
}
