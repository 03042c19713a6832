package org.keysteward.roles.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.persistence.EntityManager;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.RoleMapping;
import org.keysteward.roles.RolePermissions;
import org.keysteward.tenants.TenantRole;

/** Which groups of other directories give which roles in a tenant. */
@Tag(name = "Role mappings")
@Produces(MediaType.APPLICATION_JSON)
public final class RoleMappingsResource {
    private static final int MAX_TEXT = 255;
    private static final int MOST = 1000;

    /** @param identityProvider null for any, and for SCIM */
    public record MappingView(
            String id, String source, @Nullable String identityProvider, String group, String role, String path) {}

    /**
     * A mapping to make.
     *
     * @param group the group's name there; with an asterisk at the end every group whose name begins alike
     */
    public record NewMapping(
            @Nullable String source,
            @Nullable String identityProvider,
            @Nullable String group,
            @Nullable String role,
            @Nullable String path)
            implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (!"idp".equals(source) && !"scim".equals(source)) {
                errors.add("/source", "A source is idp or scim.");
            }
            if (identityProvider != null) {
                errors.requireText("/identityProvider", identityProvider, MAX_TEXT);
                if ("scim".equals(source)) {
                    errors.add("/identityProvider", "Groups of SCIM come from no identity provider.");
                }
            }
            if (errors.requireText("/group", group, MAX_TEXT)) {
                var asterisk = RoleBody.text(group).indexOf('*');
                if (asterisk >= 0 && asterisk < RoleBody.text(group).length() - 1) {
                    errors.add("/group", "An asterisk stands at the end only.");
                }
            }
            errors.requireText("/role", role, 63);
            if (path != null) {
                AssignmentPath.fault(path).ifPresent(fault -> errors.add("/path", fault));
            }
        }

        private RoleMapping mapping(String id) {
            return new RoleMapping(
                    id,
                    "scim".equals(source) ? RoleMapping.Source.SCIM : RoleMapping.Source.IDP,
                    identityProvider,
                    RoleBody.text(group),
                    RoleBody.text(role),
                    AssignmentPath.of(path == null ? "" : path));
        }
    }

    private final ApiRequest request;
    private final RealmOrTenant place;
    private final RoleModel model;
    private final EntityManager entityManager;

    RoleMappingsResource(ApiRequest request) {
        this.request = request;
        this.place = RealmOrTenant.ofTenant(request);
        this.model = new RoleModel(request.session());
        this.entityManager = Rows.entityManager(request.session());
    }

    @GET
    @Operation(summary = "List a tenant's role mappings")
    public Page<MappingView> list() {
        request.require(RolePermissions.ROLES_READ);
        return new Page<>(rows().stream().map(row -> view(row.mapping())).toList(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Have a group give a role",
            description = "Of several mappings for one group the most specific decides. Who is in the group gets the"
                    + " role with the next sign-in or the next synchronisation.")
    @ApiResponse(
            responseCode = "201",
            description = "What was made",
            content = @Content(schema = @Schema(implementation = MappingView.class)))
    public Response create(NewMapping body) {
        request.require(RolePermissions.ROLES_MANAGE);
        return request.once(() -> {
            model.changing(place.id());
            var mapping = body.mapping(place.newId());
            validate(mapping);
            var used = rows().size();
            if (used >= MOST) {
                throw RoleProblems.tooMany("role mappings", used, MOST);
            }
            add(new RoleMappingEntity(place.realmId(), place.id(), mapping));
            place.record(
                    "role_mapping.created",
                    "role-mapping",
                    mapping.id(),
                    AuditEntry.Change.between(null, content(mapping)));
            return request.created(mapping.id(), view(mapping)).build();
        });
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Have a group give a role no longer")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response delete(@PathParam("id") String id) {
        request.require(RolePermissions.ROLES_MANAGE);
        model.changing(place.id());
        var row = rows().stream()
                .filter(one -> one.mapping().id().equals(id))
                .findFirst()
                .orElseThrow(RoleProblems::unknownMapping);
        var mapping = row.mapping();
        model.graph(place.id())
                .role(mapping.role())
                .ifPresent(role -> RoleProblems.refuseUnlessAllowed(
                        place.authority(mapping.path()).taking(role, false), ""));
        entityManager.remove(row);
        entityManager.flush();
        place.record("role_mapping.removed", "role-mapping", id, AuditEntry.Change.between(content(mapping), null));
        return Response.noContent().build();
    }

    private void validate(RoleMapping mapping) {
        if (TenantRole.of(mapping.role()).filter(TenantRole::administers).isPresent()) {
            throw new ProblemException(Problem.invalidField(
                    "/role", "Owners and administrators are made by changing the role of a member."));
        }
        var role = model.graph(place.id())
                .role(mapping.role())
                .orElseThrow(() -> RoleProblems.unknownRole("/role", mapping.role()));
        var alias = mapping.identityProvider();
        if (alias != null) {
            var organization =
                    request.session().getProvider(OrganizationProvider.class).getById(place.id());
            if (organization.getIdentityProviders().noneMatch(one -> alias.equals(one.getAlias()))) {
                throw new ProblemException(Problem.invalidField(
                        "/identityProvider", "The tenant has no identity provider with this alias."));
            }
        }
        RoleProblems.refuseUnlessAllowed(place.authority(mapping.path()).giving(role, false), "/role");
    }

    private void add(RoleMappingEntity row) {
        try {
            entityManager.persist(row);
            entityManager.flush();
        } catch (PersistenceException | ModelDuplicateException e) {
            throw RoleProblems.mappingExists();
        }
    }

    private List<RoleMappingEntity> rows() {
        return entityManager
                .createQuery(
                        "select m from RoleMappingEntity m where m.realmId = :realm and m.tenantId = :tenant order by m.id",
                        RoleMappingEntity.class)
                .setParameter("realm", place.realmId())
                .setParameter("tenant", place.id())
                .getResultList();
    }

    private static Map<String, Object> content(RoleMapping mapping) {
        var content = new LinkedHashMap<String, Object>();
        content.put("source", mapping.source().key());
        content.put("identityProvider", String.valueOf(mapping.identityProvider()));
        content.put("group", mapping.group());
        content.put("role", mapping.role());
        content.put("path", mapping.path().text());
        return content;
    }

    private static MappingView view(RoleMapping mapping) {
        return new MappingView(
                mapping.id(),
                mapping.source().key(),
                mapping.identityProvider(),
                mapping.group(),
                mapping.role(),
                mapping.path().text());
    }
}
