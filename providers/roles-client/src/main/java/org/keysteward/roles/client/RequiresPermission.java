package org.keysteward.roles.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whoever calls this needs a permission. On a method it counts instead of the one on its type. It is found on what a
 * method overrides and on interfaces, too.
 *
 * <pre>{@code
 * @RequiresPermission("iam.manage")
 * @RequiresPermission(value = "iam.manage", fresh = true)
 * @RequiresPermission(value = "journeys.publish", tenant = "{tenant}", path = "workspace/{workspace}")
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresPermission {
    /** The permission's key, such as {@code journeys.publish}. */
    String value();

    /**
     * Where in the tenant, such as {@code workspace/emea} or {@code workspace/{workspace}}; a name in braces is a path
     * parameter of the request. By default the whole tenant. At a path the server is asked always.
     */
    String path() default "";

    /**
     * The tenant's alias, such as {@code acme} or {@code {tenant}}; a name in braces is a path parameter of the request.
     * By default the one organization that the token is for.
     */
    String tenant() default "";

    /** Whether the server is asked always: neither the token nor an answer from a moment ago counts. */
    boolean fresh() default false;
}
