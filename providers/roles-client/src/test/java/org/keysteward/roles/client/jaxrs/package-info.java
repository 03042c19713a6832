@NullMarked
package org.keysteward.roles.client.jaxrs;

import org.jspecify.annotations.NullMarked;
