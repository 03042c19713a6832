package org.keysteward.tenants.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.tenants.RoleChange;
import org.keysteward.tenants.TenantPermissions;
import org.keysteward.tenants.TenantRole;

/** A tenant's members and their roles. */
@Tag(name = "Members")
@Produces(MediaType.APPLICATION_JSON)
public final class MembersResource {
    private static final String LIST = "members";
    private static final int MAX_ID = 255;

    /** A user to add, by id or by name; a member unless another role is named. */
    public record NewMember(
            @Nullable String userId,
            @Nullable String username,
            @Nullable String role) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if ((userId == null) == (username == null)) {
                errors.add("", "Name the user by userId or by username, and not by both.");
            } else if (userId != null) {
                errors.requireText("/userId", userId, MAX_ID);
            } else {
                errors.requireText("/username", username, MAX_ID);
            }
            if (role != null) {
                validateRole(role, errors);
            }
        }
    }

    /** A member's new role. */
    public record NewRole(@Nullable String role) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (errors.requireText("/role", role, 20)) {
                validateRole(String.valueOf(role), errors);
            }
        }
    }

    private final ApiRequest request;
    private final KeycloakSession session;
    private final Memberships memberships;

    MembersResource(ApiRequest request) {
        this.request = request;
        this.session = request.session();
        this.memberships = new Memberships(session);
    }

    @GET
    @Operation(summary = "List a tenant's members, by name")
    public Page<MemberView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        request.require(TenantPermissions.MEMBERS_READ);
        var count = request.limit(limit);
        var start = request.position(LIST, cursor).map(MemberQuery.Position::of).orElse(MemberQuery.Position.START);
        var rows = new MemberQuery(session, request.tenant().id()).page(start, count + 1);
        return Page.cut(rows, count, MemberQuery.Listed::view, row -> request.cursor(LIST, row.position()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add a user of the realm to a tenant",
            description =
                    "Answers 409 seat-limit-reached, with used and limit, when every seat of the license is taken.")
    @ApiResponse(
            responseCode = "201",
            description = "What was made",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response add(NewMember body) {
        request.require(TenantPermissions.MEMBERS_ADD);
        return request.once(() -> {
            var user = user(body);
            var role = role(body.role() == null ? TenantRole.MEMBER.key() : body.role());
            refuseUnlessAllowed(new RoleChange(request.actor().rank(request.tenant()), TenantRole.VIEWER, role, 1));
            join(user);
            var version = role == TenantRole.MEMBER ? -1 : give(user.getId(), role);
            request.record(AuditEntry.changed(
                    "member.added",
                    request.actor(),
                    request.tenant(),
                    new AuditEntry.Target("user", user.getId()),
                    new AuditEntry.Change("/role", null, role.key())));
            return request.created(user.getId(), existing(user.getId()))
                    .tag(ApiRequest.tag(version))
                    .build();
        });
    }

    @GET
    @Path("{userId}")
    @Operation(summary = "Read a member")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response read(@PathParam("userId") String userId) {
        request.require(TenantPermissions.MEMBERS_READ);
        return answer(userId);
    }

    @PUT
    @Path("{userId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a member's role",
            description = "Only an owner may touch owners or make new ones, nobody may touch their equals or betters,"
                    + " and a tenant's last owner stays one.")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public Response change(@PathParam("userId") String userId, NewRole body) {
        request.require(TenantPermissions.ROLES_ASSIGN);
        // Two owners who demote each other at once must not both find the other still there.
        new LicenseLock(session).take(request.tenant().id());
        var current = role(existing(userId).role());
        var wanted = role(String.valueOf(body.role()));
        request.requireUnchanged(memberships.version(key(userId)));
        refuseUnlessAllowed(new RoleChange(
                request.actor().rank(request.tenant()),
                current,
                wanted,
                memberships.otherOwners(request.tenant().id(), userId)));
        give(userId, wanted);
        request.record(AuditEntry.changed(
                "member.role_changed",
                request.actor(),
                request.tenant(),
                new AuditEntry.Target("user", userId),
                new AuditEntry.Change("/role", current.key(), wanted.key())));
        return answer(userId);
    }

    private void join(UserModel user) {
        try {
            if (!session.getProvider(OrganizationProvider.class).addMember(organization(), user)) {
                throw TenantProblems.alreadyMember();
            }
        } catch (GrowthRefusedException e) {
            throw TenantProblems.refused(request.tenant(), e.refusal());
        }
    }

    private OrganizationModel organization() {
        return session.getProvider(OrganizationProvider.class)
                .getById(request.tenant().id());
    }

    private UserModel user(NewMember body) {
        var byId = body.userId() != null;
        var found = byId
                ? session.users().getUserById(request.realm(), body.userId())
                : session.users().getUserByUsername(request.realm(), body.username());
        if (found == null || found.getServiceAccountClientLink() != null) {
            throw new ProblemException(
                    Problem.invalidField(byId ? "/userId" : "/username", "There is no such user in the realm."));
        }
        return found;
    }

    private int give(String userId, TenantRole role) {
        return memberships.give(request.realm().getId(), key(userId), role);
    }

    private MemberEntity.Key key(String userId) {
        return new MemberEntity.Key(request.tenant().id(), userId);
    }

    private MemberView existing(String userId) {
        return new MemberQuery(session, request.tenant().id()).one(userId).orElseThrow(TenantProblems::unknownMember);
    }

    private Response answer(String userId) {
        return Response.ok(existing(userId))
                .tag(ApiRequest.tag(memberships.version(key(userId))))
                .build();
    }

    private static void refuseUnlessAllowed(RoleChange change) {
        if (change.verdict() != RoleChange.Verdict.ALLOWED) {
            throw TenantProblems.refused(change);
        }
    }

    private static TenantRole role(String key) {
        return TenantRole.of(key).orElse(TenantRole.VIEWER);
    }

    private static void validateRole(String role, FieldErrors errors) {
        if (TenantRole.of(role).isEmpty()) {
            errors.add("/role", "A role is owner, admin, member or viewer.");
        }
    }
}
