/** The SCIM server inside Keycloak: its connections, its tables, and its resources over HTTP. */
@NullMarked
package org.keysteward.scim.keycloak;

import org.jspecify.annotations.NullMarked;
