package org.keysteward.it.scim;

import org.keysteward.it.harness.KeycloakTest;

/** The order of lists, on PostgreSQL. */
@KeycloakTest
class OrdersIT extends Orders {}
