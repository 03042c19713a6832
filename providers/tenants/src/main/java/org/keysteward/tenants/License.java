package org.keysteward.tenants;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one tenant may use.
 *
 * @param plan the plan it comes from; null where the realm has no default and nobody has chosen one
 * @param source who chose the plan
 * @param overrides limits that differ from the plan's in this tenant
 */
public record License(@Nullable Plan plan, Source source, Limits overrides) {
    /** Where a license comes from. */
    public enum Source {
        /** An administrator chose it for this tenant. */
        ADMINISTRATOR,
        /** Nobody did: the realm's default plan holds, whichever that is at the time. */
        DEFAULT
    }

    /** The license that holds for a tenant, given what was chosen for it and what the realm falls back to. */
    public static License of(Optional<Plan> chosen, Optional<Plan> realmDefault, Limits overrides) {
        var source = chosen.isPresent() ? Source.ADMINISTRATOR : Source.DEFAULT;
        return new License(chosen.or(() -> realmDefault).orElse(null), source, overrides);
    }

    /** The limits in force. */
    public Limits limits() {
        return (plan == null ? Limits.NONE : plan.limits()).overriddenBy(overrides);
    }

    public Map<String, Object> features() {
        return plan == null ? Map.of() : plan.features();
    }

    public SeatLimit seats() {
        return new SeatLimit(limits().of(Limit.SEATS));
    }
}
