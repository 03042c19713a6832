package org.keysteward.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.Cluster;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** Two nodes with the bundle on one PostgreSQL. */
@KeycloakTest(nodes = 2)
class ClusterIT {
    @Test
    void showsOnOneNodeWhatTheOtherHasChanged(Cluster cluster, TestRealm realm) {
        TestRealm seenFromTheOther = realm.seenFrom(cluster.node(2));

        TestUser alice = realm.createUser("alice");
        TestOrganization acme = realm.createOrganization("acme");

        assertThat(seenFromTheOther.admin().get("/users/" + alice.id()).statusCode())
                .isEqualTo(200);
        assertThat(seenFromTheOther
                        .admin()
                        .get("/organizations/" + acme.id())
                        .jsonPath()
                        .getString("alias"))
                .isEqualTo("acme");
    }

    @Test
    void acceptsOnOneNodeTheTokenOfTheOther(Cluster cluster, TestRealm realm) {
        String token = realm.createUser("alice").signIn().access();

        int answered = realm.seenFrom(cluster.node(2))
                .anonymously()
                .auth()
                .oauth2(token)
                .get("/protocol/openid-connect/userinfo")
                .statusCode();

        assertThat(answered).isEqualTo(200);
    }
}
