package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.bulk.BulkOperation;
import org.keysteward.scim.bulk.BulkPlan;
import org.keysteward.scim.bulk.BulkRequest;

/**
 * Does many operations in one request (RFC 7644, section 3.7), in transactions of some dozens each. An operation that
 * fails after it has begun to write takes its transaction with it; what was done before in that is then done again,
 * without it. Savepoints of the database would undo less: not what is told to the audit trail, nor Keycloak's caches.
 */
final class BulkWork {
    static final int MAX_OPERATIONS = 1000;

    private static final Logger LOG = Logger.getLogger(BulkWork.class);

    private static final int AT_ONCE = 50;
    private static final String RESPONSE = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";
    /** A query parameter of ours: all or nothing. */
    private static final String ATOMIC = "atomic";

    private final Call call;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<Integer, Outcome> outcomes = new TreeMap<>();
    private final Ignored ignored = new Ignored();

    BulkWork(Call call) {
        this.call = call;
    }

    /**
     * How an operation ended.
     *
     * @param resource what is there now; null where nothing is
     * @param error null where it succeeded
     */
    private record Outcome(
            BulkOperation operation,
            int status,
            @Nullable ObjectNode resource,
            @Nullable ScimException error) {}

    Response answer(ObjectNode body) throws ScimException {
        var request = BulkRequest.parse(body, MAX_OPERATIONS);
        var steps = BulkPlan.of(request);
        if (isAtomic()) {
            atomically(steps);
        } else {
            var most = request.failOnErrors() == null ? Integer.MAX_VALUE : request.failOnErrors();
            var next = 0;
            while (next < steps.size() && errors() < most) {
                next = some(steps, next, Math.min(steps.size(), next + AT_ONCE), most);
            }
        }
        Answers.note(call, ignored);
        outcomes.values().forEach(this::note);
        return Answers.ok(response()).build();
    }

    private boolean isAtomic() {
        return "true"
                .equals(call.session()
                        .getContext()
                        .getUri()
                        .getQueryParameters()
                        .getFirst(ATOMIC));
    }

    private long errors() {
        return outcomes.values().stream().filter(one -> one.error() != null).count();
    }

    /** @return behind which step everything is decided */
    private int some(List<BulkPlan.Step> steps, int from, int to, int mostErrors) {
        var idsBefore = Map.copyOf(ids);
        var outcomesBefore = Map.copyOf(outcomes);
        try {
            return inTransaction(session -> run(call.in(session), steps, from, to, mostErrors));
        } catch (Spoiled spoiled) {
            rollBack(idsBefore, outcomesBefore);
            var culprit = spoiled.step;
            for (var redone = from; redone < culprit; ) {
                redone = some(steps, redone, culprit, Integer.MAX_VALUE);
            }
            outcomes.put(steps.get(culprit).operation().index(), spoiled.outcome);
            return culprit + 1;
        } catch (RuntimeException e) {
            rollBack(idsBefore, outcomesBefore);
            return onItsOwn(steps, from, to, mostErrors, e);
        }
    }

    private void rollBack(Map<String, String> idsBefore, Map<Integer, Outcome> outcomesBefore) {
        ids.clear();
        ids.putAll(idsBefore);
        outcomes.clear();
        outcomes.putAll(outcomesBefore);
    }

    /** What nobody foresaw, or what is found only when a transaction ends: the others must not suffer from it. */
    private int onItsOwn(List<BulkPlan.Step> steps, int from, int to, int mostErrors, RuntimeException failure) {
        if (to - from > 1) {
            return some(steps, from, from + (to - from) / 2, mostErrors);
        }
        var operation = steps.get(from).operation();
        LOG.errorf(failure, "Operation %d of a bulk failed", operation.index() + 1);
        outcomes.put(
                operation.index(),
                new Outcome(operation, 500, null, new ScimException(500, null, "The server failed; see its log.")));
        return to;
    }

    private void atomically(List<BulkPlan.Step> steps) {
        try {
            inTransaction(session -> {
                var inside = call.in(session);
                for (var i = 0; i < steps.size(); i++) {
                    var outcome = done(inside, steps.get(i));
                    if (outcome.error() != null) {
                        throw new Spoiled(i, outcome);
                    }
                    keep(steps.get(i), outcome);
                }
                return steps.size();
            });
        } catch (Spoiled spoiled) {
            outcomes.clear();
            var failed = spoiled.outcome.operation().index();
            for (var step : steps) {
                var index = step.operation().index();
                outcomes.put(index, index == failed ? spoiled.outcome : undone(step.operation(), failed));
            }
        }
    }

    private static Outcome undone(BulkOperation operation, int failed) {
        return new Outcome(
                operation,
                Answers.UNDONE,
                null,
                new ScimException(
                        Answers.UNDONE, null, "Nothing was done, since operation " + (failed + 1) + " failed."));
    }

