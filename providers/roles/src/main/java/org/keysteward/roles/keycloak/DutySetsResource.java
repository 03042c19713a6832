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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.roles.BuiltInRoles;
import org.keysteward.roles.DutySet;
import org.keysteward.roles.Holdings;
import org.keysteward.roles.Role;
import org.keysteward.roles.RolePermissions;

/** Which roles nobody may hold together: in every tenant of the realm, or in one. */
@Tag(name = "Separation of duty")
@Produces(MediaType.APPLICATION_JSON)
public final class DutySetsResource {
    private static final String LIST = "separation-of-duty";
    private static final String VIOLATIONS = "violations";
    private static final int MAX_NAME = 255;
    private static final int MOST = 100;

    /**
     * A set of duties.
     *
     * @param origin {@code realm} or {@code tenant}
     */
    public record DutySetView(String key, String name, List<String> roles, int max, String origin) {}

    /** Somebody who holds too many of them; what a group or a rule would give beyond is not given. */
    public record ViolationView(
            String set, String userId, @Nullable String username, List<String> roles) {}

    /** A set to make. */
    public record NewDutySet(
            @Nullable String key,
            @Nullable String name,
            @Nullable List<@Nullable String> roles,
            @Nullable Integer max) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            if (errors.requireText("/key", key, 63)) {
                Role.keyFault(RoleBody.text(key)).ifPresent(fault -> errors.add("/key", fault));
            }
            content().validate(errors);
        }

        private DutySetContent content() {
            return new DutySetContent(name, roles, max);
        }
    }

    /** @param max how many of the roles somebody may hold; less than all of them */
    public record DutySetContent(
            @Nullable String name,
            @Nullable List<@Nullable String> roles,
            @Nullable Integer max) implements ApiBody {
        @Override
        public void validate(FieldErrors errors) {
            errors.requireText("/name", name, MAX_NAME);
            if (roles == null || roles.size() < 2 || roles.size() > DutySet.MAX_ROLES) {
                errors.add("/roles", "These are 2 to " + DutySet.MAX_ROLES + " roles.");
                return;
            }
            var seen = new HashSet<String>();
            for (var i = 0; i < roles.size(); i++) {
                if (errors.requireText("/roles/" + i, roles.get(i), 63) && !seen.add(RoleBody.text(roles.get(i)))) {
                    errors.add("/roles/" + i, "This role is named twice.");
                }
            }
            if (max == null || max < 1 || max >= roles.size()) {
                errors.add("/max", "This is a number from 1 to one less than there are roles.");
            }
        }

        private DutySet set(String key) {
            return new DutySet(
                    key,
                    RoleBody.text(name),
                    keys().stream().collect(Collectors.toCollection(TreeSet::new)),
                    max == null ? 1 : max);
        }

        private List<String> keys() {
            return roles == null
                    ? List.of()
                    : roles.stream().map(RoleBody::text).toList();
        }
    }

    private final ApiRequest request;
    private final RealmOrTenant place;
    private final RoleModel model;
    private final EntityManager entityManager;

    DutySetsResource(RealmOrTenant place) {
        this.request = place.request();
        this.place = place;
        this.model = new RoleModel(request.session());
        this.entityManager = Rows.entityManager(request.session());
    }

    @GET
    @Operation(summary = "List sets of duties", description = "In a tenant: its own, and the realm's.")
    public Page<DutySetView> list() {
        request.require(RolePermissions.ROLES_READ);
        // There are few of them.
        return new Page<>(
                entityManager
                        .createQuery(
                                "select d from DutySetEntity d where d.realmId = :realm and d.tenantId in (:whole, :tenant)"
                                        + " order by d.setKey",
                                DutySetEntity.class)
                        .setParameter("realm", place.realmId())
                        .setParameter("whole", RoleEntities.WHOLE_REALM)
                        .setParameter("tenant", place.id())
                        .getResultStream()
                        .map(DutySetsResource::view)
                        .toList(),
                null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a set of duties",
            description = "Who holds too many of the roles already keeps them; the report on violations names them.")
    @ApiResponse(
            responseCode = "201",
            description = "What was made",
            content = @Content(schema = @Schema(implementation = DutySetView.class)))
    public Response create(NewDutySet body) {
        request.require(RolePermissions.ROLES_MANAGE);
        return request.once(() -> {
            model.changing(place.id());
            var key = RoleBody.text(body.key());
            if (find(key).isPresent()) {
                throw RoleProblems.dutySetExists(key);
            }
            refuseTooMany();
            var set = valid(key, body.content());
            var row = new DutySetEntity(place.newId(), place.realmId(), place.id(), key);
            row.change(set);
            entityManager.persist(row);
            entityManager.flush();
            record("duty_set.created", key, null, set);
            return request.created(key, view(row))
                    .tag(ApiRequest.tag(row.version()))
                    .build();
        });
    }

    @GET
    @Path("{key}")
    @Operation(summary = "Read a set of duties")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = DutySetView.class)))
    public Response read(@PathParam("key") String key) {
        request.require(RolePermissions.ROLES_READ);
        return answer(existing(key));
    }

    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change a set of duties")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = @Content(schema = @Schema(implementation = DutySetView.class)))
    public Response change(@PathParam("key") String key, DutySetContent body) {
        request.require(RolePermissions.ROLES_MANAGE);
        model.changing(place.id());
        var row = existing(key);
        request.requireUnchanged(row.version());
        var before = row.set();
        var set = valid(key, body);
        row.change(set);
        entityManager.flush();
        record("duty_set.changed", key, before, set);
        return answer(row);
    }

    @DELETE
    @Path("{key}")
    @Operation(summary = "Delete a set of duties")
    @ApiResponse(responseCode = "204", description = "It is gone")
    public Response delete(@PathParam("key") String key) {
        request.require(RolePermissions.ROLES_MANAGE);
        model.changing(place.id());
        var row = existing(key);
        request.requireUnchanged(row.version());
        entityManager.remove(row);
        entityManager.flush();
        record("duty_set.removed", key, row.set(), null);
        return Response.noContent().build();
    }

    @GET
    @Path(VIOLATIONS)
    @Operation(
            summary = "List who holds too many duties in a tenant, by user",
            description = "Those who held them before the set was made, and those whom a group or a rule would give too"
                    + " many, which are not given.")
    public Page<ViolationView> violations(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        request.require(RolePermissions.ROLES_READ);
        if (place.ofRealm()) {
            throw RoleProblems.unknownDutySet();
        }
        var tenant = place.existingTenant();
        var duties = model.duties(place.id());
        var graph = model.graph(place.id());
        var roles = duties.stream()
                .flatMap(set -> set.roles().stream())
                .flatMap(key -> Stream.concat(Stream.of(key), graph.heirs(key).map(heir -> heir.key())))
                .collect(Collectors.toSet());
        var count = request.limit(limit);
        var list = LIST + "/" + VIOLATIONS;
        var held = HeldRoles.unseparated(request.session());
        var holders = new Holders(request.session(), tenant, held);
        var found = holders.find(
                roles,
                (id, one) -> breaches(one, duties).findAny().isPresent(),
                request.position(list, cursor).orElse(""),
                count + 1);
        var shown = found.size() > count ? found.subList(0, count) : found;
        var holdings = held.of(tenant, shown);
        return new Page<>(
                shown.stream()
                        .flatMap(id -> breaches(holdings.getOrDefault(id, Holdings.none(graph)), duties)
                                .map(breach -> new ViolationView(
                                        breach.set().key(),
                                        id,
                                        holders.people().username(id),
                                        List.copyOf(breach.roles()))))
                        .toList(),
                found.size() > count ? request.cursor(list, shown.get(count - 1)) : null);
    }

    private Stream<DutySet.Breach> breaches(Holdings holdings, List<DutySet> duties) {
        var ever = holdings.rolesEver(place.now());
        return duties.stream().flatMap(set -> set.breach(ever).stream());
    }

    private DutySet valid(String key, DutySetContent body) {
        var errors = new FieldErrors();
        var graph = model.graph(place.id());
        var keys = body.keys();
        for (var i = 0; i < keys.size(); i++) {
            if (BuiltInRoles.contain(keys.get(i))) {
                errors.add("/roles/" + i, "Every member has one of the roles that are built in; duties are others.");
            } else if (graph.role(keys.get(i)).isEmpty()) {
                errors.add("/roles/" + i, "There is no role with the key " + keys.get(i) + ".");
            }
        }
        errors.problem().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        return body.set(key);
    }

    private void refuseTooMany() {
        var used = entityManager
                .createQuery(
                        "select count(d.id) from DutySetEntity d where d.realmId = :realm and d.tenantId = :tenant",
                        Long.class)
                .setParameter("realm", place.realmId())
                .setParameter("tenant", place.id())
                .getSingleResult();
        if (used >= MOST) {
            throw RoleProblems.tooMany("sets of duties", used, MOST);
        }
    }

    private DutySetEntity existing(String key) {
        return find(key).orElseThrow(RoleProblems::unknownDutySet);
    }

    private Optional<DutySetEntity> find(String key) {
        return entityManager
                .createQuery(
                        "select d from DutySetEntity d where d.realmId = :realm and d.tenantId = :tenant and d.setKey = :key",
                        DutySetEntity.class)
                .setParameter("realm", place.realmId())
                .setParameter("tenant", place.id())
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    private void record(String action, String key, @Nullable DutySet before, @Nullable DutySet after) {
        place.record(
                action,
                "duty-set",
                key,
                AuditEntry.Change.between(
                        before == null ? null : content(before), after == null ? null : content(after)));
    }

    private static Map<String, Object> content(DutySet set) {
        var content = new LinkedHashMap<String, Object>();
        content.put("name", set.name());
        content.put("roles", List.copyOf(set.roles()));
        content.put("max", set.max());
        return content;
    }

    private static Response answer(DutySetEntity row) {
        return Response.ok(view(row)).tag(ApiRequest.tag(row.version())).build();
    }

    private static DutySetView view(DutySetEntity row) {
        var set = row.set();
        return new DutySetView(
                set.key(),
                set.name(),
                List.copyOf(set.roles()),
                set.max(),
                row.tenantId().equals(RoleEntities.WHOLE_REALM) ? "realm" : "tenant");
    }
}
