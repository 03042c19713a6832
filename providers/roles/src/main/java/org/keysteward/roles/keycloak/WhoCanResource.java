package org.keysteward.roles.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.Grant;
import org.keysteward.roles.RolePermissions;

/** Who may do something. */
@Tag(name = "Decisions")
@Produces(MediaType.APPLICATION_JSON)
public final class WhoCanResource {
    /** Something that somebody may be able to do; anywhere in the tenant where no path is named. */
    public record Wanted(
            @Nullable String tenant,
            @Nullable String permission,
            @Nullable String path,
            @Nullable Integer limit,
            @Nullable String cursor)
            implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            errors.requireText("/tenant", tenant, 255);
            if (errors.requireText("/permission", permission, Grant.MAX_LENGTH)) {
                Grant.keyFault(RoleBody.text(permission)).ifPresent(fault -> errors.add("/permission", fault));
            }
            if (path != null) {
                AssignmentPath.fault(path).ifPresent(fault -> errors.add("/path", fault));
            }
        }
    }

    private final ApiRequest request;

    WhoCanResource(ApiRequest request) {
        this.request = request;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "List the people who may do something in a tenant, by id",
            description = "Those who may in the whole tenant, or with a path those who may there.")
    public Page<AssignmentView.PrincipalView> list(Wanted body) {
        var session = request.session();
        var tenant = new TenantDirectory(session)
                .byAlias(RoleBody.text(body.tenant()))
                .map(TenantDirectory::ref)
                .filter(one -> request.actor().permits(Permission.TENANT_READ, one))
                .orElseThrow(() -> new ProblemException(Problem.unknownTenant()));
        request.actor().require(RolePermissions.ROLES_READ, tenant);
        var permission = RoleBody.text(body.permission());
        var path = AssignmentPath.of(body.path() == null ? "" : body.path());
        var count = request.limit(body.limit() == null ? null : String.valueOf(body.limit()));
        var list = "who-can?" + tenant.id() + "&" + permission + "&" + path;
        var after = request.position(list, body.cursor()).orElse("");
        var now = request.clock().instant();
        var holders = new Holders(session, tenant);
        var people = holders.people();
        var found = holders.find(
                new RoleModel(session).graph(tenant.id()).giving(permission),
                (id, holdings) -> holdings.permits(permission, path, now) && people.isEnabled(id),
                after,
                count + 1);
        return Page.cut(
                found,
                count,
                id -> new AssignmentView.PrincipalView(
                        people.isServiceAccount(id) ? PrincipalType.SERVICE_ACCOUNT.key() : PrincipalType.USER.key(),
                        id,
                        people.username(id)),
                id -> request.cursor(list, id));
    }
}
