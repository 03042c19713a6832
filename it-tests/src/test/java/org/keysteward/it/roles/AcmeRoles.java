package org.keysteward.it.roles;

import org.junit.jupiter.api.BeforeEach;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** A tenant with an owner, and with a member who gets roles. */
abstract class AcmeRoles {
    static final String PROBLEM = "urn:keysteward:problem:";

    @SuppressWarnings("NullAway.Init")
    Composition roles;

    @SuppressWarnings("NullAway.Init")
    TestUser owner;

    @SuppressWarnings("NullAway.Init")
    TestUser ann;

    @BeforeEach
    void acme(TestRealm realm) {
        roles = Composition.in(realm);
        owner = roles.tenancy().member("acme", "owner", "owner");
        ann = roles.tenancy().member("acme", "ann", "member");
    }
}
