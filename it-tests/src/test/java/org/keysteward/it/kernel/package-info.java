/** What every resource of the API has in common, from the outside. */
@NullMarked
package org.keysteward.it.kernel;

import org.jspecify.annotations.NullMarked;
