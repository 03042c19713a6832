package org.keysteward.tenants;

import java.util.Locale;

/** Whether a membership counts. */
public enum MemberStatus {
    ACTIVE,
    /** Still holds a seat, and permits nothing. */
    SUSPENDED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is not known to be active is not. */
    public static MemberStatus of(String key) {
        return ACTIVE.key().equals(key) ? ACTIVE : SUSPENDED;
    }
}
