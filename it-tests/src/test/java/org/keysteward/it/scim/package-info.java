/** Users and groups on a real server, as directories provision them. */
@NullMarked
package org.keysteward.it.scim;

import org.jspecify.annotations.NullMarked;
