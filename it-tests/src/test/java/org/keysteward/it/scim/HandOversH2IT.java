package org.keysteward.it.scim;

import org.keysteward.it.harness.DatabaseEngine;
import org.keysteward.it.harness.KeycloakTest;

/** Handing over, on the embedded database. */
@KeycloakTest(database = DatabaseEngine.H2)
class HandOversH2IT extends HandOvers {}
