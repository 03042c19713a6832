package org.keysteward.scim.keycloak;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.UuidV7;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.LicenseLimitsProvider;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.RoleGiverProvider;
import org.keysteward.kernel.keycloak.RowLock;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.scim.connection.ConnectionToken;

/** Makes and changes the connections of a tenant, or of the realm. */
final class Connections {
    private static final int MOST = 100;
    private static final int MOST_TOKENS = 5;
    private static final String LIMIT = "scimConnections";
    private static final ProblemType LIMIT_REACHED = new ProblemType("limit-reached", "Limit reached", 409);

    private final ApiRequest request;
    private final @Nullable TenantRef tenant;
    private final EntityManager entityManager;

    Connections(ApiRequest request, @Nullable TenantRef tenant) {
        this.request = request;
        this.tenant = tenant;
        this.entityManager = Rows.entityManager(request.session());
    }

    /** A token, and what is shown of it once and never again. */
    record Issued(ConnectionTokenEntity row, ConnectionToken token) {}

    List<ConnectionEntity> all() {
        return entityManager
                .createQuery(
                        "select c from ConnectionEntity c where c.realmId = :realm and c.tenantId = :tenant order by c.id",
                        ConnectionEntity.class)
                .setParameter("realm", request.realm().getId())
                .setParameter("tenant", tenantId())
                .getResultList();
    }

    /** The latest of those that were removed, newest first. */
    List<FormerConnectionEntity> former() {
        return entityManager
                .createQuery(
                        "select f from FormerConnectionEntity f where f.realmId = :realm and f.tenantId = :tenant"
                                + " order by f.endedAt desc, f.id desc",
                        FormerConnectionEntity.class)
                .setParameter("realm", request.realm().getId())
                .setParameter("tenant", tenantId())
                .setMaxResults(MOST)
                .getResultList();
    }

    ConnectionEntity existing(String id) {
        var row = entityManager.find(ConnectionEntity.class, id);
        if (row == null || !isHere(row.realmId(), row.tenantId())) {
            throw new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such connection."));
        }
        return row;
    }

    ConnectionEntity create(ConnectionBody body) {
        requireAuthority();
        lock();
        refuseTooMany();
        // A connection gives and takes no more than who made it could.
        var rank = tenant == null
                ? Integer.MAX_VALUE
                : request.actor().rank(tenant).orElse(0);
        var row = new ConnectionEntity(
                newId(),
                request.realm().getId(),
                tenantId(),
                rank,
                request.actor().id(),
                request.clock().millis());
        row.change(body.text(), body.isStrict(), body.addresses());
        entityManager.persist(row);
        entityManager.flush();
        record("scim_connection.created", row.id(), AuditEntry.Change.between(null, content(row)));
        return row;
    }

    void change(ConnectionEntity row, ConnectionBody body) {
        request.requireUnchanged(row.version());
        var before = content(row);
        row.change(body.text(), body.isStrict(), body.addresses());
        entityManager.flush();
        record("scim_connection.changed", row.id(), AuditEntry.Change.between(before, content(row)));
    }

    /**
     * What it made stays, and its external ids, for whoever takes that over.
     *
     * @param keepRoles whether roles that its groups gave stay too
     */
    void delete(ConnectionEntity row, boolean keepRoles) {
        request.requireUnchanged(row.version());
        var before = content(row);
        if (tenant != null && !keepRoles) {
            request.session().getProvider(RoleGiverProvider.class).withdraw(tenant, row.id());
        }
        entityManager.persist(new FormerConnectionEntity(row, request.clock().millis()));
        for (var entity : List.of("ConnectionTokenEntity", "EndedTokenEntity")) {
            // The name is a constant of ours.
            entityManager
                    .createQuery("delete from " + entity + " e where e.connectionId = :id")
                    .setParameter("id", row.id())
                    .executeUpdate();
        }
        entityManager.remove(row);
        entityManager.flush();
        record("scim_connection.removed", row.id(), AuditEntry.Change.between(before, null));
    }

    /** Users and groups that another connection made are this one's from now on, and the roles that they were given. */
    ConnectionsResource.AdoptedView adopt(ConnectionEntity row, String from) {
        if (row.id().equals(from)) {
            throw new ProblemException(Problem.invalidField("/from", "This is the connection itself."));
        }
        requireAuthority();
        requireStanding(from);
        lock();
        var adopted = new HandOver(entityManager, row.realmId(), row.tenantId()).of(from, row.id());
        if (tenant != null) {
            request.session().getProvider(RoleGiverProvider.class).handOver(tenant, from, row.id());
        }
        record(
                "scim_connection.adopted",
                row.id(),
                new AuditEntry.Change("/from", null, from),
                new AuditEntry.Change("/users", null, adopted.users()),
                new AuditEntry.Change("/groups", null, adopted.groups()));
        return adopted;
    }

