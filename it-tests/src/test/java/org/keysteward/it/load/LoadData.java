package org.keysteward.it.load;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/**
 * What is in the database when the measuring begins, the same for every variant.
 *
 * @param member a member of the organization, in a realm that hashes passwords as stock does
 * @param quickMember the same in a realm that hashes them once, which hides less of everything else
 * @param newcomers users who are no members yet
 */
record LoadData(TestUser member, TestUser quickMember, TestOrganization organization, List<String> newcomers) {
    private static final int MEMBERS = 200;
    private static final int NEWCOMERS = 40;
    private static final int SEATS = 100_000;

    static LoadData createdOn(Keycloak keycloak) {
        TestRealm quick = keycloak.createRealm();
        TestUser quickMember = quick.createUser("member");
        quick.createOrganization("acme").add(quickMember).then().statusCode(201);

        TestRealm realm = keycloak.createRealm();
        TestOrganization organization = realm.createOrganization("acme");
        IntStream.range(0, MEMBERS)
                .mapToObj(number -> realm.createUser("member" + number))
                .forEach(user -> organization.add(user).then().statusCode(201));
        List<String> newcomers = IntStream.range(0, NEWCOMERS)
                .mapToObj(number -> realm.createUser("newcomer" + number).id())
                .toList();
        // Stock hashing only now: two hundred users would take long to make with it.
        realm.update(Map.of("passwordPolicy", ""));
        TestUser member = realm.createUser("member");
        organization.add(member).then().statusCode(201);
        return new LoadData(member, quickMember, organization, newcomers);
    }

    /** Gives the organization a license, so that every join looks for a seat. */
    void licenseWith(Keycloak keycloak) {
        TestRealm realm = organization.realm().seenFrom(keycloak);
        realm.adminDoor()
                .body(Map.of("key", "load", "name", "Load", "limits", Map.of("seats", SEATS), "features", Map.of()))
                .post("/plans")
                .then()
                .statusCode(201);
        realm.adminDoor()
                .body(Map.of("plan", "load"))
                .put("/tenants/" + organization.alias() + "/license")
                .then()
                .statusCode(200);
    }
}
