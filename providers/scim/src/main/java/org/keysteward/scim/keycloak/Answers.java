package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Metrics;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.storage.ReadOnlyException;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.Requests;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.resource.ScimJson;

/** The edge: what becomes of a request is a SCIM answer, and what failed leaves nothing behind. */
final class Answers {
    /** Of what was not done, since something else failed. */
    static final int UNDONE = 424;

    private Answers() {}

    /** Something that may fail in SCIM's words. */
    interface Work<T> {
        T run() throws ScimException;
    }

    /** @param operation what is done, for the connection's health: {@code create user} */
    static Response of(Call call, String operation, Work<Response> work) {
        return of(call.request(), operation, work);
    }

    static Response of(ApiRequest request, String operation, Work<Response> work) {
        var begun = System.nanoTime();
        try {
            var response = translated(work);
            noted(request, operation, begun, null);
            return response;
        } catch (ScimException e) {
            noted(request, operation, begun, e);
            request.session().getTransactionManager().setRollbackOnly();
            return error(e);
        } catch (ProblemException e) {
            noted(request, operation, begun, of(e));
            throw e;
        }
    }

    /** What was passed over of what a connection has sent. */
    static void note(Call call, Ignored ignored) {
        if (!ignored.names().isEmpty()) {
            ConnectionCredentials.of(call.session())
                    .ifPresent(connection ->
                            ScimFactory.of(call.session()).health().ignored(connection.id(), ignored.names()));
        }
    }

    /**
     * What became of a part of a request.
     *
     * @param error null where it succeeded
     */
    static void note(ApiRequest request, String operation, @Nullable ScimException error) {
        var connection = ConnectionCredentials.of(request.session());
        if (connection.isEmpty()) {
            return;
        }
        var id = connection.get().id();
        var health = ScimFactory.of(request.session()).health();
        if (error == null) {
            health.succeeded(id, operation);
        } else if (error.status() == UNDONE) {
            health.count(failure(request, id, operation, error));
        } else {
            health.failed(failure(request, id, operation, error));
        }
    }

    /** That a request comes no further than the door. */
    static void noteRefused(ApiRequest request, ProblemException problem) {
        ConnectionCredentials.of(request.session())
                .ifPresent(connection -> ScimFactory.of(request.session())
                        .health()
                        .refused(failure(request, connection.id(), HealthNotes.REFUSED, of(problem))));
    }

    private static void noted(ApiRequest request, String operation, long begun, @Nullable ScimException error) {
        var duration = Duration.ofNanos(System.nanoTime() - begun);
        Metrics.timer(
                        "keysteward.scim.requests",
                        "operation",
                        operation,
                        "outcome",
                        error == null ? "success" : "failure")
                .record(duration);
        var connection = ConnectionCredentials.of(request.session());
        if (connection.isEmpty()) {
            return;
        }
        var id = connection.get().id();
        var health = ScimFactory.of(request.session()).health();
        if (error == null) {
            health.succeeded(id, operation, duration.toMillis());
        } else {
            health.failed(duration.toMillis(), failure(request, id, operation, error));
        }
    }

    private static HealthError failure(ApiRequest request, String connection, String operation, ScimException error) {
        return new HealthError(
                connection,
                request.clock().millis(),
                Requests.id(request.session()).value(),
                operation,
                error.status(),
                error.type().map(ScimType::scimName).orElse(null),
                error.detail());
    }

    /** What Keycloak and the database refuse, in SCIM's words. */
    static <T> T translated(Work<T> work) throws ScimException {
        try {
            return work.run();
        } catch (ReadOnlyException e) {
            throw ScimException.of(
                    ScimType.MUTABILITY, "A directory of the realm keeps this, and does not let it be changed.");
        } catch (ModelDuplicateException e) {
            throw taken();
        } catch (ModelValidationException e) {
            throw ScimException.of(ScimType.INVALID_VALUE, String.valueOf(e.getMessage()));
        } catch (PersistenceException e) {
            // Somebody else was faster with the same name.
            if (isDuplicate(e)) {
                throw taken();
            }
            throw e;
        }
    }

    /** A problem of the kernel's or of another capability's, in SCIM's words. */
    static ScimException of(ProblemException problem) {
        return new ScimException(
                ScimErrorForm.statusOf(problem.problem()),
                ScimErrorForm.type(problem.problem()).orElse(null),
                problem.problem().detail());
    }

    static Response.ResponseBuilder ok(ObjectNode body) {
        return json(200, body);
    }

    static Response.ResponseBuilder json(int status, ObjectNode body) {
        return Response.status(status)
                .type(ScimErrorForm.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(ScimJson.bytes(body));
    }

    private static Response error(ScimException e) {
        return Response.status(e.status())
                .type(ScimErrorForm.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(ScimErrorForm.body(e.status(), e.type(), e.detail()))
                .build();
    }

    private static ScimException taken() {
        return new ScimException(409, ScimType.UNIQUENESS, "Something else has this name already.");
    }

    private static boolean isDuplicate(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException) {
                return true;
            }
        }
        return false;
    }
}
