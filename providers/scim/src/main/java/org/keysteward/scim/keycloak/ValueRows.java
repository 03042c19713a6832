package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.AttributeType;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.Schema;

/** Takes a resource's content apart into the rows that filters look at. */
final class ValueRows {
    private final List<Value> rows = new ArrayList<>();

    private ValueRows() {}

    /**
     * One value.
     *
     * @param attribute as its schema spells it, with the extension's URN before it
     * @param element which of several values, from 0
     * @param sub the sub-attribute; empty for none
     * @param exactText null where case does not matter
     * @param fullText of a text that is cut in the others; else null
     */
    record Value(
            String attribute,
            int element,
            String sub,
            String lowerText,
            @Nullable String exactText,
            @Nullable BigDecimal number,
            @Nullable String fullText) {}

    /** @param content in the schemas' spelling, without what Keycloak keeps itself */
    static List<Value> of(ObjectNode content, ResourceType type) {
        var rows = new ValueRows();
        rows.add(content, type.schema().attributes(), "");
        for (var extension : type.extensions()) {
            var below = content.get(extension.schema().id());
            if (below instanceof ObjectNode members) {
                rows.add(members, extension.schema().attributes(), prefix(extension.schema()));
            }
        }
        return rows.rows;
    }

    /** Before the names of an extension's attributes. */
    static String prefix(@Nullable Schema extension) {
        return extension == null ? "" : extension.id() + ":";
    }

    private void add(ObjectNode members, List<Attribute> attributes, String prefix) {
        for (var attribute : attributes) {
            var value = members.get(attribute.name());
            if (value == null || value.isNull()) {
                continue;
            }
            var name = prefix + attribute.name();
            if (!attribute.multiValued()) {
                add(name, 0, attribute, value);
                continue;
            }
            for (var i = 0; i < value.size(); i++) {
                add(name, i, attribute, value.get(i));
            }
        }
    }

    private void add(String name, int element, Attribute attribute, JsonNode value) {
        if (!attribute.isComplex()) {
            add(name, element, "", attribute, value);
            return;
        }
        for (var sub : attribute.subAttributes()) {
            var member = value.get(sub.name());
            if (member != null && !member.isNull()) {
                add(name, element, sub.name(), sub, member);
            }
        }
    }

    private void add(String name, int element, String sub, Attribute leaf, JsonNode value) {
        var text = value.asText();
        rows.add(new Value(
                name,
                element,
                sub,
                StoredValue.lower(text),
                leaf.caseExact() ? StoredValue.exact(text) : null,
                number(leaf.type(), value),
                text.length() > StoredValue.MAX_LENGTH ? text : null));
    }

    /** Of a time, the milliseconds since the epoch. */
    private static @Nullable BigDecimal number(AttributeType type, JsonNode value) {
        return switch (type) {
            case DECIMAL, INTEGER -> value.decimalValue();
            case DATE_TIME -> BigDecimal.valueOf(time(value.asText()).toEpochMilli());
            case STRING, BOOLEAN, BINARY, REFERENCE, COMPLEX -> null;
        };
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
