package org.keysteward.roles.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.roles.Grant;
import org.keysteward.roles.RolePermissions;

/** The realm's catalogue of permissions. */
@Tag(name = "Permissions")
@Produces(MediaType.APPLICATION_JSON)
public final class PermissionsResource {
    private static final int MAX_AT_ONCE = 1000;
    private static final int MAX_DESCRIPTION = 1000;
    private static final int MAX_GROUP = 100;
    private static final int MOST = 20_000;

    /** Permissions to register. */
    public record Registration(@Nullable List<@Nullable NewPermission> permissions) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (permissions == null || permissions.isEmpty() || permissions.size() > MAX_AT_ONCE) {
                errors.add("/permissions", "This is a list of 1 to " + MAX_AT_ONCE + " permissions.");
                return;
            }
            var seen = new HashSet<String>();
            for (var i = 0; i < permissions.size(); i++) {
                var permission = permissions.get(i);
                var pointer = "/permissions/" + i;
                if (permission == null) {
                    errors.add(pointer, "This field is needed.");
                    continue;
                }
                permission.validate(pointer, errors);
                if (permission.key() != null && !seen.add(permission.key())) {
                    errors.add(pointer + "/key", "This key is named twice.");
                }
            }
        }

        private List<NewPermission> all() {
            return permissions == null
                    ? List.of()
                    : permissions.stream().map(PermissionsResource::present).toList();
        }
    }

    /** @param group what it is listed under; empty where absent */
    public record NewPermission(
            @Nullable String key,
            @Nullable String description,
            @Nullable String group) {
        private void validate(String pointer, FieldErrors errors) {
            if (errors.requireText(pointer + "/key", key, Grant.MAX_LENGTH)) {
                Grant.keyFault(RoleBody.text(key)).ifPresent(fault -> errors.add(pointer + "/key", fault));
            }
            errors.requireText(pointer + "/description", description, MAX_DESCRIPTION);
            if (group != null && !group.isEmpty()) {
                errors.requireText(pointer + "/group", group, MAX_GROUP);
            }
        }
    }

    /** How many there were of each kind. */
    public record Registered(int created, int updated, int unchanged) {}

    private final ApiRequest request;
    private final CatalogueRows rows;

    PermissionsResource(ApiRequest request) {
        this.request = request;
        this.rows = new CatalogueRows(request.session());
    }

    @GET
    @Operation(summary = "List permissions, by key")
    public Page<PermissionView> list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("group") @Nullable String group,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        request.require(RolePermissions.PERMISSIONS_READ);
        return page(request, rows, new Asked(search, group, limit, cursor), false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Register permissions",
            description = "Makes those that are not there and describes anew those that are; the same twice changes"
                    + " nothing. Applications do so whenever they start.")
    public Registered register(Registration body) {
        request.require(RolePermissions.PERMISSIONS_MANAGE);
        new RoleModel(request.session()).changing(RoleEntities.WHOLE_REALM);
        var entityManager = Rows.entityManager(request.session());
        var created = 0;
        var updated = 0;
        var all = body.all();
        for (var permission : all) {
            var key = RoleBody.text(permission.key());
            if (rows.isOwn(key)) {
                throw RoleProblems.permissionBuiltIn();
            }
            var group = permission.group() == null ? "" : permission.group();
            var known = rows.find(key);
            if (known.isEmpty()) {
                create(entityManager, key, RoleBody.text(permission.description()), group);
                created++;
            } else if (known.get().describe(RoleBody.text(permission.description()), group)) {
                record("permission.changed", key, permission);
                updated++;
            }
        }
        entityManager.flush();
        var count = rows.count();
        if (count > MOST) {
            throw RoleProblems.tooMany("registered permissions", count, MOST);
        }
        return new Registered(created, updated, all.size() - created - updated);
    }

    @DELETE
    @Path("{key}")
    @Operation(summary = "Remove a permission that no role gives by its key")
    public Response delete(@PathParam("key") String key) {
        request.require(RolePermissions.PERMISSIONS_MANAGE);
        if (rows.isOwn(key)) {
            throw RoleProblems.permissionBuiltIn();
        }
        new RoleModel(request.session()).changing(RoleEntities.WHOLE_REALM);
        var row = rows.find(key).orElseThrow(RoleProblems::unknownPermission);
        var roles = rows.rolesGiving(key);
        if (roles > 0) {
            throw RoleProblems.permissionInUse(roles);
        }
        Rows.entityManager(request.session()).remove(row);
        request.record(AuditEntry.changed(
                "permission.removed", request.actor(), null, new AuditEntry.Target("permission", key)));
        return Response.noContent().build();
    }

    private void create(EntityManager entityManager, String key, String description, String group) {
        var row = rows.make(key);
        row.describe(description, group);
        entityManager.persist(row);
        record("permission.registered", key, new NewPermission(key, description, group));
    }

    private void record(String action, String key, NewPermission permission) {
        request.record(AuditEntry.changed(
                action,
                request.actor(),
                null,
                new AuditEntry.Target("permission", key),
                new AuditEntry.Change("/description", null, permission.description()),
                new AuditEntry.Change("/group", null, permission.group())));
    }

    /** What a list is asked for. */
    record Asked(
            @Nullable String search,
            @Nullable String group,
            @Nullable String limit,
            @Nullable String cursor) {}

    static Page<PermissionView> page(ApiRequest request, CatalogueRows rows, Asked asked, boolean tenantsOnly) {
        var count = request.limit(asked.limit());
        var search = Searches.of(asked.search(), MAX_DESCRIPTION);
        var group = asked.group() == null ? "" : asked.group();
        var list = "permissions?" + search + "&" + group;
        var after = request.position(list, asked.cursor()).orElse("");
        return Page.cut(
                rows.after(after, search, group, tenantsOnly, count + 1),
                count,
                row -> row,
                row -> request.cursor(list, row.key()));
    }

    private static NewPermission present(@Nullable NewPermission permission) {
        if (permission == null) {
            throw new IllegalStateException("An unvalidated body");
        }
        return permission;
    }
}
