package org.keysteward.roles.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.RealmSettings;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.AssignmentRule;
import org.keysteward.roles.Condition;
import org.keysteward.roles.EffectiveRole;
import org.keysteward.roles.Role;
import org.keysteward.roles.RolePermissions;
import org.keysteward.tenants.TenantRole;

/** The rules by which a tenant's members get roles as long as a condition holds. */
@Tag(name = "Assignment rules")
@Produces(MediaType.APPLICATION_JSON)
public final class AssignmentRulesResource {
    private static final int MAX_NAME = 255;
    private static final int MOST = 100;
    private static final int SAMPLE = 20;
    private static final int AT_ONCE = 500;
    private static final int MOST_LOOKED_AT = 10_000;

    /**
     * A rule.
     *
     * @param path empty for the whole tenant
     * @param enabled whether it gives its role already
     */
    public record RuleView(
            String key, String name, String role, String path, Map<String, Object> when, boolean enabled) {}

    /** A rule to make; it gives nothing before it is switched on. */
    public record NewRule(
            @Nullable String key,
            @Nullable String name,
            @Nullable String role,
            @Nullable String path,
            @Nullable Map<String, @Nullable Object> when,
            @Nullable Boolean enabled)
            implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (errors.requireText("/key", key, 63)) {
                Role.keyFault(RoleBody.text(key)).ifPresent(fault -> errors.add("/key", fault));
            }
            content().validate(errors);
        }

        private RuleContent content() {
            return new RuleContent(name, role, path, when, enabled);
        }
    }

    /** A rule's content; the key stays. */
    public record RuleContent(
            @Nullable String name,
            @Nullable String role,
            @Nullable String path,
            @Nullable Map<String, @Nullable Object> when,
            @Nullable Boolean enabled)
            implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            errors.requireText("/name", name, MAX_NAME);
            preview().validate(errors);
        }

        private Preview preview() {
            return new Preview(role, path, when);
        }

        private AssignmentRule rule(String key) {
            return new AssignmentRule(
                    key,
                    RoleBody.text(name),
                    RoleBody.text(role),
                    preview().where(),
                    preview().condition(),
                    Boolean.TRUE.equals(enabled));
        }
    }

    /** A rule that is tried. */
    public record Preview(
            @Nullable String role,
            @Nullable String path,
            @Nullable Map<String, @Nullable Object> when) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            errors.requireText("/role", role, 63);
            if (path != null) {
                AssignmentPath.fault(path).ifPresent(fault -> errors.add("/path", fault));
            }
            Condition.parse(when, "/when", errors);
        }

        private AssignmentPath where() {
            return AssignmentPath.of(path == null ? "" : path);
        }

        private Condition condition() {
            var condition = Condition.parse(when, "/when", new FieldErrors());
            if (condition == null) {
                throw new IllegalStateException("An unvalidated body");
            }
            return condition;
        }
    }

    /**
     * For whom a rule holds now.
     *
     * @param sample some of them
     * @param truncated whether there are more members than were looked at
     */
    public record PreviewView(int matches, List<PersonView> sample, boolean truncated) {}

    /** A member. */
    public record PersonView(String userId, @Nullable String username) {}

    private final ApiRequest request;
    private final RealmOrTenant place;
    private final RoleModel model;
    private final EntityManager entityManager;

    AssignmentRulesResource(ApiRequest request) {
        this.request = request;
        this.place = RealmOrTenant.ofTenant(request);
        this.model = new RoleModel(request.session());
        this.entityManager = Rows.entityManager(request.session());
    }

    @GET
    @Operation(summary = "List a tenant's assignment rules, by key")
    public Page<RuleView> list() {
        request.require(RolePermissions.ROLES_READ);
        // There are few of them.
        return new Page<>(rows().stream().map(row -> view(row.rule())).toList(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make an assignment rule")
    @ApiResponse(
            responseCode = "201",
            description = "What was made",
            content = @Content(schema = @Schema(implementation = RuleView.class)))
    public Response create(NewRule body) {
        request.require(RolePermissions.ROLES_MANAGE);
        return request.once(() -> {
            model.changing(place.id());
            var key = RoleBody.text(body.key());
            if (find(key).isPresent()) {
                throw RoleProblems.ruleExists(key);
            }
            var used = rows().size();
            if (used >= MOST) {
                throw RoleProblems.tooMany("assignment rules", used, MOST);
            }
            var rule = allowed(body.content().rule(key));
            var row = new AssignmentRuleEntity(place.newId(), place.realmId(), place.id(), key);
            row.change(rule);
            entityManager.persist(row);
            entityManager.flush();
            record("assignment_rule.created", null, rule);
            return request.created(key, view(rule))
                    .tag(ApiRequest.tag(row.version()))
                    .build();
        });
    }

    @GET
    @Path("{key}")
    @Operation(summary = "Read an assignment rule")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = RuleView.class)))
    public Response read(@PathParam("key") String key) {
        request.require(RolePermissions.ROLES_READ);
        return answer(existing(key));
    }

    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change an assignment rule, or switch it on or off")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = RuleView.class)))
    public Response change(@PathParam("key") String key, RuleContent body) {
        request.require(RolePermissions.ROLES_MANAGE);
        model.changing(place.id());
        var row = existing(key);
        request.requireUnchanged(row.version());
        var before = row.rule();
        judgeTaking(before);
        var rule = allowed(body.rule(key));
        row.change(rule);
        entityManager.flush();
        record("assignment_rule.changed", before, rule);
        return answer(row);
    }

    @DELETE
    @Path("{key}")
    @Operation(summary = "Delete an assignment rule")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response delete(@PathParam("key") String key) {
        request.require(RolePermissions.ROLES_MANAGE);
        model.changing(place.id());
        var row = existing(key);
        request.requireUnchanged(row.version());
        judgeTaking(row.rule());
        entityManager.remove(row);
        entityManager.flush();
        record("assignment_rule.removed", row.rule(), null);
        return Response.noContent().build();
    }

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Try an assignment rule",
            description = "Says for whom it holds now, and changes nothing. Looks at up to 10,000 members.")
    public PreviewView preview(Preview body) {
        request.require(RolePermissions.ROLES_MANAGE);
        var condition = body.condition();
        role(RoleBody.text(body.role()));
        refuseHiddenAttributes(condition);
        var facts = new UserFacts(request.session(), place.existingTenant());
        var members = new Members(request.session(), place.id());
        var sample = new ArrayList<PersonView>();
        var matches = 0;
        var looked = 0;
        var after = "";
        List<String> ids;
        do {
            ids = members.after(after, AT_ONCE);
            for (var id : ids) {
                var user = request.session().users().getUserById(request.realm(), id);
                if (user != null && condition.holds(facts.of(user))) {
                    matches++;
                    if (sample.size() < SAMPLE) {
                        sample.add(new PersonView(id, user.getUsername()));
                    }
                }
            }
            looked += ids.size();
            after = ids.isEmpty() ? after : ids.get(ids.size() - 1);
        } while (ids.size() == AT_ONCE && looked < MOST_LOOKED_AT);
        return new PreviewView(matches, sample, ids.size() == AT_ONCE);
    }

    /** A rule gives a role to whoever it holds for: so whoever makes it must be able to give it to anybody. */
    private AssignmentRule allowed(AssignmentRule rule) {
        RoleProblems.refuseUnlessAllowed(place.authority(rule.path()).giving(role(rule.role()), false), "/role");
        refuseHiddenAttributes(rule.when());
        return rule;
    }

    /** A rule answers for whom it holds: so it must not ask for what the tenant may not know. */
    private void refuseHiddenAttributes(Condition condition) {
        if (request.actor().permits(RolePermissions.ROLES_MANAGE)) {
            return;
        }
        var allowed = RealmSettings.of(request.session()).get(RolesFactory.RULE_ATTRIBUTES);
        var names = allowed == null ? List.<String>of() : List.of(allowed.split("\\s*,\\s*", -1));
        var errors = new FieldErrors();
        condition.attributes("/when").forEach((pointer, name) -> {
            if (!names.contains(name)) {
                errors.add(
                        pointer,
                        "Rules of this realm's tenants may not ask for this attribute; its setting "
                                + RolesFactory.RULE_ATTRIBUTES.key() + " names those that they may.");
            }
        });
        errors.problem().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    private void judgeTaking(AssignmentRule rule) {
        model.graph(place.id())
                .role(rule.role())
                .ifPresent(role -> RoleProblems.refuseUnlessAllowed(
                        place.authority(rule.path()).taking(role, false), ""));
    }

    private EffectiveRole role(String key) {
        if (TenantRole.of(key).filter(TenantRole::administers).isPresent()) {
            throw new ProblemException(Problem.invalidField(
                    "/role", "Owners and administrators are made by changing the role of a member."));
        }
        return model.graph(place.id()).role(key).orElseThrow(() -> RoleProblems.unknownRole("/role", key));
    }

    private List<AssignmentRuleEntity> rows() {
        return entityManager
                .createQuery(
                        "select r from AssignmentRuleEntity r where r.realmId = :realm and r.tenantId = :tenant"
                                + " order by r.ruleKey",
                        AssignmentRuleEntity.class)
                .setParameter("realm", place.realmId())
                .setParameter("tenant", place.id())
                .getResultList();
    }

    private AssignmentRuleEntity existing(String key) {
        return find(key).orElseThrow(RoleProblems::unknownRule);
    }

    private Optional<AssignmentRuleEntity> find(String key) {
        return rows().stream().filter(row -> row.rule().key().equals(key)).findFirst();
    }

    private void record(String action, @Nullable AssignmentRule before, @Nullable AssignmentRule after) {
        var rule = after == null ? before : after;
        if (rule != null) {
            place.record(
                    action,
                    "assignment-rule",
                    rule.key(),
                    AuditEntry.Change.between(
                            before == null ? null : content(before), after == null ? null : content(after)));
        }
    }

    private static Map<String, Object> content(AssignmentRule rule) {
        var content = new LinkedHashMap<String, Object>();
        content.put("name", rule.name());
        content.put("role", rule.role());
        content.put("path", rule.path().text());
        content.put("when", rule.when().toJson());
        content.put("enabled", rule.enabled());
        return content;
    }

    private static Response answer(AssignmentRuleEntity row) {
        return Response.ok(view(row.rule())).tag(ApiRequest.tag(row.version())).build();
    }

    private static RuleView view(AssignmentRule rule) {
        return new RuleView(
                rule.key(),
                rule.name(),
                rule.role(),
                rule.path().text(),
                rule.when().toJson(),
                rule.enabled());
    }
}
