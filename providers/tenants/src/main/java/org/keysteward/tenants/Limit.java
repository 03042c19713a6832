package org.keysteward.tenants;

import java.util.Arrays;
import java.util.Optional;

/** Something that a plan may put a number on. */
public enum Limit {
    SEATS("seats", "Distinct members, and pending invitations unless the plan says otherwise", true),
    ADMINS("admins", "Members with the role admin or owner", true),
    PENDING_INVITATIONS("pendingInvitations", "Invitations that are neither accepted nor expired", true),
    IDENTITY_PROVIDERS("identityProviders", "Identity providers linked to the tenant", true),
    DOMAINS("domains", "Domains that the tenant claims, verified or not", true),
    CONCURRENT_SESSIONS_PER_MEMBER("concurrentSessionsPerMember", "Sessions that one member has at a time", false),
    CONCURRENT_SESSIONS("concurrentSessions", "Sessions that all members have at a time", false),
    CUSTOM_ROLES("customRoles", "Roles that the tenant composes itself", true),
    SCIM_CONNECTIONS("scimConnections", "Provisioning sources", true),
    API_REQUESTS_PER_MINUTE("apiRequestsPerMinute", "Calls of this API for the tenant", false),
    AUDIT_RETENTION_DAYS("auditRetentionDays", "Days that audit records are kept", true),
    POLICIES("policies", "Attribute policies", false);

    private final String key;
    private final String description;
    private final boolean enforced;

    Limit(String key, String description, boolean enforced) {
        this.key = key;
        this.description = description;
        this.enforced = enforced;
    }

    public String key() {
        return key;
    }

    /** What is counted, for people. */
    public String description() {
        return description;
    }

    /** Whether anything keeps to it yet; the others are stored and shown. */
    public boolean enforced() {
        return enforced;
    }

    public static Optional<Limit> of(String key) {
        return Arrays.stream(values()).filter(limit -> limit.key.equals(key)).findFirst();
    }
}
