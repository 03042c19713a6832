package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.Mutability;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.Schema;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.filter.Filter;
import org.keysteward.scim.filter.PatchPath;
import org.keysteward.scim.filter.PatchPathParser;
import org.keysteward.scim.resource.Members.Member;
import org.keysteward.scim.resource.PatchRequest.Kind;
import org.keysteward.scim.resource.PatchRequest.Operation;

/** One PATCH at work on its copy of a resource. */
final class Patching {
    private final ResourceType type;
    private final ObjectNode resource;
    private final UnknownAttributes unknown;
    private final ExternalChanges external;
    private final ValueReader values;
    private final UnknownPaths unknownPaths;
    private final RequiredAttributes required;
    private final ImmutableAttributes immutable;

    Patching(ResourceType type, ObjectNode resource, UnknownAttributes unknown, ExternalChanges external) {
        this.type = type;
        this.resource = resource;
        this.unknown = unknown;
        this.external = external;
        this.values = new ValueReader(unknown);
        this.unknownPaths = new UnknownPaths(type);
        this.required = new RequiredAttributes(type);
        this.immutable = new ImmutableAttributes(type);
    }

    ObjectNode result() {
        DeclaredSchemas.declare(resource, type);
        return resource;
    }

    void apply(Operation operation) throws ScimException {
        var before = resource.deepCopy();
        if (operation.path() == null) {
            applyWithoutPath(operation.kind(), valueOf(operation));
        } else {
            apply(operation.kind(), operation.path(), operation.value());
        }
        required.requireKept(before, resource);
        immutable.requireKept(before, resource);
    }

    private void applyWithoutPath(Kind kind, JsonNode value) throws ScimException {
        if (!(value instanceof ObjectNode object)) {
            throw invalidValue("Without a path, value has to be an object");
        }
        var named = JsonNodeFactory.instance.objectNode();
        var selecting = new ArrayList<Map.Entry<String, JsonNode>>();
        for (var member : object.properties()) {
            if (member.getKey().indexOf('[') < 0) {
                named.set(member.getKey(), member.getValue());
            } else {
                selecting.add(member);
            }
        }
        for (var member : Members.of(named, type, unknown)) {
            apply(kind, member);
        }
        for (var member : selecting) {
            apply(kind, member.getKey(), member.getValue());
        }
    }

    // What is read-only is ignored as in PUT: Okta sends the id beside what it changes.
    private void apply(Kind kind, Member member) throws ScimException {
        if (member.meaning() instanceof Meaning.Whole whole) {
            empty(kind, whole.schema());
        } else if (member.meaning() instanceof Meaning.Part part && !isReadOnly(part.path())) {
            change(kind, part.path(), null, member.value());
        }
    }

    private void apply(Kind kind, String text, @Nullable JsonNode value) throws ScimException {
        if (!unknown.isStrict() && unknownPaths.contain(text)) {
            unknown.add("", text);
            return;
        }
        var path = PatchPathParser.parse(text, type);
        if (path instanceof PatchPath.OfExtension extension) {
            changeExtension(kind, extension.extension(), value);
        } else if (path instanceof PatchPath.OfAttribute attribute) {
            requireWritable(attribute.attribute());
            change(kind, attribute.attribute(), attribute.elements(), value);
        }
    }

    private void changeExtension(Kind kind, Schema extension, @Nullable JsonNode value) throws ScimException {
        if (kind == Kind.REMOVE || value == null || Unassigned.is(value)) {
            empty(kind, extension);
            return;
        }
        if (!(value instanceof ObjectNode object)) {
            throw invalidValue("The value of " + extension.id() + " has to be an object");
        }
        for (var member : Members.of(object, extension, type, unknown)) {
            apply(kind, member);
        }
    }

    private void empty(Kind kind, Schema extension) {
        if (kind != Kind.ADD) {
            resource.remove(extension.id());
        }
    }

