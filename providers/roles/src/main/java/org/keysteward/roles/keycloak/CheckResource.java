package org.keysteward.roles.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.AccessDeniedException;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.roles.Holdings;
import org.keysteward.roles.RolePermissions;

/** Decides. Roles say what is allowed; what an administrator of the realm may do beside them is not counted. */
@Tag(name = "Decisions")
@Produces(MediaType.APPLICATION_JSON)
public final class CheckResource {
    private static final Logger LOG = Logger.getLogger(CheckResource.class);

    /** A question, as it is asked. */
    public record Asked(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String tenant,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String permission,

            @Nullable String path,
            @Nullable String subject,
            @Nullable Boolean explain) {}

    /** @param explanation null where none was asked for, or nothing is allowed */
    public record Answer(boolean allowed, @Nullable Explanation explanation) {}

    /**
     * The way from an assignment to what it gives.
     *
     * @param roles the assigned role first, the one that grants last
     */
    public record Explanation(Assigned assignment, List<String> roles, String grant) {}

    /** @param id null of a member's own role, and of what a rule gives */
    public record Assigned(
            @Nullable String id,
            String source,
            String role,
            String path,
            @Nullable String detail) {}

    private final ApiRequest request;
    private final Map<String, Optional<TenantRef>> tenants = new HashMap<>();

    CheckResource(ApiRequest request) {
        this.request = request;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask whether somebody may do something",
            description = "One question or a list of up to 1,000, answered in their order. Without a subject it is"
                    + " about whoever asks; about others asks who may see roles in the tenant. A tenant that there is"
                    + " not, or that the caller may not know, allows nothing, and neither does an account that is"
                    + " disabled. 503 when it cannot be decided.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            oneOf = {Asked.class},
                                            description = "A question, or a list of questions")))
    @ApiResponse(
            responseCode = "200",
            description = "The answer, or the answers",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    public Response check(Question.Body body) {
        try {
            var answers = answers(body.questions());
            return Response.ok(body.single() ? answers.get(0) : answers).build();
        } catch (ProblemException | AccessDeniedException e) {
            throw e;
        } catch (RuntimeException e) {
            // Fails closed: whatever went wrong, nothing is allowed that could not be decided.
            LOG.error("A decision could not be made", e);
            throw new ProblemException(
                    Problem.of(ProblemType.UNAVAILABLE, "This cannot be decided now; try again in a moment."));
        }
    }

    private List<Answer> answers(List<Question> questions) {
        var places = questions.stream()
                .map(question -> tenant(question.tenant(), subject(question)))
                .toList();
        var held = held(questions, places);
        var now = request.clock().instant();
        var answers = new ArrayList<Answer>(questions.size());
        for (var i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            var holdings = places.get(i).map(held::get).map(ofTenant -> ofTenant.get(subject(question)));
            answers.add(holdings.map(one -> answer(question, one, now)).orElseGet(() -> new Answer(false, null)));
        }
        return answers;
    }

    /** What those hold who are asked about, by tenant and user; who cannot sign in is not among them. */
    private Map<TenantRef, Map<String, Holdings>> held(List<Question> questions, List<Optional<TenantRef>> places) {
        var subjects = new HashMap<TenantRef, Set<String>>();
        for (var i = 0; i < questions.size(); i++) {
            var subject = subject(questions.get(i));
            places.get(i)
                    .ifPresent(tenant -> subjects.computeIfAbsent(tenant, one -> new HashSet<>())
                            .add(subject));
        }
        var enabled = new Principals(request.session())
                .enabled(subjects.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        var roles = HeldRoles.deciding(request.session());
        var held = new HashMap<TenantRef, Map<String, Holdings>>();
        subjects.forEach((tenant, all) -> {
            all.retainAll(enabled);
            held.put(tenant, roles.of(tenant, all));
        });
        return held;
    }

    private String subject(Question question) {
        return question.subject() == null ? request.actor().id() : question.subject();
    }

    private static Answer answer(Question question, Holdings holdings, Instant now) {
        return new Answer(
                holdings.permits(question.permission(), question.path(), now),
                question.explain()
                        ? holdings.explain(question.permission(), question.path(), now)
                                .map(CheckResource::view)
                                .orElse(null)
                        : null);
    }

    /** @throws AccessDeniedException where the caller knows the tenant but may not ask about others there */
    private Optional<TenantRef> tenant(String alias, String subject) {
        var tenant = tenants.computeIfAbsent(
                alias,
                one -> new TenantDirectory(request.session()).byAlias(one).map(TenantDirectory::ref));
        if (tenant.isEmpty() || subject.equals(request.actor().id())) {
            return tenant;
        }
        if (!request.actor().permits(Permission.TENANT_READ, tenant.get())) {
            return Optional.empty();
        }
        request.actor().require(RolePermissions.ROLES_READ, tenant.get());
        return tenant;
    }

    private static Explanation view(Holdings.Explanation explanation) {
        var assignment = explanation.assignment();
        return new Explanation(
                new Assigned(
                        assignment.id(),
                        assignment.source().key(),
                        assignment.role(),
                        assignment.path().text(),
                        assignment.detail()),
                explanation.roles(),
                explanation.grant().text());
    }
}
