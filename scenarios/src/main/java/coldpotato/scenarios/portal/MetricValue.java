package coldpotato.scenarios.portal;

import coldpotato.core.net.BitRate;
import coldpotato.scenarios.portal.Metric.Dimension;
import coldpotato.scenarios.portal.Metric.Unit;
import com.google.common.collect.ImmutableMap;

/**
 * What a metric is at an instant. Azure makes one value of all within a minute or more; that is not modelled.
 *
 * @param metric which
 * @param resource the circuit, gateway, connection or port
 * @param dimensions what part of it
 * @param value in the metric's unit
 */
public record MetricValue(Metric metric, String resource, ImmutableMap<Dimension, String> dimensions, double value) {

    /** As people read it: {@code 100%}, {@code 200Mbps}, {@code 18}. */
    public String text() {
        if (metric.unit() == Unit.BITS_PER_SECOND) {
            return BitRate.text(value);
        }
        return Math.round(value) + (metric.unit() == Unit.PERCENT ? "%" : "");
    }
}
