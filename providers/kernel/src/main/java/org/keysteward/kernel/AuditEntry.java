package org.keysteward.kernel;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param action dotted, such as {@code license.changed}
 * @param actor who did it
 * @param tenant where, if in one tenant
 * @param target to what
 * @param outcome how it ended
 * @param changes what is different now; ids and settings, never secrets
 */
public record AuditEntry(
        Category category,
        String action,
        Actor actor,
        @Nullable TenantRef tenant,
        Target target,
        Outcome outcome,
        List<Change> changes) {
    public enum Category {
        AUTHENTICATION,
        ADMINISTRATION,
        ACCESS,
        DATA,
        SECURITY,
        COMPLIANCE,
        SYSTEM
    }

    /** @param type the kind of thing: {@code plan}, {@code tenant}, {@code member}, {@code setting} … */
    public record Target(String type, String id) {}

    /** @param reason why it failed; null on success */
    public record Outcome(boolean success, @Nullable String reason) {
        public static final Outcome SUCCESS = new Outcome(true, null);

        public static Outcome failure(String reason) {
            return new Outcome(false, reason);
        }
    }

    /** @param pointer JSON pointer into the target's representation */
    public record Change(
            String pointer,
            @Nullable Object before,
            @Nullable Object after) {
        /** One change for each member that differs between two objects; null for an object that is not there. */
        public static Change[] between(@Nullable Map<String, ?> before, @Nullable Map<String, ?> after) {
            Map<String, ?> old = before == null ? Map.of() : before;
            Map<String, ?> now = after == null ? Map.of() : after;
            var names = new TreeSet<>(old.keySet());
            names.addAll(now.keySet());
            return names.stream()
                    .map(name -> new Change("/" + FieldErrors.token(name), old.get(name), now.get(name)))
                    .toArray(Change[]::new);
        }
    }

    public AuditEntry {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(actor, "actor");
        changes = changes.stream()
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    /** An administrative change that succeeded. */
    public static AuditEntry changed(
            String action, Actor actor, @Nullable TenantRef tenant, Target target, Change... changes) {
        return new AuditEntry(
                Category.ADMINISTRATION, action, actor, tenant, target, Outcome.SUCCESS, List.of(changes));
    }
}
