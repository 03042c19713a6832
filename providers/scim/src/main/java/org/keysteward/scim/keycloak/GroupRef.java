package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A group that a user is in. */
record GroupRef(String id, String name) {
    ObjectNode json(ScimAddress address) {
        return Json.object()
                .put("value", id)
                .put("$ref", address.of("/Groups", id))
                .put("display", name)
                .put("type", "direct");
    }
}
