package org.keysteward.tenants.keycloak;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.Limits;

/** Limits as a caller sends them. */
final class LimitsBody {
    private LimitsBody() {}

    static void validate(@Nullable Map<String, @Nullable Long> limits, FieldErrors errors) {
        if (limits == null) {
            return;
        }
        limits.forEach((key, value) -> {
            var pointer = "/limits/" + FieldErrors.token(key);
            if (Limit.of(key).isEmpty()) {
                errors.add(pointer, "There is no such limit.");
            } else if (value == null) {
                errors.add(pointer, "Leave a limit out to have it unlimited.");
            } else if (value < 0 || value > Limits.MAXIMUM) {
                errors.add(pointer, "A limit is a number from 0 to " + Limits.MAXIMUM + ".");
            }
        });
    }

    /** To be called on what {@link #validate} found nothing wrong with. */
    static Limits limits(@Nullable Map<String, @Nullable Long> sent) {
        var limits = new EnumMap<Limit, Long>(Limit.class);
        if (sent != null) {
            sent.forEach((key, value) -> Limit.of(key).ifPresent(limit -> {
                if (value != null) {
                    limits.put(limit, value);
                }
            }));
        }
        return new Limits(limits);
    }
}
