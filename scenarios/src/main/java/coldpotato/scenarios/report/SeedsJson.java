package coldpotato.scenarios.report;

import coldpotato.scenarios.check.OverSeeds;
import coldpotato.scenarios.check.Spread;
import com.google.common.base.Ascii;
import tools.jackson.core.JsonGenerator;

/** What became of an expectation with many seeds, for programs. */
final class SeedsJson {
    private SeedsJson() {}

    /** Writes it as the field {@code seeds}. */
    static void write(JsonGenerator json, OverSeeds seeds) {
        json.writeObjectPropertyStart("seeds");
        json.writeNumberProperty("count", seeds.verdicts().size());
        json.writeStringProperty("hold", seeds.asked().hold().toString());
        json.writeNumberProperty("held-percent", seeds.percent());
        Json.array(json, "failing", seeds.failing(), json::writeNumber);
        Json.array(json, "measures", seeds.spreads(), spread -> spread(json, spread));
        json.writeEndObject();
    }

    private static void spread(JsonGenerator json, Spread spread) {
        json.writeStartObject();
        json.writeStringProperty("name", spread.smallest().measure().name());
        json.writeStringProperty(
                "unit", Ascii.toLowerCase(spread.smallest().measure().unit().name()));
        sample(json, "smallest", spread.smallest());
        sample(json, "median", spread.median());
        sample(json, "largest", spread.largest());
        json.writeEndObject();
    }

    private static void sample(JsonGenerator json, String name, Spread.Sample sample) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("value", sample.measure().value());
        json.writeNumberProperty("seed", sample.seed());
        json.writeEndObject();
    }
}
