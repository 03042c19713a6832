package org.keysteward.it.scim;

import org.keysteward.it.harness.DatabaseEngine;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;

/** The vendors' tables on the embedded database. */
@KeycloakTest(database = DatabaseEngine.H2)
class VendorsH2IT extends VendorExchanges {
    VendorsH2IT(TestRealm realm) {
        super(realm, VENDORS);
    }
}
