package org.keysteward.roles.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.roles.EffectiveRole;
import org.keysteward.roles.Role;
import org.keysteward.roles.RolePermissions;

/** The roles of the realm, which are templates in every tenant, or those that a tenant knows. */
@Tag(name = "Roles")
@Produces(MediaType.APPLICATION_JSON)
public final class RolesResource {
    private static final String LIST = "roles";
    private static final String MEMBERS = "role-members/";
    private static final int MAX_SEARCH = 255;

    /** A role to make. */
    public record NewRole(
            @Nullable String key,
            @Nullable String name,
            @Nullable String description,
            @Nullable Integer rank,
            @Nullable List<@Nullable String> grants,
            @Nullable List<@Nullable String> parents,
            @Nullable List<RoleBody.@Nullable KeycloakRole> keycloakRoles)
            implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (errors.requireText("/key", key, 63)) {
                Role.keyFault(RoleBody.text(key)).ifPresent(fault -> errors.add("/key", fault));
            }
            content().validate(errors);
        }

        private RoleBody content() {
            return new RoleBody(name, description, rank, grants, parents, keycloakRoles);
        }
    }

    private final ApiRequest request;
    private final RealmOrTenant place;
    private final RoleModel model;
    private final RoleChanges changes;

    RolesResource(RealmOrTenant place) {
        this.request = place.request();
        this.place = place;
        this.model = new RoleModel(request.session());
        this.changes = new RoleChanges(place);
    }

    @GET
    @Operation(
            summary = "List roles, by key",
            description = "In a tenant: its own, and the realm's, which are templates in every tenant.")
    public Page<RoleView> list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        request.require(RolePermissions.ROLES_READ);
        var count = request.limit(limit);
        var wanted = Searches.of(search, MAX_SEARCH);
        var list = LIST + "?" + wanted;
        var after = request.position(list, cursor).orElse("");
        var rows = model.graph(place.id())
                .roles()
                .filter(role -> role.key().compareTo(after) > 0)
                .filter(role -> role.key().contains(wanted)
                        || role.role().name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(EffectiveRole::key))
                .limit(count + 1L)
                .toList();
        return Page.cut(rows, count, RoleView::of, role -> request.cursor(list, role.key()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a role",
            description = "Nobody makes a role that is as high as their own, or that gives what they do not have.")
    @ApiResponse(
            responseCode = "201",
            description = "What was made",
            content = @Content(schema = @Schema(implementation = RoleView.class)))
    public Response create(NewRole body) {
        request.require(RolePermissions.ROLES_MANAGE);
        return request.once(() -> {
            var key = RoleBody.text(body.key());
            var made = changes.create(key, body.content());
            return request.created(key, RoleView.of(made.role()))
                    .tag(ApiRequest.tag(made.version()))
                    .build();
        });
    }

    @GET
    @Path("{key}")
    @Operation(summary = "Read a role")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = RoleView.class)))
    public Response read(@PathParam("key") String key) {
        request.require(RolePermissions.ROLES_READ);
        return answer(key);
    }

    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a role, or ask what a change would do",
            description = "With dryRun=true nothing is changed; the answer says who would gain and lose what.")
    @ApiResponse(
            responseCode = "200",
            description = "The role, or with dryRun=true who gains and loses what",
            content = @Content(schema = @Schema(oneOf = {RoleView.class, ImpactView.class})))
    public Response change(@PathParam("key") String key, @QueryParam("dryRun") @Nullable String dryRun, RoleBody body) {
        request.require(RolePermissions.ROLES_MANAGE);
        if (Searches.flag("dryRun", dryRun)) {
            return Response.ok(changes.impactOf(key, body)).build();
        }
        changes.change(key, body);
        return answer(key);
    }

    @DELETE
    @Path("{key}")
    @Operation(
            summary = "Delete a role, or ask what that would do",
            description = "A role that is assigned stays, unless reassignTo names the role that its holders get in its"
                    + " place.")
    @ApiResponse(responseCode = "204", description = "It is gone")
    @ApiResponse(
            responseCode = "200",
            description = "With dryRun=true: who would gain and lose what",
            content = @Content(schema = @Schema(implementation = ImpactView.class)))
    public Response delete(
            @PathParam("key") String key,
            @QueryParam("reassignTo") @Nullable String reassignTo,
            @QueryParam("dryRun") @Nullable String dryRun) {
        request.require(RolePermissions.ROLES_MANAGE);
        if (Searches.flag("dryRun", dryRun)) {
            return Response.ok(changes.impactOfDeleting(key, reassignTo)).build();
        }
        changes.delete(key, reassignTo);
        return Response.noContent().build();
    }

    @GET
    @Path("{key}/members")
    @Operation(
            summary = "List who has a role in a tenant, by user",
            description = "Also those who have it by a group or a rule, and those who do not have it yet. A user with"
                    + " several assignments of the role is listed with each.")
    public Page<RoleMemberView> members(
            @PathParam("key") String key,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        request.require(RolePermissions.ROLES_READ);
        if (place.ofRealm()) {
            throw RoleProblems.unknownRole();
        }
        if (model.graph(place.id()).role(key).isEmpty()) {
            throw RoleProblems.unknownRole();
        }
        var tenant = place.existingTenant();
        var count = request.limit(limit);
        var list = MEMBERS + key;
        var holders = new Holders(request.session(), tenant);
        var found = holders.find(
                List.of(key),
                (id, holdings) -> RoleMemberView.hasRole(holdings, key),
                request.position(list, cursor).orElse(""),
                count + 1);
        var shown = found.size() > count ? found.subList(0, count) : found;
        var holdings = new HeldRoles(request.session()).of(tenant, shown);
        return new Page<>(
                shown.stream()
                        .flatMap(id -> RoleMemberView.of(id, holdings.get(id), key, holders.people(), place.now()))
                        .toList(),
                found.size() > count ? request.cursor(list, shown.get(count - 1)) : null);
    }

    private Response answer(String key) {
        var role = model.graph(place.id()).role(key).orElseThrow(RoleProblems::unknownRole);
        return Response.ok(RoleView.of(role))
                .tag(ApiRequest.tag(changes.version(role.role())))
                .build();
    }
}
