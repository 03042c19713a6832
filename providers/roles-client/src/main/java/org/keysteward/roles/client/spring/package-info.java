/**
 * {@link org.keysteward.roles.client.RequiresPermission} on Spring MVC controllers. Needs Spring Framework 6 or newer.
 *
 * <p>An interceptor of handlers and not of methods: it needs no proxies, no AspectJ and no bean of its own, and it sees
 * the request. What is called within the application, and not by a request, passes it by.
 */
@NullMarked
package org.keysteward.roles.client.spring;

import org.jspecify.annotations.NullMarked;