    private void change(Kind kind, AttributePath path, @Nullable Filter elements, @Nullable JsonNode value)
            throws ScimException {
        if (external.concern(path)) {
            external.add(kind, path, elements, value);
            return;
        }
        if (path.attribute().name().equals(DeclaredSchemas.NAME)) {
            changeSchemas(kind);
            return;
        }
        var holder = holder(path);
        if (kind == Kind.REMOVE) {
            remove(holder, path, elements, value);
        } else if (value != null) {
            set(kind, holder, path, elements, value);
        }
        if (path.extension() != null && holder.isEmpty()) {
            resource.remove(path.extension().id());
        }
    }

    // They follow from what the resource has.
    private static void changeSchemas(Kind kind) throws ScimException {
        if (kind == Kind.REMOVE) {
            throw invalidValue("schemas is required and has to have a value");
        }
    }

    private void set(Kind kind, ObjectNode holder, AttributePath path, @Nullable Filter elements, JsonNode value)
            throws ScimException {
        if (kind == Kind.ADD && Unassigned.is(path.leaf(), value)) {
            return;
        }
        if (path.attribute().multiValued()) {
            var many = many(holder, path);
            many.set(kind, path.sub(), elements, value);
            store(holder, path.attribute(), many.elements());
            return;
        }
        if (path.attribute().isComplex()) {
            setComplex(kind, holder, path, value);
        } else {
            Parts.set(holder, path.attribute(), read(path, value));
        }
    }

    private @Nullable JsonNode read(AttributePath path, JsonNode value) throws ScimException {
        return values.read(path.leaf(), value, ResourceReader.where(path)).orElse(null);
    }

    private void setComplex(Kind kind, ObjectNode holder, AttributePath path, JsonNode value) throws ScimException {
        var name = path.attribute().name();
        var complex = holder.get(name) instanceof ObjectNode object ? object : holder.putObject(name);
        if (path.sub() != null) {
            Parts.set(complex, path.sub(), read(path, value));
        } else if (Unassigned.is(path.attribute(), value)) {
            complex.removeAll();
        } else {
            Parts.merge(complex, values.parts(path.attribute(), value, ResourceReader.where(path)), kind);
        }
        if (complex.isEmpty()) {
            holder.remove(name);
        }
    }

    private void remove(ObjectNode holder, AttributePath path, @Nullable Filter elements, @Nullable JsonNode value)
            throws ScimException {
        if (path.attribute().multiValued()) {
            var many = many(holder, path);
            many.remove(path.sub(), elements, value);
            store(holder, path.attribute(), many.elements());
            return;
        }
        var name = path.attribute().name();
        if (path.sub() == null) {
            holder.remove(name);
        } else if (holder.get(name) instanceof ObjectNode complex) {
            complex.remove(path.sub().name());
            if (complex.isEmpty()) {
                holder.remove(name);
            }
        }
    }

    private ManyValues many(ObjectNode holder, AttributePath path) {
        var elements = holder.get(path.attribute().name()) instanceof ArrayNode array
                ? array
                : JsonNodeFactory.instance.arrayNode();
        return new ManyValues(path.attribute(), elements, values, ResourceReader.where(path));
    }

    private static void store(ObjectNode holder, Attribute attribute, ArrayNode elements) {
        if (elements.isEmpty()) {
            holder.remove(attribute.name());
        } else {
            holder.set(attribute.name(), elements);
        }
    }

    private ObjectNode holder(AttributePath path) {
        if (path.extension() == null) {
            return resource;
        }
        var urn = path.extension().id();
        return resource.get(urn) instanceof ObjectNode members ? members : resource.putObject(urn);
    }

    private static void requireWritable(AttributePath path) throws ScimException {
        if (isReadOnly(path)) {
            throw ScimException.of(ScimType.MUTABILITY, path + " is read-only");
        }
    }

    private static boolean isReadOnly(AttributePath path) {
        return path.attribute().mutability() == Mutability.READ_ONLY
                || path.leaf().mutability() == Mutability.READ_ONLY;
    }

    private static JsonNode valueOf(Operation operation) throws ScimException {
        if (operation.value() == null) {
            throw invalidValue("value is missing");
        }
        return operation.value();
    }

    private static ScimException invalidValue(String detail) {
        return ScimException.of(ScimType.INVALID_VALUE, detail);
    }
}
