/** Roles, who has them, and what they allow, from the outside. */
@NullMarked
package org.keysteward.it.roles;

import org.jspecify.annotations.NullMarked;
