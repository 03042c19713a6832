package org.keysteward.tenants.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ModelException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.tenants.DomainName;
import org.keysteward.tenants.TenantAlias;
import org.keysteward.tenants.TenantPermissions;
import org.keysteward.tenants.TenantRole;

/** The realm's tenants, or for a member those that it belongs to. */
@Tag(name = "Tenants")
@Produces(MediaType.APPLICATION_JSON)
public final class TenantsResource {
    private static final int MAX_NAME = 255;
    private static final int MAX_SEARCH = 255;
    private static final int MAX_DOMAINS = 100;

    /**
     * A tenant to make. Without a plan, the realm's default plan holds.
     *
     * @param domains claimed, and to be verified
     * @param owner is invited to be the tenant's first owner
     */
    public record NewTenant(
            @Nullable String alias,
            @Nullable String name,
            @Nullable String plan,
            @Nullable Map<String, @Nullable Long> limits,
            @Nullable String startsAt,
            @Nullable String expiresAt,
            @Nullable List<@Nullable String> domains,
            InvitationsResource.@Nullable NewInvitation owner)
            implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (errors.requireText("/alias", alias, MAX_NAME) && !TenantAlias.isValid(String.valueOf(alias))) {
                errors.add("/alias", "An alias is " + TenantAlias.RULE + ".");
            }
            errors.requireText("/name", name, MAX_NAME);
            license().validate(errors);
            validateDomains(errors);
            validateOwner(errors);
        }

        private void validateOwner(FieldErrors errors) {
            if (owner != null) {
                owner.validate("/owner", errors);
                if (owner.role() != null && !TenantRole.OWNER.key().equals(owner.role())) {
                    errors.add("/owner/role", "The first owner is an owner; leave the role out.");
                }
            }
        }

        private void validateDomains(FieldErrors errors) {
            if (domains == null) {
                return;
            }
            if (domains.size() > MAX_DOMAINS) {
                errors.add("/domains", "At most " + MAX_DOMAINS + " domains.");
                return;
            }
            var seen = new LinkedHashSet<DomainName>();
            for (var i = 0; i < domains.size(); i++) {
                var domain = Optional.ofNullable(domains.get(i)).flatMap(DomainName::of);
                if (domain.isEmpty()) {
                    errors.add("/domains/" + i, "This is not a domain such as acme.example.");
                } else if (!seen.add(domain.get())) {
                    errors.add("/domains/" + i, "This domain is named twice.");
                }
            }
        }

        private boolean choosesLicense() {
            return plan != null || limits != null || startsAt != null || expiresAt != null;
        }

        private LicenseResource.NewLicense license() {
            return new LicenseResource.NewLicense(plan, limits, null, null, startsAt, expiresAt, null);
        }

        private List<DomainName> domainNames() {
            return domains == null
                    ? List.of()
                    : domains.stream()
                            .flatMap(text -> Optional.ofNullable(text).stream())
                            .flatMap(text -> DomainName.of(text).stream())
                            .toList();
        }
    }

    private final ApiRequest request;
    private final OrganizationProvider organizations;
    private final TenantViews views;

    TenantsResource(ApiRequest request) {
        this.request = request;
        this.organizations = request.session().getProvider(OrganizationProvider.class);
        this.views = new TenantViews(request);
    }

    @GET
    @Operation(
            summary = "List tenants, by alias",
            description = "An administrator sees every tenant of the realm, anyone else those in which they are active"
                    + " members.")
    public Page<TenantView> list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (search != null && search.length() > MAX_SEARCH) {
            throw new ProblemException(
                    Problem.invalidField("?search", "At most " + MAX_SEARCH + " characters can be searched for."));
        }
        var count = request.limit(limit);
        var everyTenant = request.actor().permits(TenantPermissions.TENANT_READ);
        var list = "tenants\0" + everyTenant + "\0" + (search == null ? "" : search);
        var rows =
                views.page(everyTenant, search, request.position(list, cursor).orElse(""), count + 1);
        return Page.cut(rows, count, row -> row, row -> request.cursor(list, row.alias()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a tenant", description = "All of it, or nothing.")
    @ApiResponse(
            responseCode = "201",
            description = "What was made",
            content = @Content(schema = @Schema(implementation = TenantView.class)))
    public Response create(NewTenant body) {
        request.require(TenantPermissions.TENANT_CREATE);
        return request.once(() -> {
            if (!request.realm().isOrganizationsEnabled()) {
                throw TenantProblems.organizationsOff();
            }
            if (body.choosesLicense()) {
                new SignedLicenses(request).refuseUnsigned();
            }
            var organization = make(body);
            var tenant = TenantDirectory.ref(organization);
            new LicenseLock(request.session()).makeRow(tenant.id());
            var licenses = new Licenses(request);
            licenses.give(tenant, body.license().grant(licenses.planId(body.plan())));
            request.record(AuditEntry.changed(
                    "tenant.created",
                    request.actor(),
                    tenant,
                    new AuditEntry.Target("tenant", tenant.id()),
                    new AuditEntry.Change("/alias", null, tenant.alias()),
                    new AuditEntry.Change("/plan", null, body.plan())));
            claim(tenant, body.domainNames());
            inviteOwner(organization, body.owner());
            return request.created(tenant.alias(), views.one(tenant)).build();
        });
    }

    /** Whoever may not know the tenant is told that there is none before anything else is looked at. */
    @Path("{tenant}")
    public TenantResource tenant(@PathParam("tenant") String alias) {
        return new TenantDirectory(request.session())
                .byAlias(alias)
                .map(TenantDirectory::ref)
                .filter(tenant -> request.actor().permits(TenantPermissions.TENANT_READ, tenant))
                .map(tenant -> new TenantResource(request, tenant))
                .orElseThrow(() -> new ProblemException(Problem.unknownTenant()));
    }

    private OrganizationModel make(NewTenant body) {
        var alias = String.valueOf(body.alias());
        var name = String.valueOf(body.name()).strip();
        refuseTaken(alias, name, body.domainNames());
        try {
            var organization = organizations.create(name, alias);
            Rows.entityManager(request.session()).flush();
            return organization;
        } catch (PersistenceException | ModelException e) {
            // Somebody else made it since we looked.
            throw TenantProblems.tenantTaken();
        }
    }

    private void refuseTaken(String alias, String name, List<DomainName> domains) {
        if (new TenantDirectory(request.session()).byAlias(alias).isPresent()) {
            throw TenantProblems.aliasTaken();
        }
        if (organizations
                .getAllStream(name, true, 0, 1)
                .anyMatch(other -> other.getName().equals(name))) {
            throw TenantProblems.nameTaken();
        }
        for (var i = 0; i < domains.size(); i++) {
            if (organizations.getByDomainName(domains.get(i).value()) != null) {
                throw TenantProblems.domainTaken("/domains/" + i);
            }
        }
    }

    private void claim(TenantRef tenant, List<DomainName> names) {
        var domains = new Domains(request, tenant);
        for (var i = 0; i < names.size(); i++) {
            domains.claim(names.get(i), "/domains/" + i);
        }
    }

    private void inviteOwner(OrganizationModel organization, InvitationsResource.@Nullable NewInvitation owner) {
        if (owner != null) {
            new Invitations(request, organization).invite(owner.addressee(new InvitedRole(TenantRole.OWNER, null)));
        }
    }
}
