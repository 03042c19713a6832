package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.tenants.Tenancy;

/** Filters, answered by the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Filters {
    @SuppressWarnings("NullAway.Init")
    private Provisioner directory;

    /** Longer than any index takes. */
    private static final String LONG = "b".repeat(800);

    @BeforeAll
    void people(TestRealm realm) {
        Tenancy.in(realm).tenant("acme", null);
        directory = Provisioner.of(realm, "acme");
        People.in(directory, 12);
        directory.createUser(
                "long",
                Map.of("externalId", LONG, "profileUrl", "https://example.org/" + LONG, "nickName", "A" + LONG));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title eq \"even\" | 6",
                "title eq \"Even\" and name.givenName eq \"g0\" | 2",
                "title eq \"Even\" or title eq \"Odd\" | 12",
                "not (title eq \"Even\") | 7",
                "title ne \"Even\" | 7",
                "not (name.givenName eq \"g0\") | 9",
                "not (name.givenName co \"g\") | 1",
                "not (externalId eq \"e4\") | 12",
                "not (emails.value co \"work\") | 1",
                "not (meta.created gt \"2020-01-01T00:00:00Z\") | 0",
                "nickName ne \"x\" | 13",
                "nickName pr | 1",
                "title pr | 12",
                "displayName gt \"Name 06\" | 6",
                "emails eq \"u3@home.example\" | 1",
                "emails.value eq \"U3@work.example\" | 1",
                "emails co \"home.example\" | 12",
                "emails[type eq \"work\" and value sw \"u1\"] | 3",
                "emails[type eq \"home\" and value eq \"u1@work.example\"] | 0",
                "emails[type eq \"work\" and not (value co \"1\")] | 9",
                "emails.type eq \"work\" | 12",
                "externalId eq \"e4\" | 1",
                "externalId eq \"E4\" | 0",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"user01\" | 1",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department pr | 0",
                "meta.lastModified gt \"2020-01-01T00:00:00Z\" | 13",
                "meta.created lt \"2020-01-01T00:00:00Z\" | 0",
                "meta.resourceType eq \"User\" | 13",
                "active eq \"True\" | 13",
                "active eq false | 0",
                "groups pr | 0",
                "userName co \"%\" | 0",
                "userName co \"_\" | 0",
                "userName ew \"1\" and (title eq \"Odd\" or title eq \"none\") | 2",
                "name.familyName eq null | 1",
                "nickName eq null | 12",
                "nickName sw \"abbb\" | 1",
            })
    void filterFinds(String filter, int expected) {
        JsonPath found = Provisioner.json(directory
                .scim()
                .queryParam("filter", filter)
                .get("/Users")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(found.getInt("totalResults")).isEqualTo(expected);
        assertThat(found.getList("Resources")).hasSize(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "externalId eq \"%s\"",
                "nickName eq \"a%s\"",
                "nickName co \"%s\"",
                "nickName ew \"%s\"",
                "profileUrl eq \"https://example.org/%s\"",
                "profileUrl ew \"/%s\"",
            })
    void filterFindsTextsThatAreLongerThanAnIndexTakes(String filter) {
        assertThat(found(filter.formatted(LONG))).isOne();
        assertThat(found(filter.formatted(LONG + "c"))).isZero();
    }

    private int found(String filter) {
        return Provisioner.json(directory
                        .scim()
                        .body(Map.of(
                                "schemas",
                                List.of("urn:ietf:params:scim:api:messages:2.0:SearchRequest"),
                                "filter",
                                filter))
                        .post("/Users/.search")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getInt("totalResults");
    }
}
