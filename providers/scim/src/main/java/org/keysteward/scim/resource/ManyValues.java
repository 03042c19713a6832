package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.Mutability;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.filter.Filter;
import org.keysteward.scim.filter.Matching;
import org.keysteward.scim.resource.PatchRequest.Kind;

/** The elements of a multi-valued attribute while PATCH changes them; there is never more than one primary. */
final class ManyValues {
    private static final String VALUE = "value";
    private static final String TYPE = "type";
    private static final String PRIMARY = "primary";

    private final Attribute attribute;
    private final ArrayNode elements;
    private final ValueReader reader;
    private final String where;

    ManyValues(Attribute attribute, ArrayNode elements, ValueReader reader, String where) {
        this.attribute = attribute;
        this.elements = elements;
        this.reader = reader;
        this.where = where;
    }

    ArrayNode elements() {
        return elements;
    }

    /** Adds or replaces: all elements, those that match, or a sub-attribute of them. */
    void set(Kind kind, @Nullable Attribute sub, @Nullable Filter filter, JsonNode value) throws ScimException {
        var primaries = primaries();
        var set = filter == null && sub == null ? setAll(kind, value) : setMatching(kind, sub, filter, value);
        settlePrimary(set, primaries);
        removeEmpty();
        ValueReader.requireFew(attribute, elements.size(), ValueReader.MAX_ELEMENTS);
    }

    /** Removes likewise; all elements, if neither is given, or those that the value lists. */
    void remove(@Nullable Attribute sub, @Nullable Filter filter, @Nullable JsonNode value) throws ScimException {
        if (filter == null && sub == null) {
            removeAll(value);
            return;
        }
        var matching = matching(filter);
        if (filter != null && matching.isEmpty()) {
            throw noTarget(attribute);
        }
        if (sub == null) {
            removeAt(matching);
            return;
        }
        for (var i : matching) {
            setPart(i, sub, null);
        }
        removeEmpty();
    }

    private Collection<Integer> setAll(Kind kind, JsonNode value) throws ScimException {
        var list = reader.list(attribute, value, where, ValueReader.MAX_ELEMENTS)
                .orElseGet(JsonNodeFactory.instance::arrayNode);
        if (kind == Kind.REPLACE) {
            elements.removeAll();
            elements.addAll(list);
            return List.of();
        }
        var set = new TreeSet<Integer>();
        for (var one : list) {
            set.add(add(one));
        }
        return set;
    }

    // What is there already is not added once more (RFC 7644, section 3.5.2.1).
    private int add(JsonNode one) {
        for (var i = 0; i < elements.size(); i++) {
            if (isSame(elements.get(i), one)) {
                if (elements.get(i) instanceof ObjectNode existing && one instanceof ObjectNode added) {
                    existing.setAll(added);
                }
                return i;
            }
        }
        elements.add(one);
        return elements.size() - 1;
    }

    private boolean isSame(JsonNode one, JsonNode other) {
        var value = attribute.subAttribute(VALUE);
        if (value.isEmpty() || !one.has(VALUE) || !other.has(VALUE)) {
            return SameValue.of(attribute, one, other);
        }
        var type = attribute.subAttribute(TYPE);
        return SameValue.of(value.get(), one.path(VALUE), other.path(VALUE))
                && (type.isEmpty() || SameValue.of(type.get(), one.path(TYPE), other.path(TYPE)));
    }

    private void removeAll(@Nullable JsonNode value) throws ScimException {
        if (value == null || value.isNull()) {
            elements.removeAll();
            return;
        }
        var list = reader.list(attribute, value, where, ValueReader.MAX_ELEMENTS);
        if (list.isEmpty()) {
            return;
        }
        var listed = new TreeSet<Integer>();
        for (var i = 0; i < elements.size(); i++) {
            for (var one : list.get()) {
                if (isDescribed(elements.get(i), one)) {
                    listed.add(i);
                }
            }
        }
        removeAt(listed);
    }

    // The value alone is enough to say which element is meant.
    private boolean isDescribed(JsonNode element, JsonNode description) {
        if (!(description instanceof ObjectNode parts)) {
            return SameValue.of(attribute, element, description);
        }
        return attribute.subAttributes().stream()
                .filter(sub -> parts.has(sub.name()))
                .allMatch(sub -> SameValue.of(sub, element.path(sub.name()), parts.path(sub.name())));
    }

    private Collection<Integer> setMatching(Kind kind, @Nullable Attribute sub, @Nullable Filter filter, JsonNode value)
            throws ScimException {
        var matching = matching(filter);
        if (sub != null) {
            return setPart(matching, sub, filter, value);
        }
        if (kind == Kind.REPLACE) {
            return replace(matching, filter, value);
        }
        return attribute.isComplex() ? merge(matching, filter, value) : setAll(kind, value);
    }

