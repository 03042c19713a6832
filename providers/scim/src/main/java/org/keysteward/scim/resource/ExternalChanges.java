package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.filter.Filter;
import org.keysteward.scim.filter.Literal;
import org.keysteward.scim.filter.Operator;
import org.keysteward.scim.resource.PatchRequest.Kind;

/** Collects what operations do to attributes whose values are kept elsewhere. Their values are known by {@code value}. */
final class ExternalChanges {
    private static final String VALUE = "value";

    private final Set<String> attributes;
    private final int maxValues;
    private final ValueReader reader;
    private final List<ExternalChange> changes = new ArrayList<>();

    ExternalChanges(Set<String> attributes, int maxValues, ValueReader reader) {
        this.attributes = attributes;
        this.maxValues = maxValues;
        this.reader = reader;
    }

    boolean concern(AttributePath path) {
        return path.extension() == null && attributes.contains(path.attribute().name());
    }

    List<ExternalChange> all() {
        return changes;
    }

    void add(Kind kind, AttributePath path, @Nullable Filter elements, @Nullable JsonNode value) throws ScimException {
        var attribute = path.attribute();
        if (path.sub() != null || (elements != null && kind != Kind.REMOVE)) {
            throw unsupported(attribute);
        }
        switch (kind) {
            case ADD -> added(attribute, values(attribute, required(value)));
            case REPLACE -> replaced(attribute, values(attribute, required(value)));
            case REMOVE -> removed(attribute, elements, value);
        }
    }

    private void added(Attribute attribute, List<ObjectNode> values) {
        if (!values.isEmpty()) {
            changes.add(new ExternalChange.Add(attribute.name(), values));
        }
    }

    private void replaced(Attribute attribute, List<ObjectNode> values) {
        changes.add(
                values.isEmpty()
                        ? new ExternalChange.RemoveAll(attribute.name())
                        : new ExternalChange.ReplaceAll(attribute.name(), values));
    }

    private void removed(Attribute attribute, @Nullable Filter elements, @Nullable JsonNode value)
            throws ScimException {
        if (elements == null && (value == null || value.isNull())) {
            changes.add(new ExternalChange.RemoveAll(attribute.name()));
            return;
        }
        var named = new LinkedHashSet<String>();
        if (elements != null) {
            addNamed(elements, attribute, named);
        } else {
            values(attribute, required(value))
                    .forEach(one -> named.add(one.path(VALUE).textValue()));
        }
        // An empty list names nothing: to remove all instead would be the opposite of what it says.
        if (!named.isEmpty()) {
            changes.add(new ExternalChange.Remove(attribute.name(), List.copyOf(named)));
        }
    }

    private static void addNamed(Filter filter, Attribute attribute, Set<String> named) throws ScimException {
        if (filter instanceof Filter.Or or) {
            for (var operand : or.operands()) {
                addNamed(operand, attribute, named);
            }
            return;
        }
        if (filter instanceof Filter.Comparison comparison
                && comparison.operator() == Operator.EQ
                && comparison.path().leaf().name().equals(VALUE)
                && comparison.value() instanceof Literal.Text text) {
            named.add(text.value());
            return;
        }
        throw unsupported(attribute);
    }

    private List<ObjectNode> values(Attribute attribute, JsonNode sent) throws ScimException {
        var list = reader.list(attribute, sent, "/" + attribute.name(), maxValues);
        Map<String, ObjectNode> byValue = new LinkedHashMap<>();
        if (list.isPresent()) {
            for (var element : list.get()) {
                if (!(element instanceof ObjectNode object)
                        || object.path(VALUE).asText().isBlank()) {
                    throw ScimException.of(ScimType.INVALID_VALUE, attribute.name() + " need a value each");
                }
                byValue.put(object.path(VALUE).asText(), object);
            }
        }
        return new ArrayList<>(byValue.values());
    }

    private static JsonNode required(@Nullable JsonNode value) throws ScimException {
        if (value == null) {
            throw ScimException.of(ScimType.INVALID_VALUE, "value is missing");
        }
        return value;
    }

    private static ScimException unsupported(Attribute attribute) {
        var name = attribute.name();
        return ScimException.of(
                ScimType.INVALID_PATH,
                "Of " + name + ", the paths \"" + name + "\" (add, replace, remove) and \"" + name
                        + "[value eq \"...\"]\" (remove; several joined by or) are supported");
    }
}
