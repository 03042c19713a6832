package org.keysteward.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.DatabaseEngine;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;

/** A node with the bundle on embedded H2, as {@code mvn -Prun} starts it. */
@KeycloakTest(database = DatabaseEngine.H2)
class H2IT {
    @Test
    void takesMembersIn(TestRealm realm) {
        TestOrganization acme = realm.createOrganization("acme");

        int added = acme.add(realm.createUser("alice")).statusCode();

        assertThat(added).isEqualTo(201);
        assertThat(acme.memberCount()).isEqualTo(1);
    }
}
