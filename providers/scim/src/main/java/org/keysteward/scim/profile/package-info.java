/**
 * Attributes of a realm's user profile as attributes of SCIM, without Keycloak.
 *
 * <p>Annotations of a {@link org.keysteward.scim.profile.ProfileAttribute} say what it is in SCIM; {@link
 * org.keysteward.scim.profile.AnnotatedProfile} reads them into a {@link org.keysteward.scim.profile.UserType}: what users
 * are in that realm, and which of their attributes have their {@link org.keysteward.scim.profile.ProfileHome home} in the
 * profile.
 */
@NullMarked
package org.keysteward.scim.profile;

import org.jspecify.annotations.NullMarked;
