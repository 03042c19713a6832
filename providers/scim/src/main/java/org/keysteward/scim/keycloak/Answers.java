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
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.Requests;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.resource.ScimJson;

/** The edge: what becomes of a request is a SCIM answer, and what failed leaves nothing behind. */
final class Answers {
    private Answers() {}

    /** Something that may fail in SCIM's words. */
    interface Work<T> {
        T run() throws ScimException;
    }

    /** @param operation what is done, for the connection's health: {@code create user} */
    static Response of(Call call, String operation, Work<Response> work) {
        var begun = System.nanoTime();
        try {
            var response = translated(work);
            noted(call, operation, begun, null);
            return response;
        } catch (ScimException e) {
            noted(call, operation, begun, e);
            call.session().getTransactionManager().setRollbackOnly();
            return error(e);
        } catch (ProblemException e) {
            noted(call, operation, begun, of(e));
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

    /** That a part of a request has failed, which is answered all the same. */
    static void note(Call call, String operation, ScimException error) {
        ConnectionCredentials.of(call.session())
                .ifPresent(connection -> ScimFactory.of(call.session())
                        .health()
                        .failed(operation, 0, failure(call, connection.id(), operation, error)));
    }

    private static void noted(Call call, String operation, long begun, @Nullable ScimException error) {
        var duration = Duration.ofNanos(System.nanoTime() - begun);
        Metrics.timer(
                        "keysteward.scim.requests",
                        "operation",
                        operation,
                        "outcome",
                        error == null ? "success" : "failure")
                .record(duration);
        var connection = ConnectionCredentials.of(call.session());
        if (connection.isEmpty()) {
            return;
        }
        var id = connection.get().id();
        var health = ScimFactory.of(call.session()).health();
        if (error == null) {
            health.succeeded(id, operation, duration.toMillis());
        } else {
            health.failed(operation, duration.toMillis(), failure(call, id, operation, error));
        }
    }

    private static HealthError failure(Call call, String connection, String operation, ScimException error) {
        return new HealthError(
                connection,
                call.now(),
                Requests.id(call.session()).value(),
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
