package coldpotato.core.azure.operations;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.RouteLeak;

/** Somebody loses the filters of a router's export policies, or finds them again. */
public sealed interface LeakOperation extends Operation {

    /** A router tells neighbours what it should keep from them. */
    record Begin(RouteLeak leak) implements LeakOperation {
        @Override
        public String element() {
            return leak.by();
        }

        @Override
        public String text() {
            return leak.toString();
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            return network.toBuilder().put(leak).build();
        }
    }

    /** It filters again. */
    record End(String by) implements LeakOperation {
        @Override
        public String element() {
            return by;
        }

        @Override
        public String text() {
            return "filters again what it told by mistake";
        }

        @Override
        public HybridNetwork change(HybridNetwork network) {
            checkArgument(network.leaks().containsKey(by), "nothing leaks at %s", by);
            return network.toBuilder().removeLeak(by).build();
        }
    }
}
