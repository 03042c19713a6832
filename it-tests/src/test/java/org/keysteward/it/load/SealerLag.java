package org.keysteward.it.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the oldest record waits to be sealed: looked at in the database each second, and as the server says it. */
final class SealerLag implements AutoCloseable {
    private static final Pattern METRIC =
            Pattern.compile("^keysteward_audit_lag_seconds(?:\\{[^}]*})?\\s+([0-9.E+-]+)$", Pattern.MULTILINE);
    private static final long SECOND_NANOS = 1_000_000_000;

    private final AuditServer server;
    private final String realmId;
    private final List<Double> seen = new ArrayList<>();
    private final List<Double> told = new ArrayList<>();
    private final Thread looking = new Thread(this::look, "lag");
    private volatile boolean closed;

    SealerLag(AuditServer server, String realmId) {
        this.server = server;
        this.realmId = realmId;
        looking.setDaemon(true);
        looking.start();
    }

    /** In milliseconds, by what waits now; 0 where nothing does. */
    double now() {
        return server.number(
                "select coalesce(greatest(0, (extract(epoch from clock_timestamp()) * 1000)::bigint - min(RECORD_TIME)), 0)"
                        + " from KS_AUDIT_INBOX where REALM_ID = ?",
                realmId);
    }

    /** Returns how long it took until it was under the limit. */
    Duration awaitUnder(double limitMillis, Duration atMost) {
        long begun = System.nanoTime();
        while (now() >= limitMillis) {
            if (System.nanoTime() - begun > atMost.toNanos()) {
                throw new IllegalStateException("Records wait for more than " + limitMillis + " ms after " + atMost);
            }
            LockSupport.parkNanos(SECOND_NANOS / 20);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    synchronized Latencies seen() {
        return Latencies.of(seen);
    }

    synchronized Latencies told() {
        return Latencies.of(told);
    }

    @Override
    public void close() {
        closed = true;
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        while (!closed) {
            LockSupport.parkNanos(SECOND_NANOS);
            double inDatabase = now();
            Matcher metric = METRIC.matcher(server.keycloak().metrics());
            double byMetric = metric.find() ? 1000 * Double.parseDouble(metric.group(1)) : Double.NaN;
            synchronized (this) {
                seen.add(inDatabase);
                told.add(byMetric);
            }
        }
    }
}
