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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.tenants.DomainName;
import org.keysteward.tenants.TenantPermissions;

/** A tenant's domains, claimed and verified. */
@Tag(name = "Domains")
@Produces(MediaType.APPLICATION_JSON)
public final class DomainsResource {
    /** A domain to claim. */
    public record NewDomain(@Nullable String name) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (name == null || DomainName.of(name).isEmpty()) {
                errors.add("/name", "This is not a domain such as acme.example.");
            }
        }
    }

    private final ApiRequest request;
    private final Domains domains;

    DomainsResource(ApiRequest request) {
        this.request = request;
        this.domains = new Domains(request, request.tenant());
    }

    @GET
    @Operation(summary = "List a tenant's domains, by name")
    public Page<DomainView> list() {
        request.require(TenantPermissions.DOMAINS_READ);
        return new Page<>(domains.list(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Claim a domain",
            description = "A claim gives no power. Publish the TXT record that the answer names, then verify.")
    @ApiResponse(
            responseCode = "201",
            description = "What was made",
            content = @Content(schema = @Schema(implementation = DomainView.class)))
    public Response claim(NewDomain body) {
        request.require(TenantPermissions.DOMAINS_MANAGE);
        return request.once(() -> {
            var domain = DomainName.of(String.valueOf(body.name())).orElseThrow();
            domains.claim(domain, "/name");
            return request.created(domain.value(), existing(domain)).build();
        });
    }

    @GET
    @Path("{name}")
    @Operation(summary = "Read a domain")
    public DomainView read(@PathParam("name") String name) {
        request.require(TenantPermissions.DOMAINS_READ);
        return existing(named(name));
    }

    @POST
    @Path("{name}/verify")
    @Operation(
            summary = "Verify a domain by its TXT record",
            description = "Answers 409 domain-not-verified until the record is there.")
    public DomainView verify(@PathParam("name") String name) {
        request.require(TenantPermissions.DOMAINS_MANAGE);
        var domain = named(name);
        var challenge = domains.challenge(domain).orElseThrow(TenantProblems::unknownDomain);
        if (!existing(domain).verified()) {
            var records = TenantsFactory.of(request.session()).txtRecords();
            try {
                if (!challenge.isMetBy(records.of(challenge.recordName()))) {
                    throw TenantProblems.domainNotVerified(challenge);
                }
            } catch (TxtRecords.UnavailableException e) {
                throw TenantProblems.dnsUnavailable();
            }
            domains.verified(domain, "dns");
        }
        return existing(domain);
    }

    @POST
    @Path("{name}/approve")
    @Operation(summary = "Declare a domain verified, as an administrator of the realm who knows that it is")
    public DomainView approve(@PathParam("name") String name) {
        request.require(TenantPermissions.DOMAINS_APPROVE);
        var domain = named(name);
        if (!existing(domain).verified()) {
            domains.verified(domain, "administrator");
        }
        return existing(domain);
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Give a domain up")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response remove(@PathParam("name") String name) {
        request.require(TenantPermissions.DOMAINS_MANAGE);
        domains.remove(named(name));
        return Response.noContent().build();
    }

    private DomainView existing(DomainName domain) {
        return domains.find(domain.value()).orElseThrow(TenantProblems::unknownDomain);
    }

    private static DomainName named(String name) {
        return DomainName.of(name).orElseThrow(TenantProblems::unknownDomain);
    }
}
