/** Tenants and their licenses, from the outside. */
@NullMarked
package org.keysteward.it.tenants;

import org.jspecify.annotations.NullMarked;
