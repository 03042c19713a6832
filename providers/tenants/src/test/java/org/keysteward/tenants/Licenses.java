package org.keysteward.tenants;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Licenses to test with. */
final class Licenses {
    private Licenses() {}

    static Plan plan(String key, Limits limits, Map<String, Object> features) {
        return new Plan(key, key, limits, features, Map.of(), 0, OnExpiry.NO_GROWTH, true);
    }

    static License of(Limits limits) {
        return of(null, new License.Overrides(limits, Map.of(), Map.of()));
    }

    static License of(@Nullable Plan plan, License.Overrides overrides) {
        return new License(plan, License.Source.ADMINISTRATOR, overrides, Term.UNLIMITED, null);
    }
}
