package org.keysteward.scim.keycloak;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.LicenseLimitsProvider;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.scim.connection.TokenBucket;

/** Keeps to the calls a minute that a tenant's license allows; each node for itself. */
final class Rates {
    private static final String LIMIT = "apiRequestsPerMinute";
    private static final long LOOKED_UP_EVERY = Duration.ofSeconds(30).toNanos();
    private static final int MOST_KNOWN = 100_000;

    private final Map<String, Known> tenants = new ConcurrentHashMap<>();

    /** @param bucket null where nothing is limited */
    private record Known(long lookedUpAt, @Nullable TokenBucket bucket) {}

    void take(ApiRequest request, TenantRef tenant) {
        var now = System.nanoTime();
        var known = tenants.get(tenant.id());
        if (known == null || now - known.lookedUpAt() > LOOKED_UP_EVERY) {
            known = lookedUp(request, tenant, known, now);
            if (tenants.size() >= MOST_KNOWN) {
                tenants.clear();
            }
            tenants.put(tenant.id(), known);
        }
        if (known.bucket() == null) {
            return;
        }
        var wait = known.bucket().take(now);
        if (wait > 0) {
            request.session().getContext().getHttpResponse().setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
            throw new ProblemException(Problem.of(
                    ProblemType.TOO_MANY_REQUESTS,
                    "The tenant's license allows fewer calls a minute; repeat this one in " + wait + " seconds."));
        }
    }

    private static Known lookedUp(ApiRequest request, TenantRef tenant, @Nullable Known before, long now) {
        var limit = LicenseLimitsProvider.of(request.session()).of(tenant.id(), LIMIT);
        if (limit.isEmpty()) {
            return new Known(now, null);
        }
        if (before == null || before.bucket() == null) {
            return new Known(now, new TokenBucket(limit.get(), now));
        }
        before.bucket().change(limit.get());
        return new Known(now, before.bucket());
    }
}
