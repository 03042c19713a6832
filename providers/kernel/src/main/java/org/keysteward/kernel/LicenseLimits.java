package org.keysteward.kernel;

import java.util.Map;

/** What licenses allow, for capabilities that keep to a limit without knowing licenses. */
public interface LicenseLimits {
    /**
     * Which number of this limit each tenant of the realm has, by the tenant's id. Whoever is missing is unlimited.
     *
     * @param limit the limit's key: {@code auditRetentionDays}
     */
    Map<String, Long> byTenant(String limit);
}
