package org.keysteward.roles.keycloak;

/**
 * Somebody, or a group of people, that a role is assigned to.
 *
 * @param id the user's or the group's
 */
record Principal(PrincipalType type, String id) {}
