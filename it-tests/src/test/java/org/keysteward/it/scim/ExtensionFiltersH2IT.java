package org.keysteward.it.scim;

import org.keysteward.it.harness.DatabaseEngine;
import org.keysteward.it.harness.KeycloakTest;

/** Filters by attributes of the user profile on the embedded database. */
@KeycloakTest(database = DatabaseEngine.H2)
class ExtensionFiltersH2IT extends ExtensionFilters {}
