package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.Schema;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/**
 * The members of a resource as a client sent it, each with what its name means. Extensions come as objects below their
 * URN; beyond RFC 7643, {@code name.givenName} and {@code urn:…:User:department} are taken as Entra ID sends them.
 */
final class Members {
    /**
     * One member.
     *
     * @param meaning {@code Whole} only for an extension that is said to be empty
     */
    record Member(Meaning meaning, JsonNode value) {}

    private static final String WHOLE = "";

    private final AttributeNames names;
    private final UnknownAttributes unknown;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, Set<String>> seen = new HashMap<>();

    private Members(ResourceType type, UnknownAttributes unknown) {
        this.names = new AttributeNames(type);
        this.unknown = unknown;
    }

    /** In the order of the body, without {@code schemas}. */
    static List<Member> of(ObjectNode body, ResourceType type, UnknownAttributes unknown) throws ScimException {
        var members = new Members(type, unknown);
        for (var member : body.properties()) {
            members.add(member.getKey(), member.getValue());
        }
        return members.members;
    }

    /** The members of an extension's object. */
    static List<Member> of(ObjectNode body, Schema schema, ResourceType type, UnknownAttributes unknown)
            throws ScimException {
        var members = new Members(type, unknown);
        members.addWhole(schema, body);
        return members.members;
    }

    private void add(String name, JsonNode value) throws ScimException {
        if (name.equalsIgnoreCase(DeclaredSchemas.NAME)) {
            requireOnce(DeclaredSchemas.NAME, WHOLE);
            return;
        }
        var meaning = names.meaning(name).orElse(null);
        if (meaning == null) {
            unknown.add("", name);
        } else if (meaning instanceof Meaning.Whole whole) {
            addWhole(whole.schema(), value);
        } else if (meaning instanceof Meaning.Part part) {
            add(part.path(), value);
        }
    }

    private void addWhole(Schema schema, JsonNode value) throws ScimException {
        if (Unassigned.is(value)) {
            if (names.extension(schema) != null) {
                members.add(new Member(new Meaning.Whole(schema), value));
            }
            return;
        }
        if (!value.isObject()) {
            throw ScimException.of(ScimType.INVALID_VALUE, "The value of " + schema.id() + " has to be an object");
        }
        for (var member : value.properties()) {
            var meaning = names.part(schema, member.getKey());
            if (meaning.isEmpty()) {
                unknown.add(names.extension(schema) == null ? "" : "/" + schema.id(), member.getKey());
            } else if (meaning.get() instanceof Meaning.Part part) {
                add(part.path(), member.getValue());
            }
        }
    }

    private void add(AttributePath path, JsonNode value) throws ScimException {
        var attribute = new AttributePath(path.extension(), path.attribute(), null);
        requireOnce(attribute.toString(), subName(path).orElse(WHOLE));
        members.add(new Member(new Meaning.Part(path), value));
    }

    private static Optional<String> subName(AttributePath path) {
        return Optional.ofNullable(path.sub()).map(sub -> sub.name());
    }

    private void requireOnce(String attribute, String sub) throws ScimException {
        var subs = seen.computeIfAbsent(attribute.toLowerCase(Locale.ROOT), name -> new HashSet<>());
        var overlaps = sub.equals(WHOLE) ? !subs.isEmpty() : subs.contains(WHOLE) || subs.contains(sub);
        if (overlaps) {
            throw twice(attribute);
        }
        subs.add(sub);
    }

    static ScimException twice(String name) {
        return ScimException.of(ScimType.INVALID_SYNTAX, name + " is given twice");
    }

    /** The value of a member of a message (not of a resource) by its name in any case. */
    static @Nullable JsonNode named(ObjectNode message, String name) throws ScimException {
        JsonNode found = null;
        for (var member : message.properties()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                if (found != null) {
                    throw twice(name);
                }
                found = member.getValue();
            }
        }
        return found;
    }
}
