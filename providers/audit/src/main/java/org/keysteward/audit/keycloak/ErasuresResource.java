package org.keysteward.audit.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.AuditPermissions;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;

/** Erases who somebody is; what happened stays, and the chain still verifies. */
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
public final class ErasuresResource {
    private static final String LIST = "audit-erasures";
    private static final int MAX_ID = 255;
    private static final int MAX_REASON = 1000;

    private static final List<String> NOT_REACHED = List.of(
            "Records that were delivered to other systems.",
            "Exports that were made of the chain with its records.",
            "Backups of the database: the list of erasures is applied again to those that are restored.",
            "The log of the server, and the account in Keycloak itself.");
    private static final String NO_LIST =
            "This server keeps no list of erasures (option erasures-file): a restored backup brings the person back, and"
                    + " the person has to be erased again.";

    /**
     * A person to erase.
     *
     * @param personId the user's id, also of an account that is gone
     * @param reason without names: it stays in the audit trail
     */
    public record NewErasure(
            @Nullable String personId, @Nullable String reason) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            errors.requireText("/personId", personId, MAX_ID);
            errors.requireText("/reason", reason, MAX_REASON);
        }
    }

    /** @param notReached where more of the person may be, for people */
    public record Outcome(String personId, String erasedAt, List<String> notReached) {}

    private final ApiRequest request;

    ErasuresResource(ApiRequest request) {
        this.request = request;
    }

    @GET
    @Operation(summary = "List who was erased, by time")
    public Page<ErasureView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        request.require(AuditPermissions.ERASURES_READ);
        var count = request.limit(limit);
        var last =
                request.position(LIST, cursor).map(ErasuresResource::position).orElse(new Erasures.Erased("", 0));
        return Page.cut(
                erasures().after(request.session(), last, count + 1),
                count,
                one -> new ErasureView(one.person(), time(one)),
                one -> request.cursor(LIST, one.at() + "\0" + one.person()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Erase a person",
            description = "Destroys the person's key and all that names or finds the person in the realm's audit trail,"
                    + " now and for what is still to come; records keep the id. It cannot be taken back. Refused while the"
                    + " person is on legal hold. Erasing somebody again changes nothing.")
    @ApiResponse(
            responseCode = "201",
            description = "What was done, and what that does not reach",
            content = @Content(schema = @Schema(implementation = Outcome.class)))
    public Response erase(NewErasure body) {
        request.require(AuditPermissions.ERASE);
        return request.once(() -> {
            var erased = erasures()
                    .erase(
                            request.session(),
                            String.valueOf(body.personId()),
                            String.valueOf(body.reason()),
                            request.actor());
            var notReached = new ArrayList<>(NOT_REACHED);
            if (!erasures().outliveTheDatabase()) {
                notReached.add(NO_LIST);
            }
            return Response.status(Response.Status.CREATED)
                    .entity(new Outcome(erased.person(), time(erased), notReached))
                    .build();
        });
    }

    private Erasures erasures() {
        return AuditFactory.of(request.session()).keeping().erasures();
    }

    private static Erasures.Erased position(String text) {
        var parts = text.split("\0", 2);
        return new Erasures.Erased(parts[1], Long.parseLong(parts[0]));
    }

    private static String time(Erasures.Erased erased) {
        return Instant.ofEpochMilli(erased.at()).toString();
    }
}
