package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/** The attribute {@code schemas} (RFC 7643, section 3): asked of requests, and computed for resources. */
public final class DeclaredSchemas {
    static final String NAME = "schemas";

    private DeclaredSchemas() {}

    /** Sets it, in front: the type's schema, and each extension that the resource has attributes of. */
    public static void declare(ObjectNode resource, ResourceType type) {
        var rest = new ArrayList<>(resource.properties().stream()
                .filter(member -> !member.getKey().equals(NAME))
                .toList());
        resource.removeAll();
        var schemas = resource.putArray(NAME).add(type.schema().id());
        rest.forEach(member -> resource.set(member.getKey(), member.getValue()));
        for (var extension : type.extensions()) {
            if (resource.has(extension.schema().id())) {
                schemas.add(extension.schema().id());
            }
        }
    }

    /** Asks for the type's schema, and that the others are extensions of it. */
    static void require(ObjectNode body, ResourceType type, UnknownAttributes unknown) throws ScimException {
        var declared = read(body);
        if (!containsIgnoringCase(declared, type.schema().id())) {
            throw invalid("schemas has to contain " + type.schema().id());
        }
        for (var urn : declared) {
            if (!urn.equalsIgnoreCase(type.schema().id()) && type.extension(urn).isEmpty()) {
                unknown.add("", urn);
            }
        }
    }

    /** Whether the body says that it has attributes of the schema. */
    static boolean declares(ObjectNode body, String urn) throws ScimException {
        return containsIgnoringCase(read(body), urn);
    }

    /** Asks for the schema of a message, such as a search. */
    static void requireMessage(ObjectNode body, String urn) throws ScimException {
        if (!containsIgnoringCase(read(body), urn)) {
            throw invalid("schemas has to contain " + urn);
        }
    }

    private static List<String> read(ObjectNode body) throws ScimException {
        var sent = Members.named(body, NAME);
        if (sent == null || Unassigned.is(sent)) {
            throw invalid("schemas is missing");
        }
        if (sent.isTextual()) {
            return List.of(sent.textValue());
        }
        if (!sent.isArray()) {
            throw invalid("schemas has to be a list of URNs");
        }
        var urns = new ArrayList<String>();
        for (JsonNode urn : sent) {
            if (!urn.isTextual()) {
                throw invalid("schemas has to be a list of URNs");
            }
            urns.add(urn.textValue());
        }
        return urns;
    }

    private static boolean containsIgnoringCase(List<String> urns, String wanted) {
        return urns.stream().anyMatch(wanted::equalsIgnoreCase);
    }

    private static ScimException invalid(String detail) {
        return ScimException.of(ScimType.INVALID_SYNTAX, detail);
    }
}
