package org.keysteward.scim.keycloak;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.AuditTrailProvider;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.Requests;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.scim.ScimPermissions;
import org.keysteward.scim.connection.AddressRange;
import org.keysteward.scim.connection.ConnectionToken;

/** Knows connections by their tokens. The row is looked at with every request: what is revoked is worth nothing at once. */
final class ConnectionCredentials {
    private static final String BEARER = "Bearer ";
    private static final String KNOWN = "keysteward.scimConnection";

    private final KeycloakSession session;

    ConnectionCredentials(KeycloakSession session) {
        this.session = session;
    }

    /** The connection of this request; empty where an access token opened the door. */
    static Optional<ConnectionEntity> of(KeycloakSession session) {
        return session.getAttribute(KNOWN) instanceof ConnectionEntity connection
                ? Optional.of(connection)
                : Optional.empty();
    }

    /**
     * Whoever shows a token of ours.
     *
     * @param tenant of the path; null where it names none
     * @throws ProblemException where it is worth nothing here, whatever the reason
     */
    Optional<Actor> caller(@Nullable TenantRef tenant, boolean ofTenant) {
        var bearer = Requests.header(session, "Authorization")
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(ConnectionToken::isMeant);
        return bearer.map(text -> ConnectionToken.of(text)
                .flatMap(token -> connection(token, tenant, ofTenant))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemType.UNAUTHENTICATED, "This token is not valid here, or not any more."))));
    }

    private Optional<Actor> connection(ConnectionToken shown, @Nullable TenantRef tenant, boolean ofTenant) {
        var now = KernelFactory.of(session).clock().millis();
        var realmId = session.getContext().getRealm().getId();
        var tenantId = tenant == null ? ScimEntities.WHOLE_REALM : tenant.id();
        // A tenant that does not exist must not open the realm.
        if (ofTenant != (tenant != null)) {
            return Optional.empty();
        }
        var actor = Rows.entityManager(session)
                .createQuery(
                        "select t, c from ConnectionTokenEntity t join ConnectionEntity c on c.id = t.connectionId"
                                + " where t.hash = :hash and t.realmId = :realm and t.tenantId = :tenant",
                        Object[].class)
                .setParameter("hash", shown.hash())
                .setParameter("realm", realmId)
                .setParameter("tenant", tenantId)
                .getResultStream()
                .findFirst()
                .flatMap(row -> opened((ConnectionTokenEntity) row[0], (ConnectionEntity) row[1], tenant, now));
        if (actor.isEmpty()) {
            new EndedTokens(Rows.entityManager(session))
                    .connection(shown, realmId, tenantId)
                    .ifPresent(connection -> refused(
                            connection,
                            ProblemType.UNAUTHENTICATED,
                            "The token that ends in " + shown.hint() + " was revoked, and is used all the same."));
        }
        return actor;
    }

    private Optional<Actor> opened(
            ConnectionTokenEntity token, ConnectionEntity connection, @Nullable TenantRef tenant, long now) {
        if (token.isExpired(now)) {
            refused(
                    connection.id(),
                    ProblemType.UNAUTHENTICATED,
                    "The token that ends in " + token.hint() + " has expired.");
            return Optional.empty();
        }
        return Optional.of(used(token, connection, tenant, now));
    }

    /** For the connection's health; whoever calls is told no more than anybody. */
    private void refused(String connection, ProblemType type, String detail) {
        ScimFactory.of(session)
                .health()
                .refused(new HealthError(
                        connection,
                        KernelFactory.of(session).clock().millis(),
                        Requests.id(session).value(),
                        HealthNotes.REFUSED,
                        type.status(),
                        null,
                        detail));
    }

    private Actor used(ConnectionTokenEntity token, ConnectionEntity connection, @Nullable TenantRef tenant, long now) {
        var actor = new Actor.Connection(
                connection.id(),
                connection.tenantId().isEmpty() ? null : connection.tenantId(),
                connection.rank(),
                permissions(connection.rank()));
        refuseElsewhere(connection);
        session.setAttribute(KNOWN, connection);
        note(token, connection, tenant, actor, now);
        return actor;
    }

    /** It does what who made it could have done, and only by SCIM. */
    private Set<Permission> permissions(int rank) {
        var held = KernelFactory.of(session).catalogue().stream()
                .filter(permission -> permission.reachesTenants() && permission.leastRank() <= rank)
                .collect(Collectors.toSet());
        held.add(ScimPermissions.PROVISION);
        held.add(Permission.TENANT_READ);
        return held;
    }

    private void refuseElsewhere(ConnectionEntity connection) {
        var ranges = connection.addresses();
        var address = Requests.address(session).orElse("");
        if (!ranges.isEmpty()
                && ranges.stream()
                        .flatMap(text -> AddressRange.of(text).stream())
                        .noneMatch(range -> range.contains(address))) {
            refused(
                    connection.id(),
                    ProblemType.FORBIDDEN,
                    "Calls from " + (address.isEmpty() ? "an unknown address" : address) + " are not allowed.");
            throw new ProblemException(
                    Problem.of(ProblemType.FORBIDDEN, "Calls of this connection are not allowed from this address."));
        }
    }

    private void note(
            ConnectionTokenEntity token,
            ConnectionEntity connection,
            @Nullable TenantRef tenant,
            Actor actor,
            long now) {
        if (ScimFactory.of(session).health().used(token.id(), connection.id(), now)) {
            session.getProvider(AuditTrailProvider.class)
                    .record(AuditEntry.changed(
                            "scim_connection.used",
                            actor,
                            tenant,
                            new AuditEntry.Target("scim-connection", connection.id())));
        }
    }
}
