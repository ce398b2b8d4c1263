package coldpotato.core.azure;

import static com.google.common.base.Preconditions.checkState;

import coldpotato.core.azure.grounds.Catalogue;
import coldpotato.core.net.Community;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An Azure region.
 *
 * @param name as Azure shows it, such as {@code West Europe}
 * @param geopolitical the geopolitical region that it lies in (expressroute-azure-regions-geopolitical-region.md)
 * @param number the last digits of its communities on private peering; unknown for regions that expressroute-routing.md does
 *     not list and for national clouds
 * @param publicValue value of its community on Microsoft peering
 */
public record Region(String name, String geopolitical, OptionalInt number, OptionalInt publicValue) {
    private static final int PRIVATE_BASE = 50_000;
    private static final int PUBLIC_BASE = 51_000;

    /**
     * Name; geopolitical region; number in {@code 12076:500nn} and {@code 12076:510nn}, a whole value for national clouds
     * (expressroute-routing.md, 12 Mar 2026), or nothing. Regions without a number are placed by inference.
     */
    private static final String TABLE = """
            East US; North America; 4
            East US 2; North America; 5
            West US; North America; 6
            West US 2; North America; 26
            West US 3; North America; 44
            Central US; North America; 9
            North Central US; North America; 7
            South Central US; North America; 8
            West Central US; North America; 27
            Canada Central; North America; 20
            Canada East; North America; 21
            Mexico Central; North America;
            Brazil South; South America; 14
            Brazil Southeast; South America;
            North Europe; Europe; 3
            West Europe; Europe; 2
            UK South; Europe; 24
            UK West; Europe; 25
            France Central; Europe; 30
            France South; Europe; 31
            Germany North; Europe; 40
            Germany West Central; Europe; 41
            Italy North; Europe;
            Norway East; Europe; 42
            Norway West; Europe; 43
            Poland Central; Europe;
            Spain Central; Europe;
            Sweden Central; Europe;
            Switzerland North; Europe; 38
            Switzerland West; Europe; 39
            East Asia; Asia; 10
            Southeast Asia; Asia; 11
            Indonesia Central; Asia;
            Malaysia West; Asia;
            Taiwan North; Asia;
            Japan East; Japan; 12
            Japan West; Japan; 13
            Korea Central; South Korea; 29
            Korea South; South Korea; 28
            Central India; India; 17
            South India; India; 19
            West India; India; 18
            Australia East; Oceania; 15
            Australia Southeast; Oceania; 16
            New Zealand North; Oceania; 59
            Australia Central; Australia Government; 32
            Australia Central 2; Australia Government; 33
            Israel Central; Israel;
            UAE Central; UAE; 37
            UAE North; UAE; 36
            Qatar Central; Qatar;
            South Africa North; South Africa; 34
            South Africa West; South Africa; 35
            US Gov Arizona; US Government cloud; 51106
            US Gov Iowa; US Government cloud; 51109
            US Gov Texas; US Government cloud; 51108
            US Gov Virginia; US Government cloud; 51105
            US DoD Central; US Government cloud; 51209
            US DoD East; US Government cloud; 51205
            China East; China East; 51302
            China East 2; China East; 51303
            China North; China North; 51301
            China North 2; China North; 51304
            China North 3; China North; 51305
            """;

    private static final Catalogue<Region> CATALOGUE =
            new Catalogue<>(TABLE.lines().map(Region::read).collect(ImmutableList.toImmutableList()), Region::name);

    /** All regions by name. */
    public static Catalogue<Region> catalogue() {
        return CATALOGUE;
    }

    /** The cloud that a geopolitical region belongs to; national clouds are islands (expressroute-faqs.md). */
    public static String cloudOf(String geopolitical) {
        return switch (geopolitical) {
            case "US Government cloud" -> "US Government";
            case "China East", "China North" -> "China";
            default -> "global";
        };
    }

    /** The community that VNets of this region carry on private peering beside a custom one, if one is documented. */
    public Optional<Community> onPrivatePeering() {
        return number.isPresent()
                ? Optional.of(Community.of((int) Documented.MSEE_ASN.value(), PRIVATE_BASE + number.getAsInt()))
                : Optional.empty();
    }

    /** The community of this region's public prefixes on Microsoft peering, if one is documented. */
    public Optional<Community> onMicrosoftPeering() {
        return publicValue.isPresent()
                ? Optional.of(Community.of((int) Documented.MSEE_ASN.value(), publicValue.getAsInt()))
                : Optional.empty();
    }

    private static Region read(String line) {
        List<String> fields = Splitter.on(';').trimResults().splitToList(line);
        checkState(fields.size() == 3, "not a region: %s", line);
        OptionalInt value =
                fields.get(2).isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(fields.get(2)));
        boolean global = cloudOf(fields.get(1)).equals("global");
        return new Region(
                fields.get(0),
                fields.get(1),
                global ? value : OptionalInt.empty(),
                global && value.isPresent() ? OptionalInt.of(PUBLIC_BASE + value.getAsInt()) : value);
    }
}
