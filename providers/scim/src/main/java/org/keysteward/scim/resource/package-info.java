/**
 * Resources as requests carry them (RFC 7644): read, changed by PATCH, cut down to what was asked for, and described.
 *
 * <p>{@link org.keysteward.scim.resource.ScimJson} makes a tree of a body, {@link
 * org.keysteward.scim.resource.ResourceReader} a resource of the tree, {@link org.keysteward.scim.resource.Patch} another
 * resource of a resource, and {@link org.keysteward.scim.resource.Projection} the answer. None of them changes what it is
 * given. Attributes whose values are kept elsewhere because they may be many (the members of a group) are <em>external</em>:
 * PATCH hands what is done to them over as {@link org.keysteward.scim.resource.ExternalChange changes}.
 */
@NullMarked
package org.keysteward.scim.resource;

import org.jspecify.annotations.NullMarked;
