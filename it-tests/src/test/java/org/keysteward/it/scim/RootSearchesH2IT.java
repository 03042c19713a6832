package org.keysteward.it.scim;

import org.keysteward.it.harness.DatabaseEngine;
import org.keysteward.it.harness.KeycloakTest;

/** Searches over both types, on the embedded database. */
@KeycloakTest(database = DatabaseEngine.H2)
class RootSearchesH2IT extends RootSearches {}
