package org.keysteward.kernel.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;

/** The document that describes this API; generated when the bundle is built. */
@Tag(name = "About")
public final class OpenApiResource {
    private static final String DOCUMENT = "/META-INF/keysteward/openapi.json";

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read this document")
    @ApiResponse(responseCode = "200", description = "What was asked for")
    public Response read() {
        try (var document = OpenApiResource.class.getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                throw new ProblemException(
                        Problem.of(ProblemType.NOT_FOUND, "This build of the bundle carries no OpenAPI document."));
            }
            return Response.ok(new String(document.readAllBytes(), StandardCharsets.UTF_8))
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
