package org.keysteward.tenants;

import java.util.Map;
import java.util.regex.Pattern;
import org.keysteward.tenants.features.Rollout;

/**
 * A named bundle of what a tenant may use.
 *
 * @param key lower-case; unique in the realm and immutable
 * @param features entitlements by name: booleans, numbers, texts or objects
 * @param rollouts to whom and when a feature is given, by its name; without one, to everyone at once
 * @param graceDays how many days an ended license is honoured, unless the license says otherwise
 * @param invitationsHoldSeats whether a pending invitation takes up a seat
 */
public record Plan(
        String key,
        String name,
        Limits limits,
        Map<String, Object> features,
        Map<String, Rollout> rollouts,
        int graceDays,
        OnExpiry onExpiry,
        boolean invitationsHoldSeats) {
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    public Plan {
        if (!isKey(key)) {
            throw new IllegalArgumentException("Not a plan's key: " + key);
        }
        features = Map.copyOf(features);
        rollouts = Map.copyOf(rollouts);
    }

    public static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }
}
