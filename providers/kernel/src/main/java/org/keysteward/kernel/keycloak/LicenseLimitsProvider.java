package org.keysteward.kernel.keycloak;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;
import org.keysteward.kernel.LicenseLimits;

/** What licenses allow, for one session and the realm of its context. */
public interface LicenseLimitsProvider extends LicenseLimits, Provider {
    @Override
    default void close() {}

    /** What all that know of licenses say; nothing where nobody does. */
    static LicenseLimits of(KeycloakSession session) {
        return new LicenseLimits() {
            @Override
            public Map<String, Long> byTenant(String limit) {
                Map<String, Long> limits = new HashMap<>();
                session.getAllProviders(LicenseLimitsProvider.class).forEach(one -> limits.putAll(one.byTenant(limit)));
                return limits;
            }

            @Override
            public Optional<Long> of(String tenantId, String limit) {
                return session.getAllProviders(LicenseLimitsProvider.class).stream()
                        .flatMap(one -> one.of(tenantId, limit).stream())
                        .findFirst();
            }
        };
    }
}
