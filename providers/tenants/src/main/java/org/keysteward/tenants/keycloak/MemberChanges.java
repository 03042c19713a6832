package org.keysteward.tenants.keycloak;

import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.representations.idm.MembershipType;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.MemberStatus;
import org.keysteward.tenants.Reservation;
import org.keysteward.tenants.RoleChange;
import org.keysteward.tenants.TenantRole;

/**
 * Changes to members, each under the tenant's lock: two owners who demote each other at once must not both find the
 * other still there.
 */
final class MemberChanges {
    private final ApiRequest request;
    private final KeycloakSession session;
    private final Memberships memberships;
    private final Standing standing;

    MemberChanges(ApiRequest request) {
        this.request = request;
        this.session = request.session();
        this.memberships = new Memberships(session);
        this.standing = new Standing(session, request.actor(), request.tenant());
    }

    /** @return the version of what we know of the member now */
    int add(UserModel user, TenantRole role) {
        var held = lock();
        refuseUnlessAllowed(standing.gift(role));
        reserveRole(held, TenantRole.MEMBER, role);
        join(user);
        record("member.added", user.getId(), new AuditEntry.Change("/role", null, role.key()));
        return role == TenantRole.MEMBER ? -1 : give(user.getId(), role);
    }

    void changeRole(String userId, TenantRole wanted) {
        var held = lock();
        var current = role(existing(userId));
        request.requireUnchanged(memberships.version(key(userId)));
        refuseUnlessAllowed(standing.change(userId, current, wanted, otherOwners(userId)));
        reserveRole(held, current, wanted);
        give(userId, wanted);
        record("member.role_changed", userId, new AuditEntry.Change("/role", current.key(), wanted.key()));
    }

    void setStatus(String userId, MemberStatus status) {
        lock();
        var member = existing(userId);
        request.requireUnchanged(memberships.version(key(userId)));
        var role = role(member);
        // Who comes back is given their role anew, and leaves nobody without an owner.
        refuseUnlessAllowed(
                status == MemberStatus.ACTIVE
                        ? standing.change(userId, role, role, 1)
                        : standing.loss(userId, role, otherOwners(userId)));
        memberships.set(request.realm().getId(), key(userId), status);
        SuspendedMembers.changed(session);
        record(
                status == MemberStatus.SUSPENDED ? "member.suspended" : "member.resumed",
                userId,
                new AuditEntry.Change("/status", member.status(), status.key()));
    }

    /** One owner less and one more, so that there is always one. */
    void transferOwnership(String fromId, String toId) {
        var held = lock();
        var to = existing(toId);
        if (role(existing(fromId)) != TenantRole.OWNER) {
            throw TenantProblems.notOwner();
        }
        if (MemberStatus.of(to.status()) == MemberStatus.SUSPENDED) {
            throw TenantProblems.suspendedMember();
        }
        if (fromId.equals(toId)) {
            throw new ProblemException(Problem.invalidField("/from", "This member is the owner already."));
        }
        // Who gives it up stays an administrator, so this is one more unless the other was one already.
        reserveRole(held, role(to), TenantRole.OWNER);
        give(toId, TenantRole.OWNER);
        give(fromId, TenantRole.ADMIN);
        record(
                "member.ownership_transferred",
                toId,
                new AuditEntry.Change("/owner", fromId, toId),
                new AuditEntry.Change("/role", to.role(), TenantRole.OWNER.key()));
    }

    /** @param deleteUser whether the account goes too, which only an account that the tenant manages can */
    void remove(String userId, boolean deleteUser) {
        lock();
        var member = existing(userId);
        request.requireUnchanged(memberships.version(key(userId)));
        var leaving = userId.equals(request.actor().id());
        var role = role(member);
        refuseUnlessAllowed(
                leaving
                        ? RoleChange.leaving(role, otherOwners(userId))
                        : standing.loss(userId, role, otherOwners(userId)));
        var managed = MembershipType.MANAGED.name().equalsIgnoreCase(member.membershipType());
        if (deleteUser && (!managed || leaving)) {
            throw TenantProblems.notManaged();
        }
        removeFromKeycloak(userId, managed && !deleteUser);
        SuspendedMembers.changed(session);
        record(
                leaving ? "member.left" : "member.removed",
                userId,
                new AuditEntry.Change("/role", role.key(), null),
                new AuditEntry.Change("/deleteUser", null, deleteUser));
    }

