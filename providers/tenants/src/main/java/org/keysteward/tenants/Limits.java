package org.keysteward.tenants;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Numbers that must not be passed; what is not named is unlimited. */
public final class Limits {
    public static final Limits NONE = new Limits(Map.of());

    /** Far above any tenant, and far below where sums overflow. */
    public static final long MAXIMUM = 1_000_000_000L;

    private final Map<Limit, Long> values;

    /** @throws IllegalArgumentException for a number below 0 or above {@link #MAXIMUM} */
    public Limits(Map<Limit, Long> values) {
        var copy = new EnumMap<Limit, Long>(Limit.class);
        values.forEach((limit, value) -> {
            if (value < 0 || value > MAXIMUM) {
                throw new IllegalArgumentException("Limit " + limit.key() + " out of bounds: " + value);
            }
            copy.put(limit, value);
        });
        this.values = copy;
    }

    public OptionalLong of(Limit limit) {
        var value = values.get(limit);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** These limits, and in their place those of {@code overrides} wherever it names one. */
    public Limits overriddenBy(Limits overrides) {
        var merged = new EnumMap<Limit, Long>(Limit.class);
        merged.putAll(values);
        merged.putAll(overrides.values);
        return new Limits(merged);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** By key, as the API shows them. */
    public Map<String, Long> byKey() {
        var byKey = new TreeMap<String, Long>();
        values.forEach((limit, value) -> byKey.put(limit.key(), value));
        return byKey;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Limits limits && limits.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return byKey().toString();
    }
}
