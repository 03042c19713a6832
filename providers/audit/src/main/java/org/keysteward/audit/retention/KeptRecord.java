package org.keysteward.audit.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.AuditEntry.Category;

/**
 * What decides how long a record is kept.
 *
 * @param time when it happened
 * @param tenant the organization's id
 * @param actor who did it
 * @param target to what or whom
 */
public record KeptRecord(
        Category category,
        Instant time,
        @Nullable String tenant,
        @Nullable String actor,
        @Nullable String target) {}
