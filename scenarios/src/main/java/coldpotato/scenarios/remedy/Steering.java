package coldpotato.scenarios.remedy;

import coldpotato.core.azure.Appliance;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.SubnetRouteTable;
import coldpotato.core.azure.UserDefinedRoute;
import coldpotato.core.azure.operations.VnetOperation;
import coldpotato.scenarios.reason.DecidingStep;
import coldpotato.scenarios.reason.Technique;
import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;

/** Changes of user-defined routes: both directions by the same appliance. */
final class Steering {
    private final Case asked;
    private final HybridNetwork model;

    Steering(Case asked) {
        this.asked = asked;
        this.model = asked.model();
    }

    Stream<Change> changes() {
        if (asked.choice().step() != DecidingStep.USER_DEFINED_ROUTE) {
            return Stream.of();
        }
        return model.routeTables().values().stream().flatMap(table -> table.routes().values().stream()
                .filter(this::decides)
                .flatMap(route -> others().map(appliance -> leadTo(table, route, appliance))));
    }

    private boolean decides(UserDefinedRoute route) {
        return route.prefix().equals(asked.choice().prefix())
                && route.appliance().stream().anyMatch(address -> model.appliances().values().stream()
                        .anyMatch(appliance -> appliance.address().equals(address)
                                && asked.way().contains(appliance.name())));
    }

    /** The appliances of the way that it should take. */
    private Stream<Appliance> others() {
        return asked.mirror().stream()
                .filter(node -> !asked.way().contains(node))
                .flatMap(node -> Stream.ofNullable(model.appliances().get(node)));
    }

    private static Change leadTo(SubnetRouteTable table, UserDefinedRoute route, Appliance appliance) {
        return Change.of(
                Technique.USER_DEFINED_ROUTE,
                ImmutableList.of(new VnetOperation.PutRoute(
                        table.name(), UserDefinedRoute.via(route.prefix(), appliance.address()))));
    }
}
