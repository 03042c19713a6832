package org.keysteward.it.scim;

import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;

/** The vendors' tables on PostgreSQL. */
@KeycloakTest
class VendorsIT extends VendorExchanges {
    VendorsIT(TestRealm realm) {
        super(realm, VENDORS);
    }
}
