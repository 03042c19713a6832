package org.keysteward.tenants.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.Limits;
import org.keysteward.tenants.features.Rollout;

/** How limits and features are kept in a column. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON", e);
        }
    }

    static Map<String, Object> readObject(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON column does not hold an object", e);
        }
    }

    static Map<String, Rollout> readRollouts(String json) {
        try {
            Map<String, RolloutBody> stored = MAPPER.readValue(json, new TypeReference<>() {});
            return FeaturesBody.rollouts(new HashMap<>(stored));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON column does not hold roll-outs", e);
        }
    }

    /** Limits of capabilities that came later, and were taken away again, are passed over. */
    static Limits readLimits(String json) {
        var limits = new EnumMap<Limit, Long>(Limit.class);
        readObject(json)
                .forEach((key, value) -> Limit.of(key).ifPresent(limit -> {
                    if (value instanceof Number number) {
                        limits.put(limit, number.longValue());
                    }
                }));
        return new Limits(limits);
    }
}
