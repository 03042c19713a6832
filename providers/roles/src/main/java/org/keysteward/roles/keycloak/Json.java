package org.keysteward.roles.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.List;
import java.util.Map;
import org.keysteward.roles.Role;

/** How lists and conditions are kept in a column. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectReader TEXTS = MAPPER.readerForListOf(String.class);
    private static final ObjectReader OBJECT = MAPPER.readerForMapOf(Object.class);
    private static final ObjectReader STOCK_ROLES = MAPPER.readerForListOf(Role.StockRole.class);

    /** What most roles have of most lists. */
    private static final String NOTHING = "[]";

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON", e);
        }
    }

    static List<String> texts(String json) {
        return json.equals(NOTHING) ? List.of() : read(json, TEXTS);
    }

    static Map<String, Object> object(String json) {
        return read(json, OBJECT);
    }

    static List<Role.StockRole> stockRoles(String json) {
        return json.equals(NOTHING) ? List.of() : read(json, STOCK_ROLES);
    }

    private static <T> T read(String json, ObjectReader reader) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON column does not hold what it should", e);
        }
    }
}
