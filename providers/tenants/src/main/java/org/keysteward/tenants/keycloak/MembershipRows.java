package org.keysteward.tenants.keycloak;

/** Keycloak's own rows of who is a member of an organization, as JPQL speaks of them. */
final class MembershipRows {
    /** How many members the organization {@code o} has: users that Keycloak keeps, and those of federations. */
    static final String COUNT =
            "((select count(m.groupId) from UserGroupMembershipEntity m where m.groupId = o.groupId)"
                    + " + (select count(f.groupId) from FederatedUserGroupMembershipEntity f where f.groupId = o.groupId))";

    /** The user of the parameter {@code user} is a member of the organization {@code o}. */
    static final String HAVE_THE_USER = have(":user");

    /** The user of our row {@code k} is a member of the organization {@code o}. */
    static final String HAVE_THE_ROWS_USER = have("k.userId");

    private MembershipRows() {}

    private static String have(String user) {
        return "(exists (select 1 from UserGroupMembershipEntity g where g.groupId = o.groupId and g.user.id = " + user
                + ") or exists (select 1 from FederatedUserGroupMembershipEntity h where h.groupId = o.groupId"
                + " and h.userId = " + user + "))";
    }
}
