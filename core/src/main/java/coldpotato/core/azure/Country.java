package coldpotato.core.azure;

import coldpotato.core.azure.grounds.Catalogue;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;

/**
 * The country or region that a peering location lies in, as far as anything depends on it.
 *
 * @param name in English
 * @param hasGlobalReach true if it is in the list of 2020 (expressroute-global-reach.md)
 * @param locations names of the peering locations in it
 */
public record Country(String name, boolean hasGlobalReach, ImmutableSet<String> locations) {

    /** Names with their locations; a star marks those of the list. Which country a city lies in is no secret of Azure's. */
    private static final String TABLE = """
            *Australia: Canberra, Canberra2, Melbourne, Melbourne2, Perth, Sydney, Sydney2
            Austria: Vienna, Vienna2
            Belgium: Brussels, Brussels2
            Brazil: Campinas, Rio de Janeiro, Sao Paulo, Sao Paulo2
            *Canada: Montreal, Quebec City, Toronto, Toronto2, Vancouver
            Chile: Santiago
            China: Beijing, Beijing2, Shanghai, Shanghai2
            Denmark: Copenhagen
            *France: Marseille, Paris, Paris2
            *Germany: Berlin, Frankfurt, Frankfurt2, Munich
            *Hong Kong SAR: Hong Kong, Hong Kong2
            India: Chennai, Chennai2, Mumbai, Mumbai2, Pune
            Indonesia: Jakarta, Jakarta2
            *Ireland: Dublin, Dublin2
            Israel: Tel Aviv, Tel Aviv2
            Italy: Milan, Milan2
            *Japan: Osaka, Tokyo, Tokyo2, Tokyo3
            *Korea: Busan, Seoul, Seoul2
            Malaysia: Kuala Lumpur, Kuala Lumpur2
            Mexico: Queretaro(Mexico)
            *Netherlands: Amsterdam, Amsterdam2
            *New Zealand: Auckland
            *Norway: Oslo, Stavanger
            Poland: Warsaw
            Qatar: Doha, Doha2
            *Singapore: Singapore, Singapore2
            South Africa: Cape Town, Johannesburg
            Spain: Madrid, Madrid2
            *Sweden: Stockholm, Stockholm2
            *Switzerland: Geneva, Zurich, Zurich2
            Taiwan: Taipei, Taipei2
            Thailand: Bangkok
            United Arab Emirates: Abu Dhabi, Dubai, Dubai2
            *United Kingdom: London, London2, Newport(Wales)
            *United States: Atlanta, Atlanta2, Chicago, Chicago2, Dallas, Dallas2, Denver, Las Vegas, Los Angeles, \
            Los Angeles2, Miami, Minneapolis, New York, Phoenix, Phoenix2, Portland, Quincy, San Antonio, Seattle, \
            Silicon Valley, Silicon Valley2, Washington DC, Washington DC2
            """;

    private static final Catalogue<Country> CATALOGUE =
            new Catalogue<>(TABLE.lines().map(Country::read).collect(ImmutableList.toImmutableList()), Country::name);

    /** All of them by name. */
    public static Catalogue<Country> catalogue() {
        return CATALOGUE;
    }

    /** The one that a peering location lies in. */
    public static Optional<Country> of(String location) {
        return CATALOGUE.all().stream()
                .filter(country -> country.locations().contains(location))
                .findFirst();
    }

    private static Country read(String line) {
        List<String> fields = Splitter.on(": ").splitToList(line);
        boolean listed = fields.get(0).startsWith("*");
        return new Country(
                fields.get(0).substring(listed ? 1 : 0),
                listed,
                ImmutableSet.copyOf(Splitter.on(", ").split(fields.get(1))));
    }
}
