package org.keysteward.kernel.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;

/**
 * A creating request with an {@code Idempotency-Key} happens once: whoever repeats it gets the first answer. The key's
 * row is taken before the work and filled after it, in the work's own transaction, so two at once cannot both do it,
 * and one that failed can be tried again.
 */
final class Idempotency {
    static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String BODY_HASH = "keysteward.bodyHash";
    private static final int MAX_LENGTH = 255;
    private static final Duration KEPT = Duration.ofHours(24);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final KeycloakSession session;
    private final Actor actor;
    private final Clock clock;

    Idempotency(KeycloakSession session, Actor actor, Clock clock) {
        this.session = session;
        this.actor = actor;
        this.clock = clock;
    }

    static void remember(KeycloakSession session, byte[] body) {
        session.setAttribute(BODY_HASH, hash(body));
    }

    /** Sweeps away what is older than a day. */
    static LeasedTask sweep(Clock clock) {
        return new LeasedTask(
                "idempotency-sweep", Duration.ofHours(1), factory -> forgetBefore(factory, clock.millis()));
    }

    Response once(Supplier<Response> work) {
        var key = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HEADER);
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > MAX_LENGTH) {
            throw new ProblemException(
                    Problem.of(ProblemType.MALFORMED_REQUEST, HEADER + " takes 1 to " + MAX_LENGTH + " characters."));
        }
        var realmId = session.getContext().getRealm().getId();
        var row = new IdempotencyEntity.Key(realmId, actor.id(), hash(key.getBytes(StandardCharsets.UTF_8)));
        var request = requestHash();
        if (!take(row, request)) {
            return replay(row, request);
        }
        var answer = work.get();
        return keep(row, answer);
    }

    private boolean take(IdempotencyEntity.Key row, String request) {
        var entityManager = Rows.entityManager(session);
        entityManager
                .createQuery("delete from IdempotencyEntity i where i.realmId = :realm and i.actorId = :actor"
                        + " and i.keyHash = :key and i.expiresAt < :now")
                .setParameter("realm", row.realmId())
                .setParameter("actor", row.actorId())
                .setParameter("key", row.keyHash())
                .setParameter("now", clock.millis())
                .executeUpdate();
        return Rows.insertIfAbsent(
                entityManager,
                "insert into KS_IDEMPOTENCY (REALM_ID, ACTOR_ID, KEY_HASH, REQUEST_HASH, EXPIRES_AT, STATUS)"
                        + " values (?, ?, ?, ?, ?, 0)",
                row.realmId(),
                row.actorId(),
                row.keyHash(),
                request,
                clock.millis() + KEPT.toMillis());
    }

    private Response keep(IdempotencyEntity.Key row, Response answer) {
        var body = json(answer.getEntity());
        var tag = answer.getEntityTag();
        Rows.entityManager(session)
                .find(IdempotencyEntity.class, row)
                .answered(
                        answer.getStatus(),
                        answer.getHeaderString(HttpHeaders.LOCATION),
                        tag == null ? null : tag.getValue(),
                        body);
        return answer;
    }

    private Response replay(IdempotencyEntity.Key row, String request) {
        var known = Rows.entityManager(session).find(IdempotencyEntity.class, row);
        if (known == null || known.status() == 0) {
            throw new ProblemException(
                    Problem.of(ProblemType.CONFLICT, "The same request is under way or has just failed; try again."));
        }
        if (!MessageDigest.isEqual(
                known.requestHash().getBytes(StandardCharsets.US_ASCII), request.getBytes(StandardCharsets.US_ASCII))) {
            throw new ProblemException(Problem.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This " + HEADER + " was used for another request within a day; choose a new one."));
        }
        var response = Response.status(known.status())
                .type(MediaType.APPLICATION_JSON)
                .header(REPLAYED, "true")
                .entity(known.body());
        if (known.location() != null) {
            response.header(HttpHeaders.LOCATION, known.location());
        }
        if (known.entityTag() != null) {
            response.tag(known.entityTag());
        }
        return response.build();
    }

    private String requestHash() {
        var context = session.getContext();
        var line = context.getHttpRequest().getHttpMethod() + " "
                + context.getUri().getPath() + " " + session.getAttribute(BODY_HASH);
        return hash(line.getBytes(StandardCharsets.UTF_8));
    }

    private static void forgetBefore(KeycloakSessionFactory factory, long millis) {
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> Rows.entityManager(session)
                        .createQuery("delete from IdempotencyEntity i where i.expiresAt < :now")
                        .setParameter("now", millis)
                        .executeUpdate());
    }

    private static String json(@Nullable Object entity) {
        try {
            return MAPPER.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer that cannot be written", e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
