package coldpotato.scenarios.run;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.scenarios.file.NameKind;
import coldpotato.scenarios.file.NameTable;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.PlanNames;
import com.google.common.collect.ImmutableSet;

/** The names of a compiled network, by the kinds that scenario files speak of. */
final class PlanNameTable implements NameTable {
    private final PlanNames names;

    PlanNameTable(NetworkPlan plan) {
        names = new PlanNames(plan);
    }

    @Override
    public ImmutableSet<String> known(NameKind kind) {
        checkArgument(!kind.inFile(), "the file itself knows every %s", kind.text());
        return switch (kind) {
            case LINK -> names.namesOfLinks();
            case NODE -> names.namesOfNodes();
            case SESSION -> names.namesOfSessions();
            default ->
                ImmutableSet.<String>builder()
                        .addAll(names.namesOfLinks())
                        .addAll(names.namesOfNodes())
                        .addAll(names.namesOfSessions())
                        .build();
        };
    }
}
