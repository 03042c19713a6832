/**
 * SCIM 2.0 (RFC 7643, 7644, 9865) over JSON trees, without Keycloak and without HTTP.
 *
 * <p>A {@link org.keysteward.scim.ResourceType} has {@link org.keysteward.scim.Schema schemas} of {@link
 * org.keysteward.scim.Attribute attributes}; an {@link org.keysteward.scim.AttributePath} names one of them. A resource
 * is a Jackson {@code ObjectNode} whose member names are spelled as its schemas spell them. What is wrong with a request
 * is a {@link org.keysteward.scim.ScimException}.
 */
@NullMarked
package org.keysteward.scim;

import org.jspecify.annotations.NullMarked;
