package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.resource.EntityTag;

/**
 * What a request says of the version that it knows (RFC 7644, section 3.14).
 *
 * @param ifMatch the header, or the version of an operation in bulk; null for any
 */
record Conditions(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    static final Conditions NONE = new Conditions(null, null);

    static Conditions of(HttpHeaders headers) {
        return new Conditions(
                headers.getHeaderString(HttpHeaders.IF_MATCH), headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
    }

    /** @param resource whole, as it is now */
    void requireMatch(ObjectNode resource) throws ScimException {
        if (ifMatch != null && !ifMatch.isBlank() && !tag(resource).isNamedBy(ifMatch)) {
            throw new ScimException(412, null, "The resource is not any more what you have read; read it again.");
        }
    }

    boolean knows(ObjectNode resource) {
        return ifNoneMatch != null && tag(resource).isNamedBy(ifNoneMatch);
    }

    private static EntityTag tag(ObjectNode resource) {
        var version = resource.path("meta").path("version").asText();
        return new EntityTag(version.substring(3, version.length() - 1));
    }
}
