package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keysteward.it.scim.Profile.ACME;
import static org.keysteward.it.scim.Profile.attribute;
import static org.keysteward.it.scim.Profile.extended;
import static org.keysteward.it.scim.Profile.with;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.tenants.Tenancy;

/** Filters and sorting by attributes of the user profile, answered by the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExtensionFilters {
    private static final String LONG = "b".repeat(800);

    @SuppressWarnings("NullAway.Init")
    private Provisioner directory;

    @BeforeAll
    void people(TestRealm realm) {
        Profile profile = Profile.of(realm)
                .has(
                        extended("code", "string"),
                        with(
                                attribute("exact", Map.of("scim.extension", ACME, "scim.caseExact", "true")),
                                "multivalued",
                                false),
                        extended("contractor", "boolean"),
                        extended("level", "integer"),
                        extended("rate", "decimal"),
                        extended("since", "dateTime"),
                        extended("page", "reference"),
                        with(extended("skills", "string"), "multivalued", true),
                        attribute("jobTitle", Map.of("scim.attribute", "title")));
        Tenancy.in(realm).tenant("acme", null);
        directory = Provisioner.of(realm, "acme");
        person("pp1", 9, 1.25, "2026-01-31T09:30:00Z", true, List.of("Java", "go"));
        person("pp2", 10, -2, "2026-01-31T09:30:00.500Z", false, List.of("sql"));
        person("pp3", -3, 12.5, "2026-01-31T12:30:00+02:00", true, List.of("java"));
        directory.createUser("long", Map.of(ACME, Map.of("code", "A" + LONG, "exact", "A" + LONG)));
        String typed = directory.createUser("typed", Map.of());
        for (String attribute : List.of("level", "rate", "since", "contractor")) {
            profile.set(typed, attribute, List.of("1-2"));
        }
        String strange = directory.createUser("strange", Map.of());
        profile.set(strange, "level", List.of("9".repeat(61)));
        profile.set(strange, "rate", List.of("1.2.3"));
        profile.set(strange, "since", List.of("2026-01-31"));
        profile.set(strange, "contractor", List.of("TRUE"));
    }

    private void person(String name, int level, double rate, String since, boolean contractor, List<String> skills) {
        Map<String, Object> extension = new HashMap<>(Map.of("code", "Code " + name, "exact", "Exact " + name));
        extension.putAll(Map.of(
                "level",
                level,
                "rate",
                rate,
                "since",
                since,
                "contractor",
                contractor,
                "skills",
                skills,
                "page",
                "https://example.org/" + name));
        directory.createUser(name, Map.of("title", "Title " + name, ACME, extension));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ":code eq \"code PP1\" | 1",
                ":code ne \"code pp1\" | 5",
                ":code co \"ODE\" | 3",
                ":code sw \"code\" and URN:code ew \"3\" | 1",
                ":code gt \"code pp1\" | 2",
                ":code pr | 4",
                ":code eq null | 2",
                ":code co \"%\" | 0",
                ":exact eq \"Exact pp1\" | 1",
                ":exact eq \"exact pp1\" | 0",
                ":exact co \"xact\" | 3",
                ":exact co \"EXACT\" | 0",
                ":contractor eq true | 3",
                ":contractor eq \"False\" | 1",
                ":contractor ne true | 3",
                ":contractor pr | 4",
                ":level eq 9 | 1",
                ":level gt 9 | 1",
                ":level ge -3 | 3",
                ":level lt 0 | 1",
                ":level ne 9 | 5",
                ":level pr | 3",
                ":rate eq 1.25 | 1",
                ":rate gt 1.249999 | 2",
                ":rate le -2.0 | 1",
                ":rate pr | 3",
                ":since eq \"2026-01-31T10:30:00+01:00\" | 1",
                ":since gt \"2026-01-31T09:30:00Z\" | 2",
                ":since lt \"2026-01-31T10:30:00Z\" | 2",
                ":since ge \"2026-01-31T09:30:00.5Z\" | 2",
                ":since pr | 3",
                ":page eq \"https://example.org/pp1\" | 1",
                ":page eq \"https://example.org/PP1\" | 0",
                ":skills eq \"java\" | 2",
                ":skills ne \"java\" | 5",
                ":skills pr and not (URN:skills eq \"java\") | 1",
                "title eq \"title pp1\" | 1",
                "title pr | 3",
                "level eq 9 | 1",
                "not (URN:level eq 9) | 5",
            })
    void filterFinds(String filter, int expected) {
        String whole = (filter.startsWith(":") ? ACME + filter : filter).replace("URN", ACME);

        JsonPath found = list("filter", whole);

        assertThat(found.getInt("totalResults")).isEqualTo(expected);
        assertThat(found.getList("Resources")).hasSize(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":code eq \"a%s\"",
                ":code co \"%s\"",
                ":code ew \"%s\"",
                ":exact eq \"A%s\"",
                ":exact sw \"A%s\"",
            })
    void filterFindsTextsThatKeycloakKeepsBeside(String filter) {
        assertThat(search(ACME + filter.formatted(LONG))).isOne();
        assertThat(search(ACME + filter.formatted(LONG + "c"))).isZero();
        assertThat(search(ACME + filter.formatted(LONG.substring(0, 300) + "c")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ":level | pp3 pp1 pp2",
                ":rate | pp2 pp1 pp3",
                ":since | pp1 pp2 pp3",
                ":code | long pp1 pp2 pp3",
                ":skills | pp1 pp3 pp2",
                "title | pp1 pp2 pp3",
            })
    void orderIsThatOfTheType(String attribute, String names) {
        List<String> expected = List.of(names.split(" "));
        List<String> found = list("sortBy", attribute.startsWith(":") ? ACME + attribute : attribute)
                .getList("Resources.userName", String.class);

        assertThat(found.subList(0, expected.size())).isEqualTo(expected);
    }

    private JsonPath list(String parameter, String value) {
        return Provisioner.json(directory
                .scim()
                .queryParam(parameter, value)
                .get("/Users")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private int search(String filter) {
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
