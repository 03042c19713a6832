package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/** The body of PATCH (RFC 7644, section 3.5.2), before it is known what the paths lead to. */
public record PatchRequest(List<Operation> operations) {
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    public static final int MAX_OPERATIONS = 1_000;

    /** What an operation does. */
    public enum Kind {
        ADD,
        REMOVE,
        REPLACE
    }

    /**
     * One step.
     *
     * @param path null for the resource itself
     * @param value null where there is no such member; JSON's null is a value
     */
    public record Operation(
            Kind kind, @Nullable String path, @Nullable JsonNode value) {}

    public PatchRequest {
        operations = List.copyOf(operations);
    }

    /**
     * Reads names and operations in any case, as Entra ID capitalizes them.
     *
     * @throws ScimException {@code invalidSyntax}; {@code noTarget} for a {@code remove} without a path; {@code
     *     invalidValue} for another operation without a value
     */
    public static PatchRequest parse(ObjectNode body) throws ScimException {
        DeclaredSchemas.requireMessage(body, SCHEMA);
        var sent = Members.named(body, "Operations");
        if (sent == null || !sent.isArray() || sent.isEmpty()) {
            throw invalid("Operations has to be a list of at least one operation");
        }
        if (sent.size() > MAX_OPERATIONS) {
            throw invalid("There are " + sent.size() + " operations; at most " + MAX_OPERATIONS + " are allowed");
        }
        var operations = new ArrayList<Operation>();
        for (var operation : sent) {
            numbered(operations.size() + 1, () -> operations.add(operation(operation)));
        }
        return new PatchRequest(operations);
    }

    /** Says in an error which operation it is about, the first being number 1. */
    static void numbered(int number, Step step) throws ScimException {
        try {
            step.run();
        } catch (ScimException e) {
            throw new ScimException(e.status(), e.type().orElse(null), "Operation " + number + ": " + e.detail());
        }
    }

    /** Something that can fail. */
    interface Step {
        void run() throws ScimException;
    }

    private static Operation operation(JsonNode sent) throws ScimException {
        if (!(sent instanceof ObjectNode object)) {
            throw invalid("It has to be an object");
        }
        var kind = kind(Members.named(object, "op"));
        var path = path(Members.named(object, "path"));
        var value = Members.named(object, "value");
        if (kind == Kind.REMOVE && path == null) {
            throw ScimException.of(ScimType.NO_TARGET, "remove needs a path");
        }
        if (kind != Kind.REMOVE && value == null) {
            throw ScimException.of(ScimType.INVALID_VALUE, "value is missing");
        }
        return new Operation(kind, path, value);
    }

    private static Kind kind(@Nullable JsonNode sent) throws ScimException {
        if (sent != null && sent.isTextual()) {
            var name = sent.textValue().toUpperCase(Locale.ROOT);
            for (var kind : Kind.values()) {
                if (kind.name().equals(name)) {
                    return kind;
                }
            }
        }
        throw invalid("op has to be add, remove or replace");
    }

    private static @Nullable String path(@Nullable JsonNode sent) throws ScimException {
        if (sent == null || sent.isNull()) {
            return null;
        }
        if (!sent.isTextual()) {
            throw ScimException.of(ScimType.INVALID_PATH, "path has to be a text");
        }
        return sent.textValue();
    }

    private static ScimException invalid(String detail) {
        return ScimException.of(ScimType.INVALID_SYNTAX, detail);
    }
}
