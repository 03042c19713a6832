/** The roles capability inside Keycloak: rows, snapshots, resources, token mappers. */
@NullMarked
package org.keysteward.roles.keycloak;

import org.jspecify.annotations.NullMarked;
