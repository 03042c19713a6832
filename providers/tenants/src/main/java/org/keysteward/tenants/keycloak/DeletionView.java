package org.keysteward.tenants.keycloak;

import java.time.Instant;

/**
 * A tenant's deletion.
 *
 * @param finalAt from when on it cannot be taken back
 */
public record DeletionView(String requestedAt, String finalAt) {
    static DeletionView of(DeletionEntity row) {
        return new DeletionView(
                Instant.ofEpochMilli(row.requestedAt()).toString(),
                Instant.ofEpochMilli(row.dueAt()).toString());
    }
}
