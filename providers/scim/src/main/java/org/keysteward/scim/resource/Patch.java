package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ScimException;

/**
 * Changes a resource as PATCH says (RFC 7644, section 3.5.2): all operations in their order, or none.
 *
 * <p>Where clients need more than the RFC: {@code replace} and {@code add} of {@code emails[type eq "work"].value} make
 * the element if there is none (the RFC has {@code noTarget} for {@code replace}; Entra ID relies on it); {@code remove}
 * of a multi-valued attribute with a {@code value} removes only what that lists; objects without a path may have dotted
 * names, names with a URN and value paths in front of their values.
 */
public final class Patch {
    private final ResourceType type;
    private final boolean strict;
    private final Set<String> external;
    private final int maxExternal;

    /**
     * @param strict whether attributes of no schema are refused, not ignored
     * @param externalAttributes multi-valued attributes of the type's own schema, as it spells them, that are not in the
     *     resources and whose changes are handed over
     */
    public Patch(ResourceType type, boolean strict, Set<String> externalAttributes) {
        this(type, strict, externalAttributes, ResourceReader.MAX_EXTERNAL);
    }

    /** @param maxExternal how many values of an external attribute one operation may have */
    public Patch(ResourceType type, boolean strict, Set<String> externalAttributes, int maxExternal) {
        this.type = type;
        this.strict = strict;
        this.external = Set.copyOf(externalAttributes);
        this.maxExternal = maxExternal;
    }

    /**
     * The changed copy of the resource; its {@code schemas} say what it then has.
     *
     * @throws ScimException of the first operation that cannot be done, with its number: {@code invalidPath}, {@code
     *     noTarget}, {@code mutability}, {@code invalidValue} or {@code invalidSyntax}
     */
    public Patched apply(ObjectNode resource, PatchRequest request) throws ScimException {
        var unknown = new UnknownAttributes(strict);
        var changes = new ExternalChanges(external, maxExternal, new ValueReader(unknown));
        var patching = new Patching(type, resource.deepCopy(), unknown, changes);
        var operations = request.operations();
        for (var i = 0; i < operations.size(); i++) {
            var operation = operations.get(i);
            PatchRequest.numbered(i + 1, () -> patching.apply(operation));
        }
        var patched = patching.result();
        var before = resource.deepCopy();
        DeclaredSchemas.declare(before, type);
        var changed = !changes.all().isEmpty() || !SameValue.of(before, patched);
        return new Patched(patched, changes.all(), unknown.names(), changed);
    }
}
