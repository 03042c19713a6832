/**
 * What an application asks before it does something: may this person do that, in this tenant, at this place?
 *
 * <p>{@link org.keysteward.roles.client.ServerPermissions} reads the access token first and asks the server where the
 * token does not say. {@link org.keysteward.roles.client.RequiresPermission} says it on a type or a method, for JAX-RS
 * ({@link org.keysteward.roles.client.jaxrs}) and Spring MVC ({@link org.keysteward.roles.client.spring}). {@link
 * org.keysteward.roles.client.FakePermissions} stands in for the server in an application's own tests.
 *
 * <p><strong>Nothing here verifies a token.</strong> Signature, issuer, audience and times are the business of whatever
 * has signed the person in: a JAX-RS or Spring security library, or a gateway. A token that nobody has verified says
 * whatever its writer likes.
 *
 * <p>It fails closed: what cannot be decided throws an {@link org.keysteward.roles.client.UndecidedException}.
 */
@NullMarked
package org.keysteward.roles.client;

import org.jspecify.annotations.NullMarked;
