package org.keysteward.scim.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.Mutability;
import org.keysteward.scim.ScimException;

/**
 * An attribute of SCIM whose values are those of an attribute of the user profile.
 *
 * @param path to an attribute that is not complex
 * @param profileAttribute its name in the profile
 */
public record ProfileHome(AttributePath path, String profileAttribute) {
    public boolean isWritable() {
        return attribute().mutability() != Mutability.READ_ONLY;
    }

    /**
     * What the resource has of it, as the profile keeps it: each value once, and in an order of their own, for the profile
     * has none.
     *
     * @throws ScimException {@code invalidValue} for what the profile cannot keep
     */
    public List<String> texts(ObjectNode resource) throws ScimException {
        var value = holder(resource).path(attribute().name());
        var texts = new TreeSet<String>();
        for (var one :
                value.isArray() ? value : JsonNodeFactory.instance.arrayNode().add(value)) {
            ProfileValue.text(path, one).ifPresent(texts::add);
        }
        return List.copyOf(texts);
    }

    /** The same of what the profile has: without what is no value of the attribute's type. */
    public List<String> texts(List<String> stored) {
        return values(stored).stream()
                .map(value -> value.isNumber() ? value.decimalValue().toPlainString() : value.asText())
                .toList();
    }

    /** Takes what the resource has of it away, and puts what the profile has in its place. */
    public void show(ObjectNode resource, List<String> stored) {
        remove(resource);
        var values = values(stored);
        if (values.isEmpty()) {
            return;
        }
        var extension = path.extension();
        var holder = extension == null || resource.get(extension.id()) instanceof ObjectNode
                ? (ObjectNode) holder(resource)
                : resource.putObject(extension.id());
        if (attribute().multiValued()) {
            holder.putArray(attribute().name()).addAll(values);
        } else {
            holder.set(attribute().name(), values.get(0));
        }
    }

    public void remove(ObjectNode resource) {
        if (!(holder(resource) instanceof ObjectNode holder)) {
            return;
        }
        holder.remove(attribute().name());
        var extension = path.extension();
        if (extension != null && holder.isEmpty()) {
            resource.remove(extension.id());
        }
    }

    public Attribute attribute() {
        return path.attribute();
    }

    private JsonNode holder(ObjectNode resource) {
        var extension = path.extension();
        return extension == null ? resource : resource.path(extension.id());
    }

    /** Sorted, so that a resource whose values the database tells in another order is no other version. */
    private List<JsonNode> values(List<String> stored) {
        var values = new ArrayList<JsonNode>();
        for (var text : new TreeSet<>(stored)) {
            ProfileValue.read(attribute().type(), text).ifPresent(values::add);
        }
        return values;
    }
}
