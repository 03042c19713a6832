package org.keysteward.it.scim;

import org.keysteward.it.harness.DatabaseEngine;
import org.keysteward.it.harness.KeycloakTest;

/** The order of lists, on the embedded database. */
@KeycloakTest(database = DatabaseEngine.H2)
class OrdersH2IT extends Orders {}
