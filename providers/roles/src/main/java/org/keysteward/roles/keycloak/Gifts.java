package org.keysteward.roles.keycloak;

import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.UuidV7;
import org.keysteward.kernel.keycloak.AuditTrailProvider;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.roles.Assignment;

/** Assigns roles to members where nobody is there who could be refused: at a sign-in, or when they join. */
final class Gifts {
    private static final Logger LOG = Logger.getLogger(Gifts.class);

    private final KeycloakSession session;
    private final TenantRef tenant;
    private final RoleModel model;

    Gifts(KeycloakSession session, TenantRef tenant) {
        this.session = session;
        this.tenant = tenant;
        this.model = new RoleModel(session);
    }

    /** Gives nothing where the role is gone, or where it would breach the separation of duty. */
    void give(String userId, Assignment assignment) {
        if (model.graph(tenant.id()).role(assignment.role()).isEmpty()) {
            record("role.assigned", userId, assignment, AuditEntry.Outcome.failure("no-such-role"));
            return;
        }
        if (isGiven(userId, assignment)) {
            return;
        }
        var breach = new HeldRoles(session).breach(tenant, userId, List.of(assignment));
        if (breach.isPresent()) {
            // Nobody is kept out by what somebody else has mapped or promised.
            LOG.debugf(
                    "A role is not given, since duties are separated: %s",
                    breach.get().set().key());
            record("role.assigned", userId, assignment, AuditEntry.Outcome.failure("separation-of-duty"));
            return;
        }
        var clock = KernelFactory.of(session).clock();
        var entityManager = Rows.entityManager(session);
        var principal = new Principal(PrincipalType.USER, userId);
        entityManager.persist(new AssignmentEntity(
                new UuidV7(clock).next().toString(),
                session.getContext().getRealm().getId(),
                tenant.id(),
                principal,
                assignment,
                clock.millis()));
        entityManager.flush();
        HeldRoles.changed(session, tenant.id(), principal);
        record("role.assigned", userId, assignment, AuditEntry.Outcome.SUCCESS);
    }

    private boolean isGiven(String userId, Assignment wanted) {
        return Rows.entityManager(session)
                .createQuery(
                        "select a from AssignmentEntity a where a.tenantId = :tenant and a.principalId = :user"
                                + " and a.source = :source and a.roleKey = :role",
                        AssignmentEntity.class)
                .setParameter("tenant", tenant.id())
                .setParameter("user", userId)
                .setParameter("source", wanted.source().key())
                .setParameter("role", wanted.role())
                .getResultStream()
                .map(AssignmentEntity::assignment)
                .anyMatch(
                        given -> given.path().equals(wanted.path()) && Objects.equals(given.detail(), wanted.detail()));
    }

    void record(String action, String userId, Assignment assignment, AuditEntry.Outcome outcome) {
        session.getProvider(AuditTrailProvider.class)
                .record(new AuditEntry(
                        AuditEntry.Category.ACCESS,
                        action,
                        new Actor.Server(),
                        tenant,
                        new AuditEntry.Target(PrincipalType.USER.key(), userId),
                        outcome,
                        List.of(
                                new AuditEntry.Change("/role", null, assignment.role()),
                                new AuditEntry.Change(
                                        "/path", null, assignment.path().text()),
                                new AuditEntry.Change(
                                        "/source", null, assignment.source().key()),
                                new AuditEntry.Change("/detail", null, assignment.detail()))));
    }
}
