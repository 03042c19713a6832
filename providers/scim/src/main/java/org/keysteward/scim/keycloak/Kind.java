package org.keysteward.scim.keycloak;

import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ResourceTypes;

/** The kinds of resources that there are rows of. */
enum Kind {
    USER(ResourceTypes.USER),
    GROUP(ResourceTypes.GROUP);

    private final ResourceType type;

    Kind(ResourceType type) {
        this.type = type;
    }

    ResourceType type() {
        return type;
    }
}