    private int run(Call inside, List<BulkPlan.Step> steps, int from, int to, int mostErrors) {
        for (var i = from; i < to; i++) {
            if (errors() >= mostErrors) {
                return to;
            }
            var outcome = done(inside, steps.get(i));
            if (outcome.error() != null && isSpoiled(inside.session())) {
                throw new Spoiled(i, outcome);
            }
            keep(steps.get(i), outcome);
        }
        return to;
    }

    private static boolean isSpoiled(KeycloakSession session) {
        return Written.isMarked(session) || session.getTransactionManager().getRollbackOnly();
    }

    private void keep(BulkPlan.Step step, Outcome outcome) {
        var operation = step.operation();
        outcomes.put(operation.index(), outcome);
        if (outcome.resource() != null && operation.bulkId() != null) {
            ids.put(operation.bulkId(), outcome.resource().path("id").asText());
        }
    }

    private Outcome done(Call inside, BulkPlan.Step step) {
        Written.clear(inside.session());
        var begun = outcomes.get(step.operation().index());
        if (step.completing() && begun != null && begun.error() != null) {
            return begun;
        }
        try {
            return Answers.translated(() -> outcome(inside, step));
        } catch (ScimException e) {
            return new Outcome(step.operation(), e.status(), null, e);
        } catch (ProblemException e) {
            var error = Answers.of(e);
            return new Outcome(step.operation(), error.status(), null, error);
        }
    }

    private Outcome outcome(Call inside, BulkPlan.Step step) throws ScimException {
        var operation = step.operation();
        var target = Target.of(step.path(ids));
        var resources = target.resources(inside);
        var conditions = new Conditions(operation.version(), null);
        if (step.completing()) {
            var id = ids.getOrDefault(String.valueOf(operation.bulkId()), "");
            return new Outcome(operation, 201, resources.replace(id, step.data(ids), Conditions.NONE, ignored), null);
        }
        return switch (operation.method()) {
            case POST -> new Outcome(operation, 201, resources.create(step.data(ids), ignored), null);
            case PUT ->
                new Outcome(operation, 200, resources.replace(target.id(), step.data(ids), conditions, ignored), null);
            case PATCH ->
                new Outcome(operation, 200, resources.patch(target.id(), step.data(ids), conditions, ignored), null);
            case DELETE -> {
                resources.delete(target.id(), conditions);
                yield new Outcome(operation, 204, null, null);
            }
        };
    }

    /** What a path leads to: an endpoint, or a resource below one. */
    private record Target(String endpoint, String id) {
        static Target of(String path) {
            var slash = path.indexOf('/', 1);
            return slash < 0 ? new Target(path, "") : new Target(path.substring(0, slash), path.substring(slash + 1));
        }

        /** For the health: never what somebody has sent. */
        String kind() {
            return switch (endpoint) {
                case "/Users" -> "user";
                case "/Groups" -> "group";
                default -> "unknown";
            };
        }

        Resources resources(Call call) throws ScimException {
            return switch (endpoint) {
                case "/Users" -> new Users(call);
                case "/Groups" -> new Groups(call);
                default -> throw ScimException.of(ScimType.INVALID_SYNTAX, "A path begins with /Users or /Groups.");
            };
        }
    }

    private int inTransaction(ToIntFunction<KeycloakSession> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                call.session().getKeycloakSessionFactory(), call.session().getContext(), work::applyAsInt, "SCIM bulk");
    }

    private void note(Outcome outcome) {
        var operation = outcome.operation();
        Answers.note(
                call.request(),
                verb(operation.method()) + " " + Target.of(operation.path()).kind(),
                outcome.error());
    }

    /** As requests of their own are called in the health. */
    private static String verb(BulkOperation.Method method) {
        return switch (method) {
            case POST -> "create";
            case PUT -> "replace";
            case PATCH -> "patch";
            case DELETE -> "delete";
        };
    }

    private ObjectNode response() {
        var response = Json.object();
        response.putArray("schemas").add(RESPONSE);
        var operations = response.putArray("Operations");
        outcomes.values().forEach(outcome -> operations.add(json(outcome)));
        return response;
    }

    private ObjectNode json(Outcome outcome) {
        var operation = outcome.operation();
        var json = Json.object();
        json.put("method", operation.method().name());
        if (operation.bulkId() != null) {
            json.put("bulkId", operation.bulkId());
        }
        var resource = outcome.resource();
        if (resource != null) {
            json.put("location", resource.path("meta").path("location").asText());
            json.put("version", resource.path("meta").path("version").asText());
        } else if (operation.method() != BulkOperation.Method.POST) {
            json.put("location", call.address().base() + operation.path());
        }
        json.put("status", Integer.toString(outcome.status()));
        var error = outcome.error();
        if (error != null) {
            json.set("response", ScimErrorForm.json(error.status(), error.type(), error.detail()));
        }
        return json;
    }

    /** Carries an operation out of a transaction that it has spoiled. */
    private static final class Spoiled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int step;
        private final transient Outcome outcome;

        Spoiled(int step, Outcome outcome) {
            super(null, null, false, false);
            this.step = step;
            this.outcome = outcome;
        }
    }
}
