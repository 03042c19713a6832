@NullMarked
package org.keysteward.roles.client.spring;

import org.jspecify.annotations.NullMarked;
