package org.keysteward.tenants.keycloak;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.tenants.features.Rollout;

/** Features and roll-outs as a caller sends them. */
final class FeaturesBody {
    static final int MAX_FEATURES = 200;
    private static final int MAX_NAME = 100;
    private static final int MAX_VALUE = 4000;

    private FeaturesBody() {}

    static void validate(
            @Nullable Map<String, @Nullable Object> features,
            @Nullable Map<String, @Nullable RolloutBody> rollouts,
            FieldErrors errors) {
        if (features != null) {
            if (features.size() > MAX_FEATURES) {
                errors.add("/features", "At most " + MAX_FEATURES + " features.");
            }
            features.forEach((name, value) -> {
                var pointer = "/features/" + FieldErrors.token(name);
                validateName(pointer, name, errors);
                validateValue(pointer, value, errors);
            });
        }
        if (rollouts != null) {
            if (rollouts.size() > MAX_FEATURES) {
                errors.add("/rollouts", "At most " + MAX_FEATURES + " roll-outs.");
            }
            rollouts.forEach((name, rollout) -> {
                var pointer = "/rollouts/" + FieldErrors.token(name);
                validateName(pointer, name, errors);
                validateRollout(pointer, rollout, errors);
            });
        }
    }

    static void validateValue(String pointer, @Nullable Object value, FieldErrors errors) {
        if (value == null || !isEntitlement(value)) {
            errors.add(pointer, "A feature is a boolean, a number, a text or an object.");
        } else if (Json.write(value).length() > MAX_VALUE) {
            errors.add(pointer, "A feature's value has at most " + MAX_VALUE + " characters as JSON.");
        }
    }

    static Map<String, Object> features(@Nullable Map<String, @Nullable Object> sent) {
        return sent == null ? Map.of() : Json.readObject(Json.write(sent));
    }

    static Map<String, Rollout> rollouts(@Nullable Map<String, @Nullable RolloutBody> sent) {
        var rollouts = new HashMap<String, Rollout>();
        if (sent != null) {
            sent.forEach((name, body) -> {
                if (body != null) {
                    rollouts.put(name, body.rollout());
                }
            });
        }
        return rollouts;
    }

    static Map<String, RolloutBody> shown(Map<String, Rollout> rollouts) {
        var shown = new HashMap<String, RolloutBody>();
        rollouts.forEach((name, rollout) -> shown.put(name, RolloutBody.of(rollout)));
        return shown;
    }

    static void validateRollout(String pointer, @Nullable RolloutBody rollout, FieldErrors errors) {
        if (rollout == null) {
            errors.add(pointer, "Leave a roll-out out to give the feature to everyone.");
            return;
        }
        rollout.validate(pointer, errors);
        if (rollout.otherwise() != null && !isEntitlement(rollout.otherwise())) {
            errors.add(pointer + "/otherwise", "A feature is a boolean, a number, a text or an object.");
        }
    }

    static void validateName(String pointer, String name, FieldErrors errors) {
        if (name.isBlank() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            errors.add(pointer, "A feature's name has 1 to " + MAX_NAME + " printable characters.");
        }
    }

    private static boolean isEntitlement(Object value) {
        return value instanceof Boolean
                || value instanceof Number
                || value instanceof String
                || value instanceof Map<?, ?>;
    }
}
