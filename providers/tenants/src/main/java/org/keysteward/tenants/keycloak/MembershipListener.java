package org.keysteward.tenants.keycloak;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.services.ErrorPageException;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.tenants.Reservation;

/**
 * Stands where every membership comes by: Keycloak's own join events, in the transaction that joins. Administration
 * API, invitation, registration, identity provider, import and federation all end there.
 */
final class MembershipListener implements ProviderEventListener {
    private static final String SEATED = "keysteward.seated.";
    private static final List<String> PER_TENANT =
            List.of("LicenseEntity", "InvitationEntity", "DomainEntity", "DeletionEntity", "UsageEntity");
    private static final List<String> PER_REALM =
            List.of("PlanEntity", "LicenseKeyEntity", "SignedLicenseEntity", "ActivityEntity");

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof OrganizationModel.OrganizationMemberJoinEvent joined) {
            seat(joined.getSession(), joined.getOrganization(), joined.getUser());
        } else if (event instanceof GroupModel.GroupMemberJoinEvent joined) {
            joinedGroup(joined);
        } else if (event instanceof OrganizationModel.OrganizationMemberLeaveEvent left) {
            left(left.getSession(), left.getOrganization().getId(), left.getUser());
        } else if (event instanceof GroupModel.GroupMemberLeaveEvent left) {
            leftGroup(left);
        } else if (event instanceof GroupModel.GroupCreatedEvent created) {
            groupCreated(created);
        } else if (event instanceof OrganizationModel.OrganizationRemovedEvent removed) {
            forgetTenant(removed.getKeycloakSession(), removed.getOrganization().getId());
        } else if (event instanceof UserModel.UserPreRemovedEvent removed) {
            new Memberships(removed.getKeycloakSession())
                    .forgetUser(removed.getUser().getId());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            forgetRealm(removed.getKeycloakSession(), removed.getRealm().getId());
        }
    }

    /** The only event when the hidden group is joined directly. */
    private static void joinedGroup(GroupModel.GroupMemberJoinEvent event) {
        var organization = organizationOf(event.getKeycloakSession(), event.getGroup());
        if (organization != null) {
            seat(event.getKeycloakSession(), organization, event.getUser());
        }
    }

    private static void leftGroup(GroupModel.GroupMemberLeaveEvent event) {
        var organization = organizationOf(event.getKeycloakSession(), event.getGroup());
        if (organization != null) {
            left(event.getKeycloakSession(), organization.getId(), event.getUser());
        }
    }

    /** A row that is there before anyone joins spares the first joins a race for making it. */
    private static void groupCreated(GroupModel.GroupCreatedEvent event) {
        var group = event.getGroup();
        if (isHidden(group)) {
            new LicenseLock(event.getKeycloakSession()).makeRow(group.getName());
        }
    }

    private static void seat(KeycloakSession session, OrganizationModel organization, UserModel user) {
        var seated = SEATED + organization.getId() + "." + user.getId();
        if (session.getAttribute(seated) != null) {
            // One join fires two events.
            return;
        }
        session.setAttribute(seated, true);
        // Whatever is still there of an earlier membership must not come back to life with its role.
        forget(session, organization.getId(), user.getId());

        var reservation = new Seats(session).forMember(organization, user);
        if (reservation instanceof Reservation.Refused refused) {
            refuse(session, organization, refused);
        }
        new Acceptance(session).joined(organization.getId(), user);
    }

    private static void refuse(KeycloakSession session, OrganizationModel organization, Reservation.Refused refused) {
        // INVARIANT: nobody who catches this on the way can commit the join.
        session.getTransactionManager().setRollbackOnly();
        new Refusals(session).record(TenantDirectory.ref(organization), refused);
        var signingIn = session.getContext().getAuthenticationSession();
        if (signingIn != null) {
            throw new ErrorPageException(
                    session, signingIn, Response.Status.CONFLICT, message(refused), organization.getName());
        }
        throw new GrowthRefusedException(organization.getAlias(), refused);
    }

    private static String message(Reservation.Refused refused) {
        return refused instanceof Reservation.LimitReached ? "keystewardSeatLimitReached" : "keystewardNotInForce";
    }

    private static void left(KeycloakSession session, String tenantId, UserModel user) {
        session.removeAttribute(SEATED + tenantId + "." + user.getId());
        forget(session, tenantId, user.getId());
    }

    /** Who comes back later is not suspended any more, and every node has to know. */
    private static void forget(KeycloakSession session, String tenantId, String userId) {
        var forgotten = new Memberships(session).forget(tenantId, userId);
        if (forgotten > 0 && SuspendedMembers.of(session).contain(tenantId, userId)) {
            SuspendedMembers.changed(session);
        }
    }

    private static void forgetTenant(KeycloakSession session, String tenantId) {
        new Memberships(session).forgetTenant(tenantId);
        for (var entity : PER_TENANT) {
            Rows.entityManager(session)
                    .createQuery("delete from " + entity + " e where e.tenantId = :tenant")
                    .setParameter("tenant", tenantId)
                    .executeUpdate();
        }
    }

    private static void forgetRealm(KeycloakSession session, String realmId) {
        new Memberships(session).forgetRealm(realmId);
        for (var entity : Stream.concat(PER_TENANT.stream(), PER_REALM.stream()).toList()) {
            Rows.entityManager(session)
                    .createQuery("delete from " + entity + " e where e.realmId = :realm")
                    .setParameter("realm", realmId)
                    .executeUpdate();
        }
    }

    /** What was left behind without an event. */
    static void sweep(KeycloakSession session) {
        var entityManager = Rows.entityManager(session);
        for (var entity : PER_TENANT) {
            entityManager
                    .createQuery("delete from " + entity + " e where not exists"
                            + " (select 1 from OrganizationEntity o where o.id = e.tenantId)")
                    .executeUpdate();
        }
        entityManager
                .createQuery("delete from InvitationEntity v where not exists"
                        + " (select 1 from OrganizationInvitationEntity i where i.id = v.id)")
                .executeUpdate();
    }

    /** An organization's own group is named after its id; groups that its administrators make inside it are not. */
    private static @Nullable OrganizationModel organizationOf(KeycloakSession session, GroupModel group) {
        if (!isHidden(group)) {
            return null;
        }
        return session.getProvider(OrganizationProvider.class).getById(group.getName());
    }

    private static boolean isHidden(GroupModel group) {
        return group.getType() == GroupModel.Type.ORGANIZATION && group.getParentId() == null;
    }
}
