package org.keysteward.tenants.keycloak;

import java.util.HashSet;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.MemberStatus;

/** The suspended memberships of a realm, at hand on every node: there are few, and every sign-in asks. */
final class SuspendedMembers {
    static final String SNAPSHOT = "suspended-members";

    private final Set<MemberEntity.Key> suspended;

    private SuspendedMembers(Set<MemberEntity.Key> suspended) {
        this.suspended = suspended;
    }

    static SuspendedMembers of(KeycloakSession session) {
        return TenantsFactory.of(session)
                .suspendedMembers()
                .of(session, session.getContext().getRealm());
    }

    static SuspendedMembers read(KeycloakSession session, RealmModel realm) {
        var rows = new HashSet<MemberEntity.Key>();
        Rows.entityManager(session)
                .createQuery(
                        "select k.tenantId, k.userId from MemberEntity k"
                                + " where k.realmId = :realm and k.status = :suspended",
                        Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("suspended", MemberStatus.SUSPENDED.key())
                .getResultStream()
                .forEach(row -> rows.add(new MemberEntity.Key((String) row[0], (String) row[1])));
        return new SuspendedMembers(Set.copyOf(rows));
    }

    /** To be called in the transaction that suspends, resumes or removes a member. */
    static void changed(KeycloakSession session) {
        TenantsFactory.of(session)
                .suspendedMembers()
                .changed(session, session.getContext().getRealm());
    }

    boolean contain(String tenantId, String userId) {
        return !suspended.isEmpty() && suspended.contains(new MemberEntity.Key(tenantId, userId));
    }

    boolean isEmpty() {
        return suspended.isEmpty();
    }
}
