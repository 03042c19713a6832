package org.keysteward.tenants.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.persistence.PersistenceException;
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
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ModelDuplicateException;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.UuidV7;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.RealmSettings;
import org.keysteward.tenants.OnExpiry;
import org.keysteward.tenants.Plan;
import org.keysteward.tenants.TenantPermissions;

/** The realm's plans. */
@Tag(name = "Plans")
@Produces(MediaType.APPLICATION_JSON)
public final class PlansResource {
    private static final String LIST = "plans";
    private static final int MAX_NAME = 255;

    /**
     * A plan.
     *
     * @param limits what is absent is unlimited
     * @param rollouts to whom and when a feature is given, by its name
     * @param graceDays how many days an ended license is honoured, unless the license says otherwise
     * @param onExpiry {@code deny-sign-in}, {@code no-growth} or {@code allow}
     * @param invitationsHoldSeats whether a pending invitation takes up a seat
     */
    public record PlanView(
            String key,
            String name,
            Map<String, Long> limits,
            Map<String, Object> features,
            Map<String, RolloutBody> rollouts,
            int graceDays,
            String onExpiry,
            boolean invitationsHoldSeats,
            String createdAt,
            String updatedAt) {}

    /** A plan to make; what is left out is as {@link PlanContent} says. */
    public record NewPlan(
            @Nullable String key,
            @Nullable String name,
            @Nullable Map<String, @Nullable Long> limits,
            @Nullable Map<String, @Nullable Object> features,
            @Nullable Map<String, @Nullable RolloutBody> rollouts,
            @Nullable Integer graceDays,
            @Nullable String onExpiry,
            @Nullable Boolean invitationsHoldSeats)
            implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (errors.requireText("/key", key, 63) && !Plan.isKey(text(key))) {
                errors.add(
                        "/key",
                        "A key is made of a-z, 0-9, dot, hyphen and underscore, and starts with a letter"
                                + " or digit.");
            }
            content().validate(errors);
        }

        private PlanContent content() {
            return new PlanContent(name, limits, features, rollouts, graceDays, onExpiry, invitationsHoldSeats);
        }
    }

    /** A plan's new content; the key stays. What is left out: no limit, no feature, no grace, {@code no-growth}, true. */
    public record PlanContent(
            @Nullable String name,
            @Nullable Map<String, @Nullable Long> limits,
            @Nullable Map<String, @Nullable Object> features,
            @Nullable Map<String, @Nullable RolloutBody> rollouts,
            @Nullable Integer graceDays,
            @Nullable String onExpiry,
            @Nullable Boolean invitationsHoldSeats)
            implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            errors.requireText("/name", name, MAX_NAME);
            LimitsBody.validate(limits, errors);
            FeaturesBody.validate(features, rollouts, errors);
            TermBody.validateGraceDays(graceDays, errors);
            if (onExpiry != null && OnExpiry.of(onExpiry).isEmpty()) {
                errors.add("/onExpiry", "On expiry: deny-sign-in, no-growth or allow.");
            }
        }

        private Plan plan(String key) {
            return new Plan(
                    key,
                    text(name),
                    LimitsBody.limits(limits),
                    FeaturesBody.features(features),
                    FeaturesBody.rollouts(rollouts),
                    graceDays == null ? 0 : graceDays,
                    onExpiry == null
                            ? OnExpiry.NO_GROWTH
                            : OnExpiry.of(onExpiry).orElseThrow(),
                    invitationsHoldSeats == null || invitationsHoldSeats);
        }
    }

    private final ApiRequest request;
    private final Plans plans;

    PlansResource(ApiRequest request) {
        this.request = request;
        this.plans = new Plans(request.session());
    }

    @GET
    @Operation(summary = "List plans, by key")
    public Page<PlanView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        request.require(TenantPermissions.PLANS_READ);
        var count = request.limit(limit);
        var rows = plans.after(request.position(LIST, cursor).orElse(""), count + 1);
        return Page.cut(
                rows,
                count,
                PlansResource::view,
                row -> request.cursor(LIST, row.plan().key()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a plan")
    @ApiResponse(
            responseCode = "201",
            description = "What was made",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response create(NewPlan body) {
        request.require(TenantPermissions.PLANS_MANAGE);
        return request.once(() -> {
            var key = text(body.key());
            if (plans.find(key).isPresent()) {
                throw TenantProblems.planExists(key);
            }
            var now = request.clock().millis();
            var row = new PlanEntity(
                    new UuidV7(request.clock()).next().toString(),
                    request.realm().getId(),
                    key,
                    now);
            row.change(body.content().plan(key), now);
            add(row, key);
            audit("plan.created", key, null, row.plan());
            return request.created(key, view(row))
                    .tag(ApiRequest.tag(row.version()))
                    .build();
        });
    }

    @GET
    @Path("{key}")
    @Operation(summary = "Read a plan")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response read(@PathParam("key") String key) {
        request.require(TenantPermissions.PLANS_READ);
        return answer(existing(key));
    }

    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a plan",
            description = "Licenses that come from it change with it. A limit below what a tenant uses takes nothing"
                    + " away: the tenant cannot grow until it is back under it.")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response change(@PathParam("key") String key, PlanContent body) {
        request.require(TenantPermissions.PLANS_MANAGE);
        var row = existing(key);
        request.requireUnchanged(row.version());
        var before = row.plan();
        row.change(body.plan(key), request.clock().millis());
        plans.add(row);
        audit("plan.changed", key, before, row.plan());
        return answer(row);
    }

    @DELETE
    @Path("{key}")
    @Operation(summary = "Delete a plan that no license comes from")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response delete(@PathParam("key") String key) {
        request.require(TenantPermissions.PLANS_MANAGE);
        var row = existing(key);
        request.requireUnchanged(row.version());
        if (plans.defaultKey().equals(key)) {
            throw TenantProblems.planIsSet(Plans.DEFAULT_PLAN);
        }
        if (key.equals(RealmSettings.of(request.session()).get(Plans.PERSONAL_PLAN))) {
            throw TenantProblems.planIsSet(Plans.PERSONAL_PLAN);
        }
        var tenants = plans.tenantsOn(row);
        if (tenants > 0) {
            throw TenantProblems.planInUse(tenants);
        }
        plans.remove(row);
        audit("plan.deleted", key, row.plan(), null);
        return Response.noContent().build();
    }

    private void add(PlanEntity row, String key) {
        try {
            plans.add(row);
        } catch (PersistenceException | ModelDuplicateException e) {
            // Somebody made one with this key since we looked.
            throw TenantProblems.planExists(key);
        }
    }

    private PlanEntity existing(String key) {
        return plans.find(key).orElseThrow(TenantProblems::unknownPlanInPath);
    }

    private void audit(String action, String key, @Nullable Plan before, @Nullable Plan after) {
        request.record(AuditEntry.changed(
                action,
                request.actor(),
                null,
                new AuditEntry.Target("plan", key),
                AuditEntry.Change.between(
                        before == null ? null : content(before), after == null ? null : content(after))));
    }

    private static Map<String, Object> content(Plan plan) {
        return Map.of(
                "name", plan.name(),
                "limits", plan.limits().byKey(),
                "features", plan.features(),
                "rollouts", FeaturesBody.shown(plan.rollouts()),
                "graceDays", plan.graceDays(),
                "onExpiry", plan.onExpiry().key(),
                "invitationsHoldSeats", plan.invitationsHoldSeats());
    }

    private static Response answer(PlanEntity row) {
        return Response.ok(view(row)).tag(ApiRequest.tag(row.version())).build();
    }

    private static PlanView view(PlanEntity row) {
        var plan = row.plan();
        return new PlanView(
                plan.key(),
                plan.name(),
                plan.limits().byKey(),
                plan.features(),
                FeaturesBody.shown(plan.rollouts()),
                plan.graceDays(),
                plan.onExpiry().key(),
                plan.invitationsHoldSeats(),
                Instant.ofEpochMilli(row.createdAt()).toString(),
                Instant.ofEpochMilli(row.updatedAt()).toString());
    }

    /** What validation has found to be there. */
    private static String text(@Nullable String value) {
        if (value == null) {
            throw new IllegalStateException("An unvalidated body");
        }
        return value;
    }
}
