/** Roles on a real server: composed by tenants, decided, and said in tokens. */
@NullMarked
package org.keysteward.it.scim;

import org.jspecify.annotations.NullMarked;
