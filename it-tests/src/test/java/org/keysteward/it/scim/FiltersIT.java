package org.keysteward.it.scim;

import org.keysteward.it.harness.KeycloakTest;

/** Filters on PostgreSQL. */
@KeycloakTest
class FiltersIT extends Filters {}
