package coldpotato.scenarios.file;

import coldpotato.core.azure.operations.Operation;
import coldpotato.core.azure.operations.RouteServerOperation;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.function.Function;

/** Entries of the timeline that deploy, change or delete a Route Server. */
final class RouteServerChanges {
    private static final Key<String> DEPLOY = TimelineReader.what(
            "deploy-route-server",
            Words.reference(NameKind.VIRTUAL_NETWORK),
            "a VNet gets a Route Server, and has no routes to on-premises until it runs",
            "hub");
    private static final Key<String> DELETE = TimelineReader.what(
            "delete-route-server",
            Words.reference(NameKind.VIRTUAL_NETWORK),
            "a VNet's Route Server is deleted, and the VNet has no routes to on-premises until that is done",
            "hub");
    private static final Key<String> SET_BRANCH_TO_BRANCH = TimelineReader.what(
            "set-branch-to-branch",
            Words.reference(NameKind.VIRTUAL_NETWORK),
            "a VNet's Route Server begins or ceases to exchange routes with the gateways",
            "hub");
    private static final Key<String> SET_PREFERENCE = TimelineReader.what(
            "set-route-server-preference",
            Words.reference(NameKind.VIRTUAL_NETWORK),
            "a VNet's Route Server gets another routing preference",
            "hub");

    private static final Key<Boolean> BRANCH_TO_BRANCH = Key.optional(
            "branch-to-branch",
            Words.SWITCH,
            "needed with set-branch-to-branch; off with deploy-route-server",
            "whether routes are exchanged (with set-branch-to-branch, deploy-route-server)",
            "on");
    static final ImmutableMap<Key<?>, Function<Fields, Operation>> KINDS =
            ImmutableMap.<Key<?>, Function<Fields, Operation>>builder()
                    .put(
                            DEPLOY,
                            fields -> new RouteServerOperation.Deploy(
                                    fields.get(DEPLOY),
                                    RouteServerReader.routeServer(fields.as(RouteServerReader.ROUTE_SERVER))))
                    .put(DELETE, fields -> new RouteServerOperation.Delete(fields.get(DELETE)))
                    .put(
                            SET_BRANCH_TO_BRANCH,
                            fields -> new RouteServerOperation.SetBranchToBranch(
                                    fields.get(SET_BRANCH_TO_BRANCH),
                                    ChangeReader.needed(fields, SET_BRANCH_TO_BRANCH, BRANCH_TO_BRANCH)))
                    .put(
                            SET_PREFERENCE,
                            fields -> new RouteServerOperation.SetPreference(
                                    fields.get(SET_PREFERENCE),
                                    ChangeReader.needed(fields, SET_PREFERENCE, HubChanges.PREFERENCE)))
                    .buildOrThrow();

    static final ImmutableList<Key<?>> SETTINGS = ImmutableList.of(BRANCH_TO_BRANCH);

    private RouteServerChanges() {}
}
