package coldpotato.core.azure;

import coldpotato.core.azure.grounds.Catalogue;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;

/**
 * A place where a circuit meets Microsoft's network.
 *
 * @param name as Azure shows it, such as {@code Amsterdam2}
 * @param geopolitical the geopolitical region that it lies in
 * @param localRegions names of the Azure regions that a circuit of SKU Local reaches from here
 */
public record PeeringLocation(String name, String geopolitical, ImmutableSet<String> localRegions) {

    /**
     * Locations under their geopolitical region, each with its local Azure regions (expressroute-locations-providers.md, 28
     * Apr 2026). Not modelled: locations of the US Government cloud, which bear the names of others.
     */
    private static final String TABLE = """
            [UAE]
            Abu Dhabi: UAE Central
            Dubai: UAE North
            Dubai2: UAE North
            [Europe]
            Amsterdam: West Europe
            Amsterdam2: West Europe
            Berlin: Germany North
            Brussels
            Brussels2
            Copenhagen
            Dublin: North Europe
            Dublin2: North Europe
            Frankfurt: Germany West Central
            Frankfurt2: Germany West Central
            Geneva: Switzerland West
            London: UK South
            London2: UK South
            Madrid: Spain Central
            Madrid2: Spain Central
            Marseille: France South
            Milan: Italy North
            Milan2: Italy North
            Munich
            Newport(Wales): UK West
            Oslo: Norway East
            Paris: France Central
            Paris2: France Central
            Stavanger: Norway West
            Stockholm: Sweden Central
            Stockholm2: Sweden Central
            Vienna
            Vienna2
            Warsaw: Poland Central
            Zurich: Switzerland North
            Zurich2: Switzerland North
            [North America]
            Atlanta
            Atlanta2
            Chicago: North Central US
            Chicago2: North Central US
            Dallas
            Dallas2
            Denver: West Central US
            Las Vegas
            Los Angeles
            Los Angeles2
            Miami
            Minneapolis
            Montreal
            New York
            Phoenix: West US 3
            Phoenix2: West US 3
            Portland: West US 2
            Quebec City: Canada East
            Queretaro(Mexico): Mexico Central
            Quincy: West US 2
            San Antonio: South Central US
            Seattle: West US 2
            Silicon Valley: West US
            Silicon Valley2: West US
            Toronto: Canada Central
            Toronto2: Canada Central
            Vancouver
            Washington DC: East US & East US 2
            Washington DC2: East US & East US 2
            [Oceania]
            Auckland: New Zealand North
            Melbourne: Australia Southeast
            Melbourne2: Australia Southeast
            Perth
            Sydney: Australia East
            Sydney2: Australia East
            [Asia]
            Bangkok
            Hong Kong: East Asia
            Hong Kong2: East Asia
            Jakarta: Indonesia Central
            Jakarta2: Indonesia Central
            Kuala Lumpur: Malaysia West
            Kuala Lumpur2: Malaysia West
            Singapore: Southeast Asia
            Singapore2: Southeast Asia
            Taipei: Taiwan North
            Taipei2: Taiwan North
            [South Korea]
            Busan: Korea South
            Seoul: Korea Central
            Seoul2: Korea Central
            [South America]
            Campinas: Brazil South
            Rio de Janeiro: Brazil Southeast
            Santiago
            Sao Paulo: Brazil South
            Sao Paulo2: Brazil South
            [Australia Government]
            Canberra: Australia Central
            Canberra2: Australia Central 2
            [South Africa]
            Cape Town: South Africa West
            Johannesburg: South Africa North
            [India]
            Chennai: South India
            Chennai2: South India
            Mumbai: West India
            Mumbai2: West India
            Pune: Central India
            [Qatar]
            Doha: Qatar Central
            Doha2: Qatar Central
            [Japan]
            Osaka: Japan West
            Tokyo: Japan East
            Tokyo2: Japan East
            Tokyo3: Japan East
            [Israel]
            Tel Aviv: Israel Central
            Tel Aviv2: Israel Central
            [China North]
            Beijing
            Beijing2
            [China East]
            Shanghai
            Shanghai2
            """;

    private static final Catalogue<PeeringLocation> CATALOGUE = new Catalogue<>(read(TABLE), PeeringLocation::name);

    /** Cities with two locations that one circuit may end at (metro.md). */
    private static final ImmutableSet<String> METROS = ImmutableSet.of("Amsterdam", "Singapore", "Zurich");

    /** Locations without ExpressRoute Direct. */
    private static final ImmutableSet<String> WITHOUT_DIRECT =
            ImmutableSet.of("Busan", "Dubai2", "Marseille", "Seoul2", "Washington DC2");

    /** The other location of the city, if one circuit may end at both. */
    public Optional<String> metroTwin() {
        return METROS.stream()
                .filter(city -> name.equals(city) || name.equals(city + "2"))
                .map(city -> name.equals(city) ? city + "2" : city)
                .findFirst();
    }

    /** True if ports of ExpressRoute Direct are sold here. */
    public boolean hasDirect() {
        return !WITHOUT_DIRECT.contains(name);
    }

    /** All locations by name. */
    public static Catalogue<PeeringLocation> catalogue() {
        return CATALOGUE;
    }

    private static ImmutableList<PeeringLocation> read(String table) {
        ImmutableList.Builder<PeeringLocation> locations = ImmutableList.builder();
        String geopolitical = "";
        for (String line : Splitter.on('\n').omitEmptyStrings().split(table)) {
            if (line.startsWith("[")) {
                geopolitical = line.substring(1, line.length() - 1);
            } else {
                List<String> fields = Splitter.on(':').trimResults().splitToList(line);
                locations.add(new PeeringLocation(fields.get(0), geopolitical, regions(fields)));
            }
        }
        return locations.build();
    }

    private static ImmutableSet<String> regions(List<String> fields) {
        return fields.size() < 2
                ? ImmutableSet.of()
                : ImmutableSet.copyOf(Splitter.on('&').trimResults().split(fields.get(1)));
    }
}
