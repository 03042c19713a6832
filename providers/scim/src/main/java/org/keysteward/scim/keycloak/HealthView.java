package org.keysteward.scim.keycloak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.scim.connection.Durations;

/**
 * How a connection is doing.
 *
 * @param lastSyncAt when one of its tokens was used, to the minute; absent where none ever was
 * @param stale whether it was used once, and not for a day
 * @param operations counts since the connection was made
 * @param errors the last hundred, the newest first
 * @param ignored attributes of no schema that it sent and that were passed over
 */
public record HealthView(
        @Nullable String lastSyncAt,
        boolean stale,
        List<OperationView> operations,
        DurationsView durations,
        List<ErrorView> errors,
        List<String> ignored) {
    private static final Duration STALE_AFTER = Duration.ofDays(1);

    /** How often an operation ended how. */
    public record OperationView(String operation, long succeeded, long failed) {}

    /** Milliseconds that half, 95 and 99 of a hundred requests did not exceed; right to about a fifth. */
    public record DurationsView(long p50, long p95, long p99) {}

    /** A request that failed. */
    public record ErrorView(
            String at,
            String requestId,
            String operation,
            int status,
            @Nullable String scimType,
            String detail) {}

    static HealthView of(KeycloakSession session, String connection, @Nullable Long usedAt, Clock clock) {
        var counts = new HealthCounts(session);
        return new HealthView(
                usedAt == null ? null : Instant.ofEpochMilli(usedAt).toString(),
                usedAt != null && usedAt < clock.millis() - STALE_AFTER.toMillis(),
                operations(
                        counts.of(connection, HealthCounts.Of.SUCCEEDED),
                        counts.of(connection, HealthCounts.Of.FAILED)),
                durations(counts.of(connection, HealthCounts.Of.DURATION)),
                new HealthErrors(session)
                        .of(connection).stream().map(HealthView::view).toList(),
                List.copyOf(counts.of(connection, HealthCounts.Of.IGNORED).keySet()));
    }

    private static List<OperationView> operations(Map<String, Long> succeeded, Map<String, Long> failed) {
        return Stream.concat(succeeded.keySet().stream(), failed.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(name -> new OperationView(name, succeeded.getOrDefault(name, 0L), failed.getOrDefault(name, 0L)))
                .toList();
    }

    private static DurationsView durations(Map<String, Long> counts) {
        var durations = new Durations(counts.entrySet().stream()
                .collect(Collectors.toMap(one -> Integer.parseInt(one.getKey()), Map.Entry::getValue)));
        return new DurationsView(durations.percentile(0.5), durations.percentile(0.95), durations.percentile(0.99));
    }

    private static ErrorView view(ScimErrorEntity row) {
        return new ErrorView(
                Instant.ofEpochMilli(row.at()).toString(),
                row.requestId(),
                row.operation(),
                row.status(),
                row.scimType().isEmpty() ? null : row.scimType(),
                row.detail());
    }
}