    MemberView existing(String userId) {
        return new MemberQuery(session, request.tenant().id()).one(userId).orElseThrow(TenantProblems::unknownMember);
    }

    int version(String userId) {
        return memberships.version(key(userId));
    }

    private LicenseLock.Held lock() {
        return new LicenseLock(session).take(request.tenant().id());
    }

    private void join(UserModel user) {
        try {
            if (!organizations().addMember(organization(), user)) {
                throw TenantProblems.alreadyMember();
            }
        } catch (GrowthRefusedException e) {
            throw TenantProblems.refused(request.tenant(), e.refusal());
        }
    }

    private void reserveRole(LicenseLock.Held held, TenantRole current, TenantRole wanted) {
        if (!wanted.administers() || current.administers()) {
            return;
        }
        var administrators = new TenantUse(session, request.tenant().id()).admins();
        var reservation = held.license()
                .reserve(Limit.ADMINS, administrators, request.clock().instant());
        if (reservation instanceof Reservation.Refused refused) {
            new Refusals(session).record(request.tenant(), refused);
            throw TenantProblems.refused(request.tenant(), refused);
        }
    }

    private void removeFromKeycloak(String userId, boolean keepManagedUser) {
        var user = session.users().getUserById(request.realm(), userId);
        if (user == null) {
            throw TenantProblems.unknownMember();
        }
        var organization = organization();
        if (keepManagedUser) {
            release(organization, user);
        }
        organizations().removeMember(organization, user);
    }

    /** Keycloak deletes a managed member with the membership: so it is made an unmanaged one first. */
    private void release(OrganizationModel organization, UserModel user) {
        var entityManager = Rows.entityManager(session);
        entityManager
                .createQuery("update UserGroupMembershipEntity m set m.membershipType = :unmanaged"
                        + " where m.user.id = :user and m.groupId = :group")
                .setParameter("unmanaged", MembershipType.UNMANAGED.name())
                .setParameter("user", user.getId())
                .setParameter(
                        "group",
                        organizations().getOrganizationGroup(organization).getId())
                .executeUpdate();
        // Or the next sign-in through the tenant's own identity provider would bring the member back.
        var linked = organization
                .getIdentityProviders()
                .map(IdentityProviderModel::getAlias)
                .toList();
        linked.forEach(alias -> session.users().removeFederatedIdentity(request.realm(), user, alias));
    }

    private OrganizationModel organization() {
        return organizations().getById(request.tenant().id());
    }

    private OrganizationProvider organizations() {
        return session.getProvider(OrganizationProvider.class);
    }

    private int give(String userId, TenantRole role) {
        return memberships.give(request.realm().getId(), key(userId), role);
    }

    private long otherOwners(String userId) {
        return memberships.otherOwners(request.tenant().id(), userId);
    }

    private MemberEntity.Key key(String userId) {
        return new MemberEntity.Key(request.tenant().id(), userId);
    }

    private void record(String action, String userId, AuditEntry.Change... changes) {
        request.record(AuditEntry.changed(
                action, request.actor(), request.tenant(), new AuditEntry.Target("user", userId), changes));
    }

    private static TenantRole role(MemberView member) {
        return TenantRole.of(member.role()).orElse(TenantRole.VIEWER);
    }

    private static void refuseUnlessAllowed(RoleChange change) {
        if (change.verdict() != RoleChange.Verdict.ALLOWED) {
            throw TenantProblems.refused(change);
        }
    }
}
