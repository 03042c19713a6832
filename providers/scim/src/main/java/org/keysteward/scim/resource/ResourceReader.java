package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.Mutability;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.resource.Members.Member;

/**
 * Makes a resource of the body of POST and PUT (RFC 7644, sections 3.3 and 3.5.1): names in any case and values in the
 * types of the schema; what is read-only or has no value is left out. Errors are {@code invalidSyntax} (names, the list
 * {@code schemas}) and {@code invalidValue}.
 */
public final class ResourceReader {
    /** How many values an external attribute may have in one request, if nothing else is said. */
    public static final int MAX_EXTERNAL = 100_000;

    private final ResourceType type;
    private final boolean strict;
    private final Set<String> external;
    private final int maxExternal;

    /** @param strict whether attributes of no schema are refused, not ignored */
    public ResourceReader(ResourceType type, boolean strict) {
        this(type, strict, Set.of(), MAX_EXTERNAL);
    }

    /** @param external multi-valued attributes, as the schema spells them, that may have up to {@code maxExternal} values */
    public ResourceReader(ResourceType type, boolean strict, Set<String> external, int maxExternal) {
        this.type = type;
        this.strict = strict;
        this.external = Set.copyOf(external);
        this.maxExternal = maxExternal;
    }

    /** Whatever it lacks. */
    public Resource read(ObjectNode body) throws ScimException {
        var unknown = new UnknownAttributes(strict);
        DeclaredSchemas.require(body, type, unknown);
        var values = new ValueReader(unknown);
        var content = JsonNodeFactory.instance.objectNode();
        for (var member : Members.of(body, type, unknown)) {
            put(content, member, values);
        }
        DeclaredSchemas.declare(content, type);
        return new Resource(content, unknown.names());
    }

    /** Asks for all required attributes. */
    public Resource readForCreate(ObjectNode body) throws ScimException {
        var resource = read(body);
        new RequiredAttributes(type).require(resource.content());
        return resource;
    }

    /** Asks for all required attributes. */
    public Resource readForReplace(ObjectNode body) throws ScimException {
        return readForCreate(body);
    }

    /**
     * Asks for all required attributes, and that immutable ones stay what they are: {@code mutability}. Those that the
     * body does not mention are taken over, and so are extensions that are to be kept.
     */
    public Resource readForReplace(ObjectNode body, ObjectNode existing) throws ScimException {
        var resource = read(body);
        keepExtensions(body, existing, resource.content());
        new ImmutableAttributes(type).keep(existing, resource.content());
        DeclaredSchemas.declare(resource.content(), type);
        new RequiredAttributes(type).require(resource.content());
        return resource;
    }

    private void keepExtensions(ObjectNode body, ObjectNode existing, ObjectNode content) throws ScimException {
        for (var extension : type.extensions()) {
            var urn = extension.schema().id();
            if (extension.kept() && existing.has(urn) && !isMentioned(body, urn)) {
                content.set(urn, existing.path(urn).deepCopy());
            }
        }
    }

    /** By an attribute of it, or in the list of schemas. */
    private static boolean isMentioned(ObjectNode body, String urn) throws ScimException {
        for (var member : body.properties()) {
            if (member.getKey().regionMatches(true, 0, urn, 0, urn.length())) {
                return true;
            }
        }
        return DeclaredSchemas.declares(body, urn);
    }

    private void put(ObjectNode content, Member member, ValueReader values) throws ScimException {
        if (!(member.meaning() instanceof Meaning.Part part) || isReadOnly(part.path())) {
            return;
        }
        var path = part.path();
        if (path.sub() == null) {
            var value = value(path.attribute(), member.value(), values, where(path));
            if (value != null) {
                holder(content, path).set(path.attribute().name(), value);
            }
        } else {
            putPart(content, path, path.sub(), member.value(), values);
        }
    }

    private static void putPart(
            ObjectNode content, AttributePath path, Attribute sub, JsonNode sent, ValueReader values)
            throws ScimException {
        if (path.attribute().multiValued()) {
            throw ScimException.of(
                    ScimType.INVALID_SYNTAX,
                    path + " does not say of which value; send "
                            + path.attribute().name() + " as a list");
        }
        var value = values.read(sub, sent, where(path));
        if (value.isPresent()) {
            child(holder(content, path), path.attribute().name()).set(sub.name(), value.get());
        }
    }

    private @Nullable JsonNode value(Attribute attribute, JsonNode sent, ValueReader values, String where)
            throws ScimException {
        if (external.contains(attribute.name()) && attribute.multiValued()) {
            return values.list(attribute, sent, where, maxExternal).orElse(null);
        }
        return values.read(attribute, sent, where).orElse(null);
    }

    private static boolean isReadOnly(AttributePath path) {
        return path.attribute().mutability() == Mutability.READ_ONLY
                || path.leaf().mutability() == Mutability.READ_ONLY;
    }

    private static ObjectNode holder(ObjectNode content, AttributePath path) {
        return path.extension() == null
                ? content
                : child(content, path.extension().id());
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode child ? child : parent.putObject(name);
    }

    static String where(AttributePath path) {
        var name = "/" + path.attribute().name();
        return path.extension() == null ? name : "/" + path.extension().id() + name;
    }
}
