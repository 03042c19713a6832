@NullMarked
package org.keysteward.launcher;

import org.jspecify.annotations.NullMarked;
