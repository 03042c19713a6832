package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.MemberStatus;
import org.keysteward.tenants.SeatWarning;
import org.keysteward.tenants.TenantRole;

/** Tells owners by mail that their tenant is near its last seat, or has given it. */
final class SeatWarnings {
    private static final Logger LOG = Logger.getLogger(SeatWarnings.class);

    private final KeycloakSession session;
    private final EntityManager entityManager;

    private SeatWarnings(KeycloakSession session) {
        this.session = session;
        this.entityManager = Rows.entityManager(session);
    }

    /** Sends what is due; each tenant's in a transaction of its own, which forgets the warning once it is sent. */
    static void send(KeycloakSessionFactory factory) {
        var due = KeycloakModelUtils.runJobInTransactionWithResult(factory, SeatWarnings::due);
        for (var tenant : due) {
            try {
                KeycloakModelUtils.runJobInTransaction(
                        factory, session -> new SeatWarnings(session).send(tenant[0], tenant[1]));
            } catch (RuntimeException e) {
                LOG.warnf(e, "Owners of organization %s could not be warned; it is tried again", tenant[1]);
            }
        }
    }

    private static List<String[]> due(KeycloakSession session) {
        return Rows.entityManager(session)
                .createQuery(
                        "select l.realmId, l.tenantId from LicenseEntity l where l.warningDue = true", Object[].class)
                .getResultStream()
                .map(row -> new String[] {(String) row[0], (String) row[1]})
                .toList();
    }

    private void send(String realmId, String tenantId) {
        entityManager
                .createQuery("update LicenseEntity l set l.warningDue = false where l.tenantId = :tenant")
                .setParameter("tenant", tenantId)
                .executeUpdate();
        var realm = session.realms().getRealm(realmId);
        if (realm == null || realm.getSmtpConfig().isEmpty()) {
            LOG.debugf("Nobody is told of the seats of organization %s: its realm sends no mail", tenantId);
            return;
        }
        session.getContext().setRealm(realm);
        var row = new TenantQuery(session).of(List.of(tenantId)).stream().findFirst();
        row.ifPresent(tenant -> owners(tenantId).forEach(owner -> send(owner, tenant)));
    }

    private void send(UserModel owner, TenantQuery.Row tenant) {
        var license = tenant.license(new Plans(session).realmDefault());
        var limit = license.limits().of(Limit.SEATS);
        var used = tenant.seatsUsed(license);
        if (limit.isEmpty() || owner.getEmail() == null) {
            return;
        }
        var attributes = new HashMap<String, Object>();
        attributes.put("tenantName", tenant.name());
        attributes.put("used", used);
        attributes.put("limit", limit.getAsLong());
        attributes.put("full", SeatWarning.at(used, limit) == SeatWarning.FULL);
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(session.getContext().getRealm())
                    .setUser(owner)
                    .send("keystewardSeatsSubject", List.of(tenant.name()), "keysteward-seats.ftl", attributes);
        } catch (EmailException e) {
            // The audit record says the same; a mail server that refuses one owner must not keep the others waiting.
            LOG.warnf(e, "An owner of organization %s could not be told of its seats", tenant.id());
        }
    }

    private List<UserModel> owners(String tenantId) {
        var realm = session.getContext().getRealm();
        return entityManager
                .createQuery(
                        "select k.userId from MemberEntity k, OrganizationEntity o where o.id = k.tenantId"
                                + " and k.tenantId = :tenant and k.role = :owner and k.status = :active"
                                + " and " + MembershipRows.HAVE_THE_ROWS_USER,
                        String.class)
                .setParameter("tenant", tenantId)
                .setParameter("owner", TenantRole.OWNER.key())
                .setParameter("active", MemberStatus.ACTIVE.key())
                .getResultStream()
                .flatMap(userId -> Optional.ofNullable(session.users().getUserById(realm, userId)).stream())
                .toList();
    }
}
