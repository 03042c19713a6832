package org.keysteward.tenants;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a tenant whose license has expired, its grace days included. */
public enum OnExpiry {
    /** Keycloak refuses its members, as it does those of a disabled organization. */
    DENY_SIGN_IN,
    /** Members sign in as before; nothing grows. */
    NO_GROWTH,
    /** Nothing happens. */
    ALLOW;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<OnExpiry> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