    private Collection<Integer> setPart(List<Integer> matching, Attribute sub, @Nullable Filter filter, JsonNode value)
            throws ScimException {
        var read = reader.read(sub, value, where + "/" + sub.name()).orElse(null);
        if (!matching.isEmpty()) {
            for (var i : matching) {
                setPart(i, sub, read);
            }
            return matching;
        }
        var made = made(filter).filter(one -> agrees(one, sub, read)).orElseThrow(() -> noTarget(attribute));
        if (read == null) {
            return List.of();
        }
        made.set(sub.name(), read);
        elements.add(made);
        return List.of(elements.size() - 1);
    }

    // An element that is sought by the value that it is to lose is just not there.
    private static boolean agrees(ObjectNode made, Attribute sub, @Nullable JsonNode value) {
        return !made.has(sub.name()) || (value != null && SameValue.of(sub, made.path(sub.name()), value));
    }

    private void setPart(int index, Attribute sub, @Nullable JsonNode value) throws ScimException {
        if (elements.get(index) instanceof ObjectNode element) {
            requireMutable(sub, element.path(sub.name()), value);
            Parts.set(element, sub, value);
        }
    }

    private void requireMutable(Attribute sub, JsonNode present, @Nullable JsonNode value) throws ScimException {
        if (sub.mutability() == Mutability.IMMUTABLE
                && !present.isMissingNode()
                && (value == null || !SameValue.of(sub, present, value))) {
            throw ScimException.of(
                    ScimType.MUTABILITY, attribute.name() + "." + sub.name() + " is immutable and has a value already");
        }
    }

    // The records are replaced, not merged (RFC 7644, section 3.5.2.3); what they were selected by holds further on.
    private Collection<Integer> replace(List<Integer> matching, @Nullable Filter filter, JsonNode value)
            throws ScimException {
        if (matching.isEmpty()) {
            throw noTarget(attribute);
        }
        var read = reader.element(attribute, single(value), where);
        if (read.isEmpty()) {
            removeAt(matching);
            return List.of();
        }
        for (var i : matching) {
            elements.set(i, replacement(read.get(), filter));
        }
        return matching;
    }

    private JsonNode replacement(JsonNode read, @Nullable Filter filter) throws ScimException {
        if (!(read instanceof ObjectNode object)) {
            return read;
        }
        var made = made(filter);
        if (made.isEmpty()) {
            return object.deepCopy();
        }
        made.get().setAll(object.deepCopy());
        return made.get();
    }

    private Collection<Integer> merge(List<Integer> matching, @Nullable Filter filter, JsonNode value)
            throws ScimException {
        var parts = reader.parts(attribute, single(value), where);
        if (matching.isEmpty()) {
            var made = made(filter).orElseThrow(() -> noTarget(attribute));
            Parts.merge(made, parts, Kind.ADD);
            return List.of(add(made));
        }
        for (var i : matching) {
            if (elements.get(i) instanceof ObjectNode element) {
                Parts.merge(element, parts.deepCopy(), Kind.ADD);
            }
        }
        return matching;
    }

    private JsonNode single(JsonNode value) throws ScimException {
        if (!value.isArray() || value.isEmpty()) {
            return value;
        }
        if (value.size() > 1) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE, "The path selects values of " + attribute.name() + "; give one for them");
        }
        return value.get(0);
    }

    private List<Integer> matching(@Nullable Filter filter) {
        var matching = new ArrayList<Integer>();
        for (var i = 0; i < elements.size(); i++) {
            if (filter == null || Matching.matchesElement(filter, elements.get(i))) {
                matching.add(i);
            }
        }
        return matching;
    }

    /** The element that the filter describes: Entra ID sets what is not there yet. */
    private static Optional<ObjectNode> made(@Nullable Filter filter) throws ScimException {
        return filter == null ? Optional.of(JsonNodeFactory.instance.objectNode()) : DescribedElement.of(filter);
    }

    private void removeAt(Collection<Integer> indexes) {
        var kept = new ArrayList<JsonNode>();
        for (var i = 0; i < elements.size(); i++) {
            if (!indexes.contains(i)) {
                kept.add(elements.get(i));
            }
        }
        elements.removeAll();
        elements.addAll(kept);
    }

    private void removeEmpty() {
        elements.removeIf(Unassigned::is);
    }

    private Set<Integer> primaries() {
        var primaries = new TreeSet<Integer>();
        for (var i = 0; i < elements.size(); i++) {
            if (ValueReader.isPrimary(elements.get(i))) {
                primaries.add(i);
            }
        }
        return primaries;
    }

    // INVARIANT: an operation leaves at most one element primary (RFC 7643, section 2.4): the one that it makes so.
    private void settlePrimary(Collection<Integer> set, Set<Integer> before) throws ScimException {
        var made = primaries();
        made.retainAll(set);
        made.removeAll(before);
        if (made.size() > 1) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE, attribute.name() + " would have more than one value with primary true");
        }
        for (var i : made.isEmpty() ? Set.<Integer>of() : primaries()) {
            if (!made.contains(i) && elements.get(i) instanceof ObjectNode other) {
                other.put(PRIMARY, false);
            }
        }
    }

    static ScimException noTarget(Attribute attribute) {
        return ScimException.of(ScimType.NO_TARGET, "No value of " + attribute.name() + " is what the path selects");
    }
}
