package org.keysteward.it.scim;

import org.keysteward.it.harness.KeycloakTest;

/** Handing over, on PostgreSQL. */
@KeycloakTest
class HandOversIT extends HandOvers {}
