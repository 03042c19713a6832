package org.keysteward.audit.keycloak;

import java.util.List;

/**
 * Names for what Keycloak's model tells of a change that somebody may have recorded already: one thing that happened
 * makes one record.
 */
final class Facts {
    /** A realm is made or removed, and everything in it with it. */
    static final String EVERYTHING = "everything";

    private Facts() {}

    static String user(String userId) {
        return "user|" + userId;
    }

    static String roles(String userId) {
        return "roles|" + userId;
    }

    static String groups(String userId) {
        return "groups|" + userId;
    }

    static String identities(String userId) {
        return "identities|" + userId;
    }

    static String member(String tenantId, String userId) {
        return "member|" + tenantId + "|" + userId;
    }

    static String accepted(String tenantId) {
        return "accepted|" + tenantId;
    }

    static String client(String clientId) {
        return "client|" + clientId;
    }

    static String group(String groupId) {
        return "group|" + groupId;
    }

    static String role(String roleName) {
        return "role|" + roleName;
    }

    static String tenant(String tenantId) {
        return "tenant|" + tenantId;
    }

    /** The account and what belongs to it; not that somebody is a member of tenants. */
    static List<String> everythingOf(String userId) {
        return List.of(user(userId), roles(userId), groups(userId), identities(userId));
    }
}
