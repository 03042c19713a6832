package org.keysteward.it.scim;

import org.keysteward.it.harness.KeycloakTest;

/** Filters by attributes of the user profile on PostgreSQL. */
@KeycloakTest
class ExtensionFiltersIT extends ExtensionFilters {}
