package org.keysteward.it.scim;

import org.keysteward.it.harness.KeycloakTest;

/** Searches over both types, on PostgreSQL. */
@KeycloakTest
class RootSearchesIT extends RootSearches {}
