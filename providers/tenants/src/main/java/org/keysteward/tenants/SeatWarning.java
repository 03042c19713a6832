package org.keysteward.tenants;

import java.util.OptionalLong;

/** How close a tenant is to its last seat. */
public enum SeatWarning {
    NONE(0),
    NEARLY_FULL(80),
    FULL(100);

    private static final int WHOLE = 100;

    private final int percent;

    SeatWarning(int percent) {
        this.percent = percent;
    }

    /** From how many percent on. */
    public int percent() {
        return percent;
    }

    /** @param limit empty for unlimited, of which nobody is warned */
    public static SeatWarning at(long used, OptionalLong limit) {
        if (limit.isEmpty()) {
            return NONE;
        }
        if (used >= limit.getAsLong()) {
            return FULL;
        }
        return used * WHOLE >= limit.getAsLong() * NEARLY_FULL.percent ? NEARLY_FULL : NONE;
    }
}
