package org.keysteward.tenants.keycloak;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationInvitationModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.entities.OrganizationInvitationEntity;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.AuditTrailProvider;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.PermissionsProvider;
import org.keysteward.kernel.keycloak.RoleGiverProvider;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.Reservation;
import org.keysteward.tenants.TenantRole;

/** Gives who accepts an invitation the role that it carries. */
final class Acceptance {
    private static final String JOINED = "keysteward.joined.";

    private final KeycloakSession session;

    Acceptance(KeycloakSession session) {
        this.session = session;
    }

    /** Somebody has joined the tenant in this session. */
    void joined(String tenantId, UserModel user) {
        session.setAttribute(JOINED + tenantId, user.getId());
        var email = user.getEmail();
        if (email != null) {
            giveUpOtherInvitations(tenantId, email.toLowerCase(Locale.ROOT));
        }
    }

    /** Who joined by another way than their invitation must not hold two seats; an accepted one is gone by then. */
    private void giveUpOtherInvitations(String tenantId, String email) {
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                var entityManager = Rows.entityManager(session);
                var left = entityManager
                        .createQuery(
                                "select i from OrganizationInvitationEntity i"
                                        + " where i.organizationId = :tenant and lower(i.email) = :email",
                                OrganizationInvitationEntity.class)
                        .setParameter("tenant", tenantId)
                        .setParameter("email", email)
                        .getResultList();
                for (var invitation : left) {
                    var row = entityManager.find(InvitationEntity.class, invitation.getId());
                    if (row != null) {
                        entityManager.remove(row);
                    }
                    entityManager.remove(invitation);
                }
                entityManager.flush();
            }

            @Override
            protected void rollbackImpl() {
                // Nobody has joined.
            }
        });
    }

    /** An invitation goes: it was accepted if its addressee has just joined, and taken back otherwise. */
    void removed(@Nullable OrganizationInvitationModel invitation) {
        if (invitation == null) {
            return;
        }
        var entityManager = Rows.entityManager(session);
        var row = entityManager.find(InvitationEntity.class, invitation.getId());
        var joined = session.getAttribute(JOINED + invitation.getOrganizationId(), String.class);
        if (joined != null && isAddressee(invitation, joined)) {
            accepted(invitation, joined, row == null ? InvitedRole.MEMBER : row.role());
        }
        if (row != null) {
            entityManager.remove(row);
            entityManager.flush();
        }
    }

    private boolean isAddressee(OrganizationInvitationModel invitation, String userId) {
        var user = session.users().getUserById(session.getContext().getRealm(), userId);
        return user != null && invitation.getEmail().equalsIgnoreCase(user.getEmail());
    }

    private void accepted(OrganizationInvitationModel invitation, String userId, InvitedRole invited) {
        var realm = session.getContext().getRealm();
        var tenantId = invitation.getOrganizationId();
        var role = affordable(tenantId, invited.membership());
        if (role != TenantRole.MEMBER) {
            new Memberships(session).give(realm.getId(), new MemberEntity.Key(tenantId, userId), role);
        }
        var organization = session.getProvider(OrganizationProvider.class).getById(tenantId);
        var tenant = organization == null ? new TenantRef(tenantId, "") : TenantDirectory.ref(organization);
        session.getProvider(AuditTrailProvider.class)
                .record(AuditEntry.changed(
                        "invitation.accepted",
                        new Actor.Member(userId, null, false, session.getProvider(PermissionsProvider.class)),
                        tenant,
                        new AuditEntry.Target("invitation", invitation.getId()),
                        new AuditEntry.Change(
                                "/role", invited.key(), invited.own() == null ? role.key() : invited.own())));
        if (invited.own() != null) {
            session.getProvider(RoleGiverProvider.class).giveInvited(tenant, userId, invited.own());
        }
    }

    /** A limit that was lowered since the invitation leaves its addressee a plain member, and not outside. */
    private TenantRole affordable(String tenantId, TenantRole invited) {
        if (!invited.administers()) {
            return invited;
        }
        var held = new LicenseLock(session).take(tenantId);
        // The invitation itself is still counted.
        var others = new TenantUse(session, tenantId).admins() - 1;
        var reservation = held.license()
                .reserve(Limit.ADMINS, others, KernelFactory.of(session).clock().instant());
        return reservation instanceof Reservation.Granted ? invited : TenantRole.MEMBER;
    }
}
