/** {@link org.keysteward.roles.client.RequiresPermission} on JAX-RS resources. Needs Jakarta REST 3.1. */
@NullMarked
package org.keysteward.roles.client.jaxrs;

import org.jspecify.annotations.NullMarked;
