package org.keysteward.tenants.keycloak;

import org.keysteward.tenants.MemberStatus;
import org.keysteward.tenants.TenantRole;

/** Keycloak's own rows of who is a member of an organization, as JPQL speaks of them. */
final class MembershipRows {
    /** How many members the organization {@code o} has: users that Keycloak keeps, and those of federations. */
    static final String COUNT =
            "((select count(m.groupId) from UserGroupMembershipEntity m where m.groupId = o.groupId)"
                    + " + (select count(f.groupId) from FederatedUserGroupMembershipEntity f where f.groupId = o.groupId))";

    /** How many invitations to the organization {@code o} can still be accepted, at the second {@code :now}. */
    static final String PENDING =
            "(select count(i.id) from OrganizationInvitationEntity i where i.organizationId = o.id and i.expiresAt > :now)";

    /** The same without those of the address {@code :email}, which is in lower case. */
    static final String PENDING_BUT_FOR = "(select count(i.id) from OrganizationInvitationEntity i"
            + " where i.organizationId = o.id and i.expiresAt > :now and lower(i.email) <> :email)";

    /**
     * What the member of our row {@code k} is, where there may be none. No parameter: the last argument of a function
     * might be a list, and Hibernate would translate the statement anew each time.
     */
    static final String ROLE = "coalesce(k.role, '" + TenantRole.MEMBER.key() + "')";

    /** Whether the member of our row {@code k} is suspended, where there may be none. */
    static final String STATUS = "coalesce(k.status, '" + MemberStatus.ACTIVE.key() + "')";

    /** The user of the parameter {@code user} is a member of the organization {@code o}. */
    static final String HAVE_THE_USER = have(":user");

    /** The user of our row {@code k} is a member of the organization {@code o}. */
    static final String HAVE_THE_ROWS_USER = have("k.userId");

    /**
     * The organization {@code o} has an active member with the role {@code :owner} whose account is not disabled. Of
     * accounts that federations keep, Keycloak's rows do not say.
     */
    static final String HAS_OWNER = "exists (select 1 from MemberEntity k where k.tenantId = o.id and k.role = :owner"
            + " and k.status = :active and " + HAVE_THE_ROWS_USER
            + " and not exists (select 1 from UserEntity u where u.id = k.userId and u.enabled = false))";

    /** How many members of the organization {@code o} have one of the roles {@code :administrators}. */
    static final String ADMINS = "(select count(k.userId) from MemberEntity k where k.tenantId = o.id"
            + " and k.role in :administrators and " + HAVE_THE_ROWS_USER + ")";

    /** How many invitations to the organization {@code o} carry one of them, and can still be accepted. */
    static final String INVITED_ADMINS = "(select count(v.id) from InvitationEntity v, OrganizationInvitationEntity w"
            + " where w.id = v.id and w.organizationId = o.id and w.expiresAt > :now and v.role in :administrators)";

    private MembershipRows() {}

    private static String have(String user) {
        return "(exists (select 1 from UserGroupMembershipEntity g where g.groupId = o.groupId and g.user.id = " + user
                + ") or exists (select 1 from FederatedUserGroupMembershipEntity h where h.groupId = o.groupId"
                + " and h.userId = " + user + "))";
    }
}
