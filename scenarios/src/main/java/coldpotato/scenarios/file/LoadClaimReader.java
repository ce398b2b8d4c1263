package coldpotato.scenarios.file;

import coldpotato.scenarios.file.Expectation.OfLoad;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** Expectations of what links and gateways have to carry. */
final class LoadClaimReader {
    static final Key<ImmutableMap<String, PercentRange>> LOAD = key("load", "in the direction in which that is more");
    static final Key<ImmutableMap<String, PercentRange>> TO_SITE = key("load-to-site", "towards the site");
    static final Key<ImmutableMap<String, PercentRange>> TO_AZURE = key("load-to-azure", "towards Azure");

    private LoadClaimReader() {}

    private static Key<ImmutableMap<String, PercentRange>> key(String name, String direction) {
        return Key.optional(
                name,
                Value.byReference(NameKind.ELEMENT, Ranges.LOAD),
                "not about load",
                "an expectation of what is asked of each of these links, circuits, paths, ports, gateways, connections or"
                        + " tunnels at every instant, as a share of what it carries (" + direction + ")",
                "{er-ams.secondary: ..100%}");
    }

    static OfLoad claim(Fields fields) {
        if (fields.has(LOAD)) {
            return new OfLoad(Optional.empty(), loads(fields, LOAD));
        }
        boolean toAzure = fields.has(TO_AZURE);
        return new OfLoad(Optional.of(toAzure), loads(fields, toAzure ? TO_AZURE : TO_SITE));
    }

    private static ImmutableMap<String, PercentRange> loads(
            Fields fields, Key<ImmutableMap<String, PercentRange>> key) {
        return fields.find(key).orElse(ImmutableMap.of());
    }
}
