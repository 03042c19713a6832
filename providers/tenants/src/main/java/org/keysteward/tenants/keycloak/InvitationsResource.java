package org.keysteward.tenants.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.services.validation.Validation;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.tenants.TenantPermissions;

/** Invitations to a tenant. */
@Tag(name = "Invitations")
@Produces(MediaType.APPLICATION_JSON)
public final class InvitationsResource {
    private static final String LIST = "invitations";
    private static final int MAX_BATCH = 500;
    private static final int MAX_EMAIL = 254;
    private static final int MAX_NAME = 255;
    private static final int MAX_ROLE = 63;

    /**
     * Somebody to invite.
     *
     * @param role of the membership, or one that the tenant composed, which is given beside that of a member; a plain
     *     member unless it is named
     */
    public record NewInvitation(
            @Nullable String email,
            @Nullable String role,
            @Nullable String firstName,
            @Nullable String lastName) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            validate("", errors);
        }

        void validate(String pointer, FieldErrors errors) {
            if (errors.requireText(pointer + "/email", email, MAX_EMAIL)
                    && !Validation.isEmailValid(String.valueOf(email).strip())) {
                errors.add(pointer + "/email", "This is not an e-mail address such as ada@acme.example.");
            }
            if (role != null) {
                errors.requireText(pointer + "/role", role, MAX_ROLE);
            }
            optional(pointer + "/firstName", firstName, errors);
            optional(pointer + "/lastName", lastName, errors);
        }

        private static void optional(String pointer, @Nullable String name, FieldErrors errors) {
            if (name != null) {
                errors.requireText(pointer, name, MAX_NAME);
            }
        }

        Invitations.Addressee addressee() {
            return addressee(InvitedRole.of(role));
        }

        Invitations.Addressee addressee(InvitedRole given) {
            return new Invitations.Addressee(String.valueOf(email).strip(), given, firstName, lastName);
        }
    }

    /** Many to invite at once. */
    public record NewInvitations(@Nullable List<@Nullable NewInvitation> invitations) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (invitations == null || invitations.isEmpty()) {
                errors.add("/invitations", "Name at least one person to invite.");
                return;
            }
            if (invitations.size() > MAX_BATCH) {
                errors.add(
                        "/invitations",
                        "At most " + MAX_BATCH + " people can be invited at once; these are " + invitations.size()
                                + ".");
                return;
            }
            for (var i = 0; i < invitations.size(); i++) {
                var one = invitations.get(i);
                if (one == null) {
                    errors.add("/invitations/" + i, "An object is needed, not null.");
                } else {
                    one.validate("/invitations/" + i, errors);
                }
            }
        }
    }

    /**
     * What became of one row.
     *
     * @param invitation absent where it was refused
     * @param problem absent where it was made
     */
    public record Result(
            String email,
            @Nullable InvitationView invitation,
            @Nullable Refusal problem) {}

    /** Why a row was refused (RFC 9457). */
    public record Refusal(String type, String title, int status, String detail) {
        static Refusal of(Problem problem) {
            return new Refusal(
                    problem.type().urn(), problem.type().title(), problem.type().status(), problem.detail());
        }
    }

    /** The rows in the order in which they were sent. */
    public record Results(List<Result> results) {}

    private final ApiRequest request;

    InvitationsResource(ApiRequest request) {
        this.request = request;
    }

    @GET
    @Operation(summary = "List a tenant's invitations, by address")
    public Page<InvitationView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("search") @Nullable String search,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        request.require(TenantPermissions.INVITATIONS_READ);
        var filter = InvitationQuery.Filter.of(state, search);
        var count = request.limit(limit);
        var list = LIST + filter;
        var rows = query().page(filter, request.position(list, cursor).orElse(""), count + 1);
        return Page.cut(rows, count, row -> row, row -> request.cursor(list, InvitationQuery.position(row)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Invite somebody",
            description = "The answer is the same whether or not there is an account with this address. A pending"
                    + " invitation holds a seat, unless the plan says otherwise.")
    @ApiResponse(
            responseCode = "201",
            description = "What was made",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    public Response invite(NewInvitation body) {
        request.require(TenantPermissions.MEMBERS_INVITE);
        return request.once(() -> {
            var id = invitations().invite(body.addressee());
            return request.created(id, existing(id)).build();
        });
    }

    @POST
    @Path("batch")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Invite up to 500 people",
            description = "Each row is made or refused by itself, and the answer says which.")
    @ApiResponse(
            responseCode = "200",
            description = "What became of each row",
            content = @Content(schema = @Schema(implementation = Results.class)))
    public Response inviteAll(NewInvitations body) {
        request.require(TenantPermissions.MEMBERS_INVITE);
        return request.once(() -> {
            var invitations = invitations();
            var results = new ArrayList<Result>();
            for (var one : body.invitations() == null ? List.<NewInvitation>of() : body.invitations()) {
                if (one != null) {
                    results.add(result(invitations, one.addressee()));
                }
            }
            return Response.ok(new Results(results)).build();
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read an invitation")
    public InvitationView read(@PathParam("id") String id) {
        request.require(TenantPermissions.INVITATIONS_READ);
        return existing(id);
    }

    @POST
    @Path("{id}/resend")
    @Operation(
            summary = "Send an invitation again",
            description = "It becomes another one, with an id and a link of its own; the old link is worth nothing.")
    public InvitationView resend(@PathParam("id") String id) {
        request.require(TenantPermissions.MEMBERS_INVITE);
        lock();
        return existing(invitations().resend(existing(id)));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Take an invitation back")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response revoke(@PathParam("id") String id) {
        request.require(TenantPermissions.MEMBERS_INVITE);
        lock();
        invitations().revoke(existing(id));
        return Response.noContent().build();
    }

    private Result result(Invitations invitations, Invitations.Addressee addressee) {
        try {
            return new Result(addressee.email(), existing(invitations.invite(addressee)), null);
        } catch (ProblemException e) {
            return new Result(addressee.email(), null, Refusal.of(e.problem()));
        }
    }

    /** Or somebody who accepts it at this moment would be left with a seat and no invitation, or with two. */
    private void lock() {
        new LicenseLock(request.session()).take(request.tenant().id());
    }

    private InvitationView existing(String id) {
        return query().one(id).orElseThrow(TenantProblems::unknownInvitation);
    }

    private InvitationQuery query() {
        return new InvitationQuery(request.session(), request.tenant().id());
    }

    private Invitations invitations() {
        var organization = request.session()
                .getProvider(OrganizationProvider.class)
                .getById(request.tenant().id());
        return new Invitations(request, organization);
    }
}
