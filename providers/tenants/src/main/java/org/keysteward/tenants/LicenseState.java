package org.keysteward.tenants;

import java.util.Locale;

/** Where a license stands. All but {@link #SUSPENDED} follow from the clock. */
public enum LicenseState {
    /** Its term has not begun: it may be used already, and is not yet owed for. */
    TRIAL,
    ACTIVE,
    /** Past its end, and still honoured for a while. */
    GRACE,
    EXPIRED,
    /** Somebody has put it out of force. */
    SUSPENDED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
