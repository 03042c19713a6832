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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ModelDuplicateException;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.tenants.TenantPermissions;
import org.keysteward.tenants.signing.LicenseKey;
import org.keysteward.tenants.signing.LicenseKeyException;
import org.keysteward.tenants.signing.LicenseKeys;

/** The public keys of vendors that signed licenses are checked with. */
@Tag(name = "License keys")
@Produces(MediaType.APPLICATION_JSON)
public final class LicenseKeysResource {
    /**
     * A public key.
     *
     * @param algorithm {@code EdDSA} or {@code ES256}
     * @param jwk RFC 7517
     */
    public record KeyView(String kid, String algorithm, Map<String, Object> jwk, String createdAt) {
        static KeyView of(LicenseKeyEntity row) {
            var key = row.key();
            return new KeyView(
                    key.kid(),
                    String.valueOf(key.toJwk().get("alg")),
                    key.toJwk(),
                    Instant.ofEpochMilli(row.createdAt()).toString());
        }
    }

    /** A set of public keys (RFC 7517), as {@code license-key public} prints it. */
    public record Jwks(@Nullable List<@Nullable Map<String, @Nullable Object>> keys) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (keys == null || keys.isEmpty()) {
                errors.add("/keys", "Name at least one key.");
                return;
            }
            try {
                parsed();
            } catch (LicenseKeyException e) {
                errors.add(e.pointer(), String.valueOf(e.getMessage()));
            }
        }

        private LicenseKeys parsed() {
            return LicenseKeys.ofJwks(Map.of("keys", keys == null ? List.of() : keys));
        }
    }

    private final ApiRequest request;
    private final LicenseKeyRing ring;

    LicenseKeysResource(ApiRequest request) {
        this.request = request;
        this.ring = new LicenseKeyRing(request.session());
    }

    @GET
    @Operation(summary = "List the keys, by id")
    public Page<KeyView> list() {
        request.require(TenantPermissions.LICENSE_KEYS_READ);
        return new Page<>(ring.rows().stream().map(KeyView::of).toList(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Accept licenses that are signed with these keys",
            description = "All of them, or none. A key that is there already is left as it is.")
    @ApiResponse(
            responseCode = "201",
            description = "The keys that are accepted now",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response add(Jwks body) {
        request.require(TenantPermissions.LICENSE_KEYS_MANAGE);
        return request.once(() -> {
            body.parsed().all().forEach(this::add);
            if (ring.rows().size() > LicenseKeys.MAXIMUM) {
                throw new ProblemException(
                        Problem.invalidField("/keys", "A realm accepts at most " + LicenseKeys.MAXIMUM + " keys."));
            }
            return Response.status(Response.Status.CREATED).entity(list()).build();
        });
    }

    @DELETE
    @Path("{kid: .+}")
    @Operation(
            summary = "Accept a key no longer",
            description = "Licenses that are installed stay; none that it signed can be installed from now on.")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response remove(@PathParam("kid") String kid) {
        request.require(TenantPermissions.LICENSE_KEYS_MANAGE);
        var row = ring.find(kid)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemType.NOT_FOUND, "The realm accepts no key with this id.")));
        ring.remove(row);
        record("license_key.removed", kid, row.key(), null);
        return Response.noContent().build();
    }

    private void add(LicenseKey key) {
        var there = ring.find(key.kid());
        if (there.isPresent()) {
            if (!there.get().key().toJwk().equals(key.toJwk())) {
                throw TenantProblems.licenseKeyExists(key.kid());
            }
            return;
        }
        try {
            ring.add(key, request.clock().millis());
        } catch (PersistenceException | ModelDuplicateException e) {
            // Somebody else added one with this id since we looked.
            throw TenantProblems.licenseKeyExists(key.kid());
        }
        record("license_key.added", key.kid(), null, key);
    }

    private void record(String action, String kid, @Nullable LicenseKey before, @Nullable LicenseKey after) {
        request.record(AuditEntry.changed(
                action,
                request.actor(),
                null,
                new AuditEntry.Target("license-key", kid),
                new AuditEntry.Change(
                        "/jwk", before == null ? null : before.toJwk(), after == null ? null : after.toJwk())));
    }
}
