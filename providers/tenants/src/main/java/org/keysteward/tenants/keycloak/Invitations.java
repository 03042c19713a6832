package org.keysteward.tenants.keycloak;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationInvitationModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.InvitationManager;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.RoleGiverProvider;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.Reservation;
import org.keysteward.tenants.RoleChange;
import org.keysteward.tenants.TenantRole;

/** Invites people to a tenant: Keycloak's own invitations, with a role and a mail of ours. */
final class Invitations {
    /** Somebody to invite. */
    record Addressee(
            String email,
            InvitedRole role,
            @Nullable String firstName,
            @Nullable String lastName) {}

    private final ApiRequest request;
    private final KeycloakSession session;
    private final OrganizationModel organization;
    private final TenantRef tenant;

    Invitations(ApiRequest request, OrganizationModel organization) {
        this.request = request;
        this.session = request.session();
        this.organization = organization;
        this.tenant = TenantDirectory.ref(organization);
    }

    /** How many can still be accepted. */
    static long pending(KeycloakSession session, String tenantId) {
        return Rows.entityManager(session)
                .createQuery(
                        "select count(i.id) from OrganizationInvitationEntity i where i.organizationId = :tenant"
                                + " and i.expiresAt > :now",
                        Long.class)
                .setParameter("tenant", tenantId)
                .setParameter(
                        "now", (int) KernelFactory.of(session).clock().instant().getEpochSecond())
                .getSingleResult();
    }

    /** @return the invitation's id */
    String invite(Addressee addressee) {
        reserve(addressee.role());
        var email = addressee.email().toLowerCase(Locale.ROOT);
        var user = session.users().getUserByEmail(request.realm(), email);
        refuseTwice(email, user);
        var invitation = keep(addressee, email, user);
        record(
                "invitation.created",
                invitation.getId(),
                new AuditEntry.Change("/role", null, addressee.role().key()));
        return invitation.getId();
    }

    /** Sends another link; the old one is worth nothing from now on. */
    String resend(InvitationView old) {
        stock().remove(old.id());
        forget(old.id());
        var role = InvitedRole.of(old.role());
        reserve(role);
        var user = session.users().getUserByEmail(request.realm(), old.email());
        refuseTwice(old.email(), user);
        var invitation = keep(new Addressee(old.email(), role, old.firstName(), old.lastName()), old.email(), user);
        record("invitation.resent", invitation.getId(), new AuditEntry.Change("/id", old.id(), invitation.getId()));
        return invitation.getId();
    }

    void revoke(InvitationView invitation) {
        refuseAbove(InvitedRole.of(invitation.role()).membership());
        stock().remove(invitation.id());
        forget(invitation.id());
        record("invitation.revoked", invitation.id(), new AuditEntry.Change("/role", invitation.role(), null));
    }

    private void reserve(InvitedRole role) {
        refuseAbove(role.membership());
        if (role.own() != null) {
            session.getProvider(RoleGiverProvider.class).requireGiving(request.actor(), tenant, role.own());
        }
        refuse(new Seats(session).forInvitation(organization));
        if (role.membership().administers()) {
            var held = new LicenseLock(session).take(tenant.id());
            var administrators = new TenantUse(session, tenant.id()).admins();
            refuse(held.license()
                    .reserve(Limit.ADMINS, administrators, request.clock().instant()));
        }
        if (!organization.isEnabled()) {
            throw TenantProblems.tenantDisabled();
        }
    }

    /** Nobody invites, or takes back who was invited, above themselves. */
    private void refuseAbove(TenantRole role) {
        var change = new Standing(request.session(), request.actor(), tenant).gift(role);
        if (change.verdict() != RoleChange.Verdict.ALLOWED) {
            throw TenantProblems.refused(change);
        }
    }

    private void refuse(Reservation reservation) {
        if (reservation instanceof Reservation.Refused refused) {
            new Refusals(request.session()).record(tenant, refused);
            throw TenantProblems.refused(tenant, refused);
        }
    }

    /** Who sees a tenant's members and invitations learns nothing here that they do not know. */
    private void refuseTwice(String email, @Nullable UserModel user) {
        var pending = stock().getByEmail(organization, email);
        if (pending != null && !pending.isExpired()) {
            throw TenantProblems.alreadyInvited();
        }
        if (pending != null) {
            stock().remove(pending.getId());
            forget(pending.getId());
        }
        if (user != null && organization.isMember(user)) {
            throw TenantProblems.alreadyMember();
        }
    }

    private OrganizationInvitationModel keep(Addressee addressee, String email, @Nullable UserModel user) {
        var invitation = stock().create(organization, email, addressee.firstName(), addressee.lastName());
        invitation.setInviteLink(new InvitationLink(session, organization).of(invitation, user));
        Rows.entityManager(session)
                .persist(new InvitationEntity(
                        invitation.getId(),
                        request.realm().getId(),
                        tenant.id(),
                        addressee.role(),
                        request.actor().id()));
        Rows.entityManager(session).flush();
        TenantsFactory.of(session).mails().sendAfterCommit(session);
        return invitation;
    }

    private void forget(String id) {
        var row = Rows.entityManager(session).find(InvitationEntity.class, id);
        if (row != null) {
            Rows.entityManager(session).remove(row);
        }
        Rows.entityManager(session).flush();
    }

    /** Keycloak's own: what stands before it has been asked already, and answers in another form. */
    private InvitationManager stock() {
        return session.getProvider(OrganizationProvider.class, OrganizationsFactory.STOCK)
                .getInvitationManager();
    }

    private void record(String action, String id, AuditEntry.Change change) {
        request.record(
                AuditEntry.changed(action, request.actor(), tenant, new AuditEntry.Target("invitation", id), change));
    }
}
