package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.tenants.Tenancy;

/** The order of lists (RFC 7644, section 3.4.2.3), which is the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Orders {
    @SuppressWarnings("NullAway.Init")
    private Provisioner directory;

    @BeforeAll
    void people(TestRealm realm) {
        Tenancy.in(realm).tenant("acme", null);
        directory = Provisioner.of(realm, "acme");
        directory.createUser(
                "one",
                Map.of(
                        "displayName", "a-c",
                        "profileUrl", "https://example.org/b",
                        "phoneNumbers", List.of(phone("1", false), phone("9", true))));
        directory.createUser(
                "two",
                Map.of(
                        "displayName", "Ab",
                        "profileUrl", "https://example.org/A",
                        "phoneNumbers", List.of(phone("5", false), phone("2", false))));
        directory.createUser(
                "three",
                Map.of(
                        "displayName", "a b",
                        "profileUrl", "https://example.org/C",
                        "phoneNumbers", List.of(phone("7", true), phone("0", false))));
        directory.createUser("four", Map.of("displayName", "\u00e9", "name", Map.of("familyName", "d-e")));
        directory.createUser("five", Map.of("name", Map.of("familyName", "De")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userName | five four one three two",
                "displayName | three one two four five",
                "profileUrl | two three one",
                "phoneNumbers | two three one",
                "phoneNumbers.value | two three one",
                "name.familyName | four five",
                "meta.created | one two three four five",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName | five four one three two",
            })
    void orderIsThatOfTheAttribute(String sortBy, String names) {
        var expected = List.of(names.split(" "));

        assertThat(sorted(sortBy, "ascending")).startsWith(expected.toArray(String[]::new));
        // Who has no value comes last, and so first the other way round.
        var backwards = sorted(sortBy, "descending");
        assertThat(backwards.subList(backwards.size() - expected.size(), backwards.size()))
                .containsExactlyElementsOf(reversed(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "phoneNumbers.primary", "groups.value", "name", "nothing"})
    void whatHasNoOrderIsRefused(String sortBy) {
        directory
                .scim()
                .queryParam("sortBy", sortBy)
                .get("/Users")
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"));
    }

    private List<String> sorted(String sortBy, String sortOrder) {
        return Provisioner.json(directory
                        .scim()
                        .queryParam("sortBy", sortBy)
                        .queryParam("sortOrder", sortOrder)
                        .get("/Users")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getList("Resources.userName");
    }

    private static List<String> reversed(List<String> names) {
        var reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Map<String, Object> phone(String number, boolean primary) {
        return Map.of("value", number, "type", number, "primary", primary);
    }
}
