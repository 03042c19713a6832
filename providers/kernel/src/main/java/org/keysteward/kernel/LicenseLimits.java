package org.keysteward.kernel;

import java.util.Map;
import java.util.Optional;

/** What licenses allow, for capabilities that keep to a limit without knowing licenses. */
public interface LicenseLimits {
    /**
     * Which number of this limit each tenant of the realm has, by the tenant's id. Whoever is missing is unlimited.
     *
     * @param limit the limit's key: {@code auditRetentionDays}
     */
    Map<String, Long> byTenant(String limit);

    /** The same of one tenant; empty where it is unlimited. */
    default Optional<Long> of(String tenantId, String limit) {
        return Optional.ofNullable(byTenant(limit).get(tenantId));
    }
}
