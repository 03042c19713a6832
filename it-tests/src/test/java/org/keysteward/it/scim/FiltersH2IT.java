package org.keysteward.it.scim;

import org.keysteward.it.harness.DatabaseEngine;
import org.keysteward.it.harness.KeycloakTest;

/** Filters on the embedded database. */
@KeycloakTest(database = DatabaseEngine.H2)
class FiltersH2IT extends Filters {}