    /** INVARIANT: nobody disposes of what a connection has made that stands higher than they do. */
    private void requireStanding(String from) {
        int rank = rank(from)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemType.NOT_FOUND, "There is no such connection, and was none.")));
        if (tenant != null && request.actor().rank(tenant).orElse(0) < rank) {
            throw new ProblemException(Problem.of(
                    ProblemType.FORBIDDEN, "The other connection was made by somebody who stands higher than you."));
        }
    }

    private Optional<Integer> rank(String id) {
        var present = entityManager.find(ConnectionEntity.class, id);
        if (present != null) {
            return isHere(present.realmId(), present.tenantId()) ? Optional.of(present.rank()) : Optional.empty();
        }
        return Optional.ofNullable(entityManager.find(FormerConnectionEntity.class, id))
                .filter(former -> isHere(former.realmId(), former.tenantId()))
                .map(FormerConnectionEntity::rank);
    }

    private boolean isHere(String realmId, String ofTenant) {
        return ofTenant.equals(tenantId()) && realmId.equals(request.realm().getId());
    }

    List<ConnectionTokenEntity> tokens(ConnectionEntity connection) {
        return entityManager
                .createQuery(
                        "select t from ConnectionTokenEntity t where t.connectionId = :id order by t.id",
                        ConnectionTokenEntity.class)
                .setParameter("id", connection.id())
                .getResultList();
    }

    Issued issue(ConnectionEntity connection, TokenBody body) {
        requireAuthority();
        var now = request.clock().millis();
        removeExpired(connection, now);
        var tokens = tokens(connection);
        if (tokens.size() >= MOST_TOKENS) {
            throw new ProblemException(Problem.of(
                    LIMIT_REACHED,
                    "A connection has at most " + MOST_TOKENS + " tokens; revoke one that is not needed."));
        }
        body.othersExpireBy(request.clock().instant())
                .ifPresent(time -> tokens.stream()
                        .filter(other -> other.expiresAt() == null || other.expiresAt() > time.toEpochMilli())
                        .forEach(other -> other.expiresAt(time.toEpochMilli())));
        var token = ConnectionToken.generate();
        var row = new ConnectionTokenEntity(newId(), connection, token, now);
        row.expiresAt(body.expiry().map(time -> time.toEpochMilli()).orElse(null));
        entityManager.persist(row);
        entityManager.flush();
        record(
                "scim_token.issued",
                connection.id(),
                new AuditEntry.Change("/token", null, row.id()),
                new AuditEntry.Change("/expiresAt", null, body.expiresAt()));
        return new Issued(row, token);
    }

    void revoke(ConnectionEntity connection, String tokenId) {
        var row = tokens(connection).stream()
                .filter(token -> token.id().equals(tokenId))
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(Problem.of(ProblemType.NOT_FOUND, "The connection has no such token.")));
        entityManager.remove(row);
        new EndedTokens(entityManager).add(row, connection, request.clock().millis());
        record("scim_token.revoked", connection.id(), new AuditEntry.Change("/token", tokenId, null));
    }

    /** INVARIANT: whoever holds a token decides who is in groups, and so who has what those give. */
    private void requireAuthority() {
        if (tenant != null) {
            request.session().getProvider(RoleGiverProvider.class).requireGivingByGroups(request.actor(), tenant);
        }
    }

    /** Two at once must not both be the last that the license allows. */
    private void lock() {
        RowLock.take(request.session(), request.realm(), "scim-connections/" + tenantId());
    }

    private void refuseTooMany() {
        KeycloakSession session = request.session();
        var used = all().size();
        long allowed = tenant == null
                ? MOST
                : Math.min(
                        MOST,
                        LicenseLimitsProvider.of(session).of(tenant.id(), LIMIT).orElse((long) MOST));
        if (used >= allowed) {
            throw tooMany(used, allowed);
        }
    }

    private void removeExpired(ConnectionEntity connection, long now) {
        var ended = new EndedTokens(entityManager);
        tokens(connection).stream().filter(token -> token.isExpired(now)).forEach(token -> {
            entityManager.remove(token);
            ended.add(token, connection, now);
        });
    }

    private static ProblemException tooMany(long used, long limit) {
        return new ProblemException(Problem.of(
                        LIMIT_REACHED,
                        "No more than " + limit + " connections are allowed, and there are " + used + ".")
                .with("limitKey", LIMIT)
                .with("used", used)
                .with("limit", limit));
    }

    private String newId() {
        return new UuidV7(request.clock()).next().toString();
    }

    private String tenantId() {
        return tenant == null ? ScimEntities.WHOLE_REALM : tenant.id();
    }

    private void record(String action, String id, AuditEntry.Change... changes) {
        request.record(AuditEntry.changed(
                action, request.actor(), tenant, new AuditEntry.Target("scim-connection", id), changes));
    }

    private static Map<String, Object> content(ConnectionEntity row) {
        var content = new LinkedHashMap<String, Object>();
        content.put("name", row.name());
        content.put("strict", row.strict());
        content.put("allowedAddresses", row.addresses());
        return content;
    }
}
