package org.keysteward.roles.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.roles.RolePermissions;

/** What a member may do. */
@Tag(name = "Decisions")
@Produces(MediaType.APPLICATION_JSON)
public final class MemberPermissionsResource {
    private final ApiRequest request;

    MemberPermissionsResource(ApiRequest request) {
        this.request = request;
    }

    @GET
    @Operation(summary = "What a member may do in a tenant", description = "A suspended member may do nothing.")
    public HeldView read(@PathParam("userId") String userId) {
        request.require(RolePermissions.ROLES_READ);
        var member = new Principals(request.session())
                .user(userId, request.tenant())
                .orElseThrow(RoleProblems::unknownMember);
        return HeldView.of(
                request.tenant().alias(),
                new HeldRoles(request.session()).of(request.tenant(), member.getId()),
                request.clock().instant());
    }
}
