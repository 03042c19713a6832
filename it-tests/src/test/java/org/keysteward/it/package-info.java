/** What a stock Keycloak with the bundle does, seen from outside: HTTP, the browser and the database. */
@NullMarked
package org.keysteward.it;

import org.jspecify.annotations.NullMarked;
