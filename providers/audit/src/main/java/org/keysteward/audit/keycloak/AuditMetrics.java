package org.keysteward.audit.keycloak;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.concurrent.atomic.AtomicLong;

/** What an operator watches: whether sealing keeps up. Only the node that seals has something to show. */
final class AuditMetrics {
    private final Counter sealed = Counter.builder("keysteward.audit.sealed")
            .description("Audit records that this node has sealed")
            .register(Metrics.globalRegistry);
    private final AtomicLong lagMillis = new AtomicLong();

    AuditMetrics() {
        Gauge.builder("keysteward.audit.lag.seconds", lagMillis, lag -> lag.get() / 1000.0)
                .description("How long the oldest audit record of the last batch has waited to be sealed")
                .register(Metrics.globalRegistry);
    }

    void sealed(int records, long oldestWaitedMillis) {
        sealed.increment(records);
        lagMillis.set(Math.max(0, oldestWaitedMillis));
    }

    void nothingWaits() {
        lagMillis.set(0);
    }
}
