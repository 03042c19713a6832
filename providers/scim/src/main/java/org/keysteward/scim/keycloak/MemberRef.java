package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Who is in a group: somebody, or a group below it.
 *
 * @param display the username, or the group's name
 */
record MemberRef(Kind kind, String id, String display) {
    ObjectNode json(ScimAddress address) {
        return Json.object()
                .put("value", id)
                .put("$ref", address.of(kind.type().endpoint(), id))
                .put("type", kind.type().name())
                .put("display", display);
    }
}
