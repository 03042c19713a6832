/** Many operations in one request (RFC 7644, section 3.7): what they are, and in which order they can be done. */
@NullMarked
package org.keysteward.scim.bulk;

import org.jspecify.annotations.NullMarked;
