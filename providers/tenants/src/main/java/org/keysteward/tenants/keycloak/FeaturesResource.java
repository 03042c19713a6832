package org.keysteward.tenants.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.tenants.License;
import org.keysteward.tenants.TenantPermissions;
import org.keysteward.tenants.features.Rollout;

/** The features that a tenant's license has, and what the tenant has instead of what its plan says. */
@Tag(name = "Features")
@Produces(MediaType.APPLICATION_JSON)
public final class FeaturesResource {
    /**
     * A tenant's own value of a feature.
     *
     * @param value a boolean, a number, a text or an object
     * @param rollout to whom and when it is given; to everyone where absent, whatever the plan says
     */
    public record NewFeature(
            @Nullable Object value, @Nullable RolloutBody rollout) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            FeaturesBody.validateValue("/value", value, errors);
            if (rollout != null) {
                FeaturesBody.validateRollout("/rollout", rollout, errors);
            }
        }
    }

    private final ApiRequest request;
    private final Licenses licenses;

    FeaturesResource(ApiRequest request) {
        this.request = request;
        this.licenses = new Licenses(request);
    }

    @GET
    @Operation(
            summary = "List a tenant's features, by name",
            description = "As the license has them. What one is for somebody at a moment, OFREP answers.")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = FeaturePage.class)))
    public Response list() {
        request.require(TenantPermissions.FEATURES_READ);
        var license = license();
        var items = license.features().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(feature -> FeatureView.of(license, feature.getKey(), feature.getValue()))
                .toList();
        return Response.ok(new Page<>(items, null))
                .tag(ApiRequest.tag(version()))
                .build();
    }

    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Give a tenant a value of its own of a feature",
            description = "Of one that its plan has, or of one that no plan has. Only the license changes: this and"
                    + " PUT /tenants/{tenant}/license share their ETag.")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = FeatureView.class)))
    public Response override(@PathParam("key") String key, NewFeature body) {
        var before = lockToChange();
        requireName(key);
        var features = new HashMap<>(before.overrides().features());
        var rollouts = new HashMap<>(before.overrides().rollouts());
        var value = given(body);
        features.put(key, value);
        rollouts.remove(key);
        if (body.rollout() != null) {
            rollouts.put(key, body.rollout().rollout());
        }
        if (features.size() > FeaturesBody.MAX_FEATURES) {
            throw new ProblemException(Problem.invalidField(
                    "", "A tenant has at most " + FeaturesBody.MAX_FEATURES + " features of its own."));
        }
        give(before, features, rollouts);
        return Response.ok(FeatureView.of(license(), key, value))
                .tag(ApiRequest.tag(version()))
                .build();
    }

    @DELETE
    @Path("{key}")
    @Operation(
            summary = "Take a tenant's own value of a feature back",
            description = "What the plan says holds again; a feature that no plan has is gone.")
    @ApiResponse(responseCode = "204", description = "Taken back")
    public Response takeBack(@PathParam("key") String key) {
        var before = lockToChange();
        var features = new HashMap<>(before.overrides().features());
        var rollouts = new HashMap<>(before.overrides().rollouts());
        var overridden = features.remove(key) != null | rollouts.remove(key) != null;
        if (overridden) {
            give(before, features, rollouts);
        } else if (!license().features().containsKey(key)) {
            throw new ProblemException(
                    Problem.of(ProblemType.NOT_FOUND, "The tenant has no feature of this name, nor has its plan."));
        }
        return Response.noContent().build();
    }

    private LicenseEntity.Grant lockToChange() {
        request.require(TenantPermissions.FEATURES_MANAGE);
        // Overrides are part of the license row: two changes at once must not lose one another's.
        new LicenseLock(request.session()).take(request.tenant().id());
        request.requireUnchanged(version());
        licenses.refuseUnlessAdministered(request.tenant());
        return licenses.find(request.tenant()).orElseThrow().grant();
    }

    private void give(LicenseEntity.Grant before, Map<String, Object> features, Map<String, Rollout> rollouts) {
        licenses.give(
                request.tenant(),
                new LicenseEntity.Grant(
                        before.planId(),
                        new License.Overrides(before.overrides().limits(), features, rollouts),
                        before.startsAt(),
                        before.expiresAt(),
                        before.graceDays(),
                        before.signedId()));
    }

    private static void requireName(String key) {
        var errors = new FieldErrors();
        FeaturesBody.validateName("", key, errors);
        errors.problem().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    private static Object given(NewFeature body) {
        if (body.value() == null) {
            throw new IllegalStateException("A body that was not validated");
        }
        return body.value();
    }

    private License license() {
        return new LicenseQuery(request.session()).of(request.tenant().id());
    }

    private int version() {
        return licenses.find(request.tenant()).map(LicenseEntity::version).orElse(-1);
    }

    /** How a list of features reads; for the document only. */
    public record FeaturePage(List<FeatureView> items) {}
}
