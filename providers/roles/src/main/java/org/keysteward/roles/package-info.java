/**
 * Who may do what in a tenant (NIST RBAC, INCITS 359), decided without Keycloak.
 *
 * <p>A {@link org.keysteward.roles.Role} gives {@link org.keysteward.roles.Grant grants} and inherits those of its
 * parents; {@link org.keysteward.roles.RoleGraph} compiles all roles that a tenant knows. An {@link
 * org.keysteward.roles.Assignment} gives a role to a person, somewhere and for a time. {@link
 * org.keysteward.roles.Holdings} are all assignments of one person in one tenant, and answer every question about that
 * person. {@link org.keysteward.roles.Authority} says who may change any of it.
 */
@NullMarked
package org.keysteward.roles;

import org.jspecify.annotations.NullMarked;
