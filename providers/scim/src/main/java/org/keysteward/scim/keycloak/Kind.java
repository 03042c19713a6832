package org.keysteward.scim.keycloak;

/** The kinds of resources that there are rows of. */
enum Kind {
    USER,
    GROUP
}
