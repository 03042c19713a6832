package org.keysteward.it.scim;

import org.keysteward.it.harness.DatabaseEngine;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;

/** What RFC 7644 asks for and no vendor sends, on the embedded database. */
@KeycloakTest(database = DatabaseEngine.H2)
class StandardsH2IT extends VendorExchanges {
    StandardsH2IT(TestRealm realm) {
        super(realm, STANDARDS);
    }
}
