package org.keysteward.kernel.keycloak;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeyManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.Cursors;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.TenantRef;

/** One call of the API: who calls, about which tenant, and the conventions that every resource keeps. */
public final class ApiRequest {
    private static final int MAX_LIMIT = 1000;
    private static final int DEFAULT_LIMIT = 100;

    private final KeycloakSession session;
    private final Actor actor;
    private final @Nullable TenantRef tenant;
    private final Clock clock;
    private final boolean conditional;

    ApiRequest(KeycloakSession session, Actor actor, @Nullable TenantRef tenant, Clock clock) {
        this(session, actor, tenant, clock, true);
    }

    private ApiRequest(
            KeycloakSession session, Actor actor, @Nullable TenantRef tenant, Clock clock, boolean conditional) {
        this.session = session;
        this.actor = actor;
        this.tenant = tenant;
        this.clock = clock;
        this.conditional = conditional;
    }

    /** The same call in another session: whoever has much to do commits some of it at a time. */
    public ApiRequest in(KeycloakSession other) {
        Caller.remember(other, actor);
        Requests.adopt(other, Requests.id(session));
        return new ApiRequest(other, actor, tenant, clock, conditional);
    }

    /** The same call where {@code If-Match} is about something else, whose versions its protocol compares itself. */
    public ApiRequest unconditional() {
        return new ApiRequest(session, actor, tenant, clock, false);
    }

    public KeycloakSession session() {
        return session;
    }

    public RealmModel realm() {
        return session.getContext().getRealm();
    }

    public Actor actor() {
        return actor;
    }

    public Clock clock() {
        return clock;
    }

    /** The tenant of a resource that is mounted below one. */
    public TenantRef tenant() {
        if (tenant == null) {
            throw new IllegalStateException("This resource is not mounted below a tenant");
        }
        return tenant;
    }

    /** The alias of the one tenant that the caller's token was issued for, if it was issued for one. */
    public Optional<String> tokenTenant() {
        return TokenTenant.of(session);
    }

    /** Whether the caller's access token was issued with the scope. */
    public boolean hasTokenScope(String scope) {
        return TokenScopes.of(session).contains(scope);
    }

    /** When the caller's token expires, if it does: what lasts longer than a request must end by then. */
    public Optional<Instant> tokenExpires() {
        return TokenExpiry.of(session);
    }

    /**
     * Reads the body of a protocol, which knows best what may stand in it: bounded as every body is.
     *
     * @throws ProblemException where it is no JSON object, or beyond the bounds
     */
    public Map<String, Object> jsonObject(InputStream body) throws IOException {
        return ApiBodyReader.readObject(session, body);
    }

    /** Asks for the permission in the tenant of the path, or in the realm where the path names none. */
    public void require(Permission permission) {
        if (tenant == null) {
            actor.require(permission);
        } else {
            actor.require(permission, tenant);
        }
    }

    public void record(AuditEntry entry) {
        session.getProvider(AuditTrailProvider.class).record(entry);
    }

    /** Does the work, or repeats the answer that the same {@code Idempotency-Key} got within a day. */
    public Response once(Supplier<Response> work) {
        return new Idempotency(session, actor, clock).once(work);
    }

    /** The answer to a creating POST: where it is now, below this path, and what it looks like. */
    public Response.ResponseBuilder created(String segment, Object entity) {
        return Response.created(session.getContext()
                        .getUri()
                        .getAbsolutePathBuilder()
                        .path(segment)
                        .build())
                .entity(entity);
    }

    public int limit(@Nullable String asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        try {
            var limit = Integer.parseInt(asked);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is out of bounds.
        }
        throw new ProblemException(Problem.invalidField("?limit", "A limit is a number from 1 to " + MAX_LIMIT + "."));
    }

    /** Where a page starts: behind the position that the cursor names. */
    public Optional<String> position(String list, @Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        return Optional.of(cursors(list)
                .decode(cursor)
                .orElseThrow(() -> new ProblemException(Problem.of(
                                ProblemType.INVALID_CURSOR,
                                "This cursor was not given out for this list; start from the first page.")
                        .at("?cursor"))));
    }

    public String cursor(String list, String position) {
        return cursors(list).encode(position);
    }

    public static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /** Refuses a change to something that is no longer as the caller has read it (RFC 9110, section 13.1.1). */
    public void requireUnchanged(int version) {
        if (!conditional) {
            return;
        }
        var condition = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.IF_MATCH);
        if (condition == null || condition.isBlank() || condition.trim().equals("*")) {
            return;
        }
        var current = "\"" + version + "\"";
        for (var one : condition.split(",", -1)) {
            if (one.trim().equals(current)) {
                return;
            }
        }
        throw new ProblemException(Problem.of(
                ProblemType.STALE, "This was changed since you read it; read it again and repeat your change."));
    }

    private Cursors cursors(String list) {
        KeyManager keys = session.keys();
        var key = keys.getActiveKey(realm(), KeyUse.SIG, Algorithm.HS512);
        var whole = realm().getId() + "\0" + (tenant == null ? "" : tenant.id()) + "\0" + list;
        return new Cursors(key.getSecretKey().getEncoded(), whole);
    }
}
