package org.keysteward.tenants.keycloak;

import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationInvitationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.storage.adapter.AbstractInMemoryUserAdapter;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.RoleGiverProvider;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.kernel.keycloak.TenantDirectory;

/** The mail that an invited person gets, in their language where they have an account, else in the realm's. */
final class InvitationMail {
    private static final int MOMENT_SECONDS = 60;

    private final KeycloakSession session;

    InvitationMail(KeycloakSession session) {
        this.session = session;
    }

    /** Sends it, unless the invitation was accepted or taken back meanwhile. */
    void send(String id) {
        var row = Rows.entityManager(session).find(InvitationEntity.class, id);
        var realm = row == null ? null : session.realms().getRealm(row.realmId());
        if (row == null || realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        var organizations = session.getProvider(OrganizationProvider.class);
        var invitation = organizations.getInvitationManager().getById(id);
        var organization = organizations.getById(row.tenantId());
        if (invitation == null || organization == null) {
            Rows.entityManager(session).remove(row);
            return;
        }
        if (invitation.isExpired()) {
            row.failed();
            return;
        }
        var attributes = new HashMap<String, Object>();
        attributes.put("tenantName", organization.getName());
        attributes.put("link", invitation.getInviteLink());
        attributes.put("role", role(row.role(), TenantDirectory.ref(organization)));
        attributes.put("plainRole", row.role().equals(InvitedRole.MEMBER));
        attributes.put("hours", hours(invitation.getExpiresAt() - Time.currentTime()));
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(addressee(realm, invitation))
                    .send(
                            "keystewardInvitationSubject",
                            List.of(organization.getName()),
                            "keysteward-invitation.ftl",
                            attributes);
        } catch (EmailException e) {
            throw new IllegalStateException("The mail server did not take the mail", e);
        }
        row.sent();
    }

    /** The key of a text of ours, or the name of a role of the tenant's, which is its own text. */
    private String role(InvitedRole role, TenantRef tenant) {
        return role.own() == null
                ? "keystewardRole_" + role.membership().key()
                : session.getProvider(RoleGiverProvider.class)
                        .name(tenant, role.own())
                        .orElse(role.own());
    }

    private UserModel addressee(RealmModel realm, OrganizationInvitationModel invitation) {
        var known = session.users().getUserByEmail(realm, invitation.getEmail());
        return known != null ? known : new Invitee(session, realm, invitation);
    }

    /** Whole ones; a mail goes out a moment after the invitation was made, which takes no hour away. */
    private static long hours(long seconds) {
        return Math.max(1, TimeUnit.SECONDS.toHours(seconds + MOMENT_SECONDS));
    }

    /** Somebody who has no account yet. */
    private static final class Invitee extends AbstractInMemoryUserAdapter {
        Invitee(KeycloakSession session, RealmModel realm, OrganizationInvitationModel invitation) {
            super(session, realm, null);
            setEmail(invitation.getEmail());
            setFirstName(invitation.getFirstName());
            setLastName(invitation.getLastName());
        }

        @Override
        public SubjectCredentialManager credentialManager() {
            throw new UnsupportedOperationException("Somebody without an account has no credentials");
        }
    }
}
