package org.keysteward.audit.keycloak;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold.
 *
 * @param subjectType {@code person} or {@code tenant}
 * @param subjectId the user's or the organization's id
 * @param tenant the organization's alias, while there is one
 * @param placedBy who placed it, by id
 * @param releasedAt absent while it holds
 */
public record HoldView(
        String id,
        String subjectType,
        String subjectId,
        @Nullable String tenant,
        String reason,
        String placedBy,
        String placedAt,
        @Nullable String releasedBy,
        @Nullable String releasedAt) {
    static HoldView of(HoldRows.Hold hold, @Nullable String tenant) {
        var releasedAt = hold.releasedAt();
        return new HoldView(
                hold.id(),
                hold.type(),
                hold.subject(),
                tenant,
                hold.reason(),
                hold.placedBy(),
                Instant.ofEpochMilli(hold.placedAt()).toString(),
                hold.releasedBy(),
                releasedAt == null ? null : Instant.ofEpochMilli(releasedAt).toString());
    }
}
