@NullMarked
package org.keysteward.roles.client;

import org.jspecify.annotations.NullMarked;
