package org.keysteward.tenants.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.tenants.features.Evaluation;

/**
 * A tenant's features as flags of the OpenFeature Remote Evaluation Protocol 0.3.0.
 *
 * @see <a href="https://github.com/open-feature/protocol">open-feature/protocol</a>
 */
@Tag(name = "OFREP")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class OfrepResource {
    /** @param context {@code tenant}, {@code targetingKey}, and what else the application knows */
    public record EvaluationRequest(Map<String, Object> context) {}

    /**
     * A flag's value.
     *
     * @param value absent where the application's own default holds
     * @param reason {@code STATIC}, {@code TARGETING_MATCH}, {@code SPLIT} or {@code DISABLED}
     * @param variant {@code on}, {@code off}, {@code default} or {@code otherwise}
     */
    public record Flag(String key, @Nullable Object value, String reason, String variant) {
        static Flag of(String key, Evaluation evaluation) {
            return new Flag(
                    key,
                    evaluation.value(),
                    evaluation.reason().name(),
                    evaluation.variant().key());
        }
    }

    /**
     * All flags of a tenant.
     *
     * @param flags a value each, or why there is none
     * @param metadata {@code tenant}, the alias of the tenant whose flags these are
     */
    public record FlagSet(List<Object> flags, Map<String, String> metadata) {}

    private final ApiRequest request;
    private final Instant now;

    OfrepResource(ApiRequest request) {
        this.request = request;
        this.now = request.clock().instant();
    }

    @POST
    @Path("evaluate/flags")
    @Operation(
            summary = "Evaluate all flags of a tenant",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = EvaluationRequest.class))))
    @ApiResponse(
            responseCode = "200",
            description = "What they are",
            content = @Content(schema = @Schema(implementation = FlagSet.class)))
    @ApiResponse(responseCode = "304", description = "What they were under the ETag of If-None-Match")
    @ApiResponse(
            responseCode = "400",
            description = "No question that can be answered",
            content = @Content(schema = @Schema(implementation = OfrepFailure.class)))
    public Response all(
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known, @Parameter(hidden = true) InputStream body)
            throws IOException {
        var question = new OfrepQuestion.Reader(request).read(body);
        if (question instanceof OfrepQuestion.Refused refused) {
            return refuse(null, refused);
        }
        var asked = (OfrepQuestion.Asked) question;
        List<Object> flags = asked.features().evaluateAll(asked.member(), now).entrySet().stream()
                .map(flag -> answer(asked, flag.getKey(), flag.getValue()))
                .toList();
        var set = new FlagSet(flags, Map.of("tenant", asked.tenant().alias()));
        var tag = "\"" + hash(Json.write(set)) + "\"";
        var response = isKnown(known, tag) ? Response.notModified() : Response.ok(set);
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    @POST
    @Path("evaluate/flags/{key}")
    @Operation(
            summary = "Evaluate a flag of a tenant",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = EvaluationRequest.class))))
    @ApiResponse(
            responseCode = "200",
            description = "What it is",
            content = @Content(schema = @Schema(implementation = Flag.class)))
    @ApiResponse(
            responseCode = "400",
            description = "No question that can be answered",
            content = @Content(schema = @Schema(implementation = OfrepFailure.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Neither the tenant nor its plan has it",
            content = @Content(schema = @Schema(implementation = OfrepFailure.class)))
    public Response one(@PathParam("key") String key, @Parameter(hidden = true) InputStream body) throws IOException {
        var question = new OfrepQuestion.Reader(request).read(body);
        if (question instanceof OfrepQuestion.Refused refused) {
            return refuse(key, refused);
        }
        var asked = (OfrepQuestion.Asked) question;
        return asked.features()
                .evaluate(key, asked.member(), now)
                .map(evaluation -> answer(asked, key, evaluation))
                .map(answer -> Response.status(answer instanceof OfrepFailure ? 400 : 200)
                        .entity(answer)
                        .build())
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND)
                        .entity(new OfrepFailure(
                                key, OfrepFailure.Code.FLAG_NOT_FOUND, "The tenant has no feature of this name."))
                        .build());
    }

    /** A value, or why there is none. */
    private Object answer(OfrepQuestion.Asked asked, String key, Evaluation evaluation) {
        return asked.member() == null && asked.features().asksForMember(key, now)
                ? new OfrepFailure(
                        key,
                        OfrepFailure.Code.TARGETING_KEY_MISSING,
                        "The feature is rolled out by member: name one in the context's targetingKey.")
                : Flag.of(key, evaluation);
    }

    private static Response refuse(@Nullable String key, OfrepQuestion.Refused refused) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(new OfrepFailure(key, refused.code(), refused.details()))
                .build();
    }

    /** Weakly compared (RFC 9110, section 13.1.2): a proxy that compresses may have weakened the tag. */
    private static boolean isKnown(@Nullable String condition, String tag) {
        if (condition == null) {
            return false;
        }
        for (var one : condition.split(",", -1)) {
            var known = one.strip();
            if (known.equals("*") || known.equals(tag) || known.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    private static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)),
                            0,
                            16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
