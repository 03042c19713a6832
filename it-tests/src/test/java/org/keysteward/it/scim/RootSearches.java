package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.tenants.Tenancy;

/** Searches over users and groups at once: what a type does not have is as if it had no value (RFC 7644, 3.4.2.1). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RootSearches {
    @SuppressWarnings("NullAway.Init")
    private Provisioner directory;

    @BeforeAll
    void usersAndGroups(TestRealm realm) {
        Tenancy.in(realm).tenant("acme", null);
        directory = Provisioner.of(realm, "acme");
        String ada = directory.createUser(
                "ada",
                Map.of(
                        "displayName",
                        "Ada",
                        "title",
                        "Analyst",
                        "externalId",
                        "1",
                        "name",
                        Map.of("givenName", "Ada")));
        directory.createUser("bob", Map.of("displayName", "Bob", "externalId", "2"));
        directory.createUser("cleo", Map.of());
        directory.createGroup("Analysts", List.of(ada));
        directory.createGroup("Empty", List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "displayName pr | ada bob Analysts Empty",
                "displayName eq \"ada\" | ada",
                "userName eq \"ada\" | ada",
                "userName ne \"ada\" | bob cleo Analysts Empty",
                "not (userName eq \"ada\") | bob cleo Analysts Empty",
                "userName pr | ada bob cleo",
                "not (userName pr) | Analysts Empty",
                "title pr | ada",
                "title eq null | bob cleo Analysts Empty",
                "not (title eq \"Analyst\") and not (displayName eq \"bob\") | cleo Analysts Empty",
                "userName eq \"ada\" or displayName eq \"Empty\" | ada Empty",
                "userName eq \"ada\" and displayName eq \"Empty\" | none",
                "userName eq \"bob\" or members pr | bob Analysts",
                "not (userName pr or members pr) | Empty",
                "members[type eq \"User\"] | Analysts",
                "not (members pr) and not (title pr) | bob cleo Empty",
                "groups.display eq \"Analysts\" or groups pr | ada",
                "name.givenName eq \"Ada\" | ada",
                "not (name.givenName eq \"Ada\") | bob cleo Analysts Empty",
                "not (externalId eq \"1\") | bob cleo Analysts Empty",
                "not (externalId sw \"1\") and userName pr | bob cleo",
                "meta.resourceType eq \"Group\" | Analysts Empty",
                "meta.resourceType pr and userName ne \"ada\" | bob cleo Analysts Empty",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq null | ada bob cleo Analysts Empty",
                "active eq false | none",
                "active ne false | ada bob cleo Analysts Empty",
            })
    void findsOfBothTypes(String filter, @Nullable String names) {
        JsonPath found = search(filter);

        List<String> expected = names == null ? List.of() : List.of(names.split(" "));
        assertThat(found.getList("Resources.collect { it.userName ?: it.displayName }", String.class))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(found.getInt("totalResults")).isEqualTo(expected.size());
    }

    @Test
    void pagesGoFromOneTypeToTheNext() {
        JsonPath page = Provisioner.json(directory
                .scim()
                .queryParams(Map.of("filter", "userName ne \"ada\"", "startIndex", 2, "count", 2))
                .get("")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(page.getInt("totalResults")).isEqualTo(4);
        assertThat(page.getList("Resources.meta.resourceType")).containsExactly("User", "Group");
    }

    @Test
    void whatNoTypeHasIsRefusedAndSaysWhere() {
        directory
                .scim()
                .queryParam("filter", "title pr or shoeSize eq 42")
                .get("")
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidFilter"))
                .body("detail", containsString("(character 13)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sortBy", "cursor"})
    void orderAndCursorsAreOfOneType(String parameter) {
        directory
                .scim()
                .queryParam(parameter, "displayName")
                .get("")
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"))
                .body("detail", containsString("/Users or /Groups"));
    }

    private JsonPath search(String filter) {
        return Provisioner.json(directory
                .scim()
                .body(Map.of(
                        "schemas", List.of("urn:ietf:params:scim:api:messages:2.0:SearchRequest"), "filter", filter))
                .post("/.search")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
