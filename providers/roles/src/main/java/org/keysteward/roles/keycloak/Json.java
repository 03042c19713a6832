package org.keysteward.roles.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.keysteward.roles.Role;

/** How lists and conditions are kept in a column. */
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

    static List<String> texts(String json) {
        return read(json, new TypeReference<>() {});
    }

    static Map<String, Object> object(String json) {
        return read(json, new TypeReference<>() {});
    }

    static List<Role.StockRole> stockRoles(String json) {
        return read(json, new TypeReference<>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON column does not hold what it should", e);
        }
    }
}
