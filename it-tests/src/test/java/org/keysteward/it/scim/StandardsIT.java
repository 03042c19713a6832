package org.keysteward.it.scim;

import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;

/** What RFC 7644 asks for and no vendor sends, on PostgreSQL. */
@KeycloakTest
class StandardsIT extends VendorExchanges {
    StandardsIT(TestRealm realm) {
        super(realm, STANDARDS);
    }
}
