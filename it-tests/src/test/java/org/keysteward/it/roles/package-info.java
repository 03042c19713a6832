/** Roles on a real server: composed by tenants, decided, and said in tokens. */
@NullMarked
package org.keysteward.it.roles;

import org.jspecify.annotations.NullMarked;
