package coldpotato.scenarios.file;

import coldpotato.core.azure.operations.Operation;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.function.Function;

/** Entries of the timeline that change the model: what somebody configures, at the customer's or at Azure. */
final class ChangeReader {
    /** The keys that say what happens, with how they are read. */
    static final ImmutableMap<Key<?>, Function<Fields, Operation>> KINDS =
            ImmutableMap.<Key<?>, Function<Fields, Operation>>builder()
                    .putAll(EdgeChanges.KINDS)
                    .putAll(AzureChanges.KINDS)
                    .putAll(ReachChanges.KINDS)
                    .putAll(HubChanges.KINDS)
                    .putAll(VnetChanges.KINDS)
                    .putAll(VpnChanges.KINDS)
                    .putAll(RouteServerChanges.KINDS)
                    .putAll(LifecycleChanges.KINDS)
                    .putAll(GatewayChanges.KINDS)
                    .putAll(LeakChanges.KINDS)
                    .putAll(NatChanges.KINDS)
                    .buildOrThrow();

    /** The keys that say how. */
    static final ImmutableList<Key<?>> SETTINGS = ImmutableList.<Key<?>>builder()
            .addAll(EdgeChanges.SETTINGS)
            .addAll(AzureChanges.SETTINGS)
            .addAll(ReachChanges.SETTINGS)
            .addAll(HubChanges.SETTINGS)
            .addAll(VnetChanges.SETTINGS)
            .addAll(VpnChanges.SETTINGS)
            .addAll(RouteServerChanges.SETTINGS)
            .addAll(LifecycleChanges.SETTINGS)
            .addAll(GatewayChanges.SETTINGS)
            .addAll(LeakChanges.SETTINGS)
            .addAll(NatChanges.SETTINGS)
            .build();

    private ChangeReader() {}

    /** A setting without which this kind of entry makes no sense. */
    static <T> T needed(Fields fields, Key<?> kind, Key<T> setting) {
        if (!fields.has(setting)) {
            fields.wrong(
                    kind,
                    kind.name() + " needs the key " + setting.name() + ", such as " + setting.name() + ": "
                            + setting.example());
        }
        return fields.find(setting).orElseGet(() -> setting.value().standIn(fields.reading()));
    }
}
