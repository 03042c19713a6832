/** Filters and paths (RFC 7644, sections 3.4.2.2 and 3.5.2): parsed against a resource type, so that names have a meaning. */
@NullMarked
package org.keysteward.scim.filter;

import org.jspecify.annotations.NullMarked;
