package org.keysteward.tenants;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A named bundle of what a tenant may use.
 *
 * @param key lower-case; unique in the realm and immutable
 * @param features entitlements by name: booleans, numbers, texts or objects
 */
public record Plan(String key, String name, Limits limits, Map<String, Object> features) {
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    public Plan {
        if (!isKey(key)) {
            throw new IllegalArgumentException("Not a plan's key: " + key);
        }
        features = Map.copyOf(features);
    }

    public static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }
}
