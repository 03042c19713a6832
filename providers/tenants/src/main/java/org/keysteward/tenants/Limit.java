package org.keysteward.tenants;

import java.util.Arrays;
import java.util.Optional;

/** Something that a plan may put a number on. */
public enum Limit {
    /** Distinct members of the tenant. */
    SEATS("seats");

    private final String key;

    Limit(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<Limit> of(String key) {
        return Arrays.stream(values()).filter(limit -> limit.key.equals(key)).findFirst();
    }
}
