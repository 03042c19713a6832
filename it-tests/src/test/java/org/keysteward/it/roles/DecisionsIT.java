package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/**
 * The table of decisions that the pure core is tested with, asked of a server. Left out are people whose assignments end:
 * the table has a time of its own.
 */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionsIT {
    private static final Set<String> BUILT_IN = Set.of("owner", "admin", "member", "viewer");

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Table(
            List<String> permissions,
            List<RoleRow> roles,
            Map<String, List<AssignmentRow>> people,
            List<DecisionCase> cases) {}

    private record RoleRow(
            String key,
            int rank,
            @Nullable List<String> grants,
            @Nullable List<String> parents) {}

    private record AssignmentRow(
            String role,
            @Nullable String path,
            @Nullable String from,
            @Nullable String until) {}

    private record DecisionCase(
            String description,
            String person,
            String permission,
            @Nullable String path,
            boolean allowed,
            @Nullable List<String> roles,
            @Nullable String grant) {}

    private final Map<String, TestUser> people = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private Composition composition;

    @SuppressWarnings("NullAway.Init")
    private Table table;

    @BeforeAll
    void theWorldOfTheTable(TestRealm realm) throws IOException {
        table = new ObjectMapper(new YAMLFactory())
                .readValue(
                        Settings.REPOSITORY
                                .path()
                                .resolve("providers/roles/src/test/resources/decisions.yaml")
                                .toFile(),
                        Table.class);
        composition = Composition.in(realm);
        composition
                .register(table.permissions().stream()
                        .filter(key -> !key.startsWith("roles."))
                        .toList())
                .then()
                .statusCode(200);
        for (var role : table.roles()) {
            if (!BUILT_IN.contains(role.key())) {
                composition.makeRole(
                        "acme",
                        role.key(),
                        role.rank(),
                        role.grants() == null ? List.of() : role.grants(),
                        role.parents() == null ? new String[0] : role.parents().toArray(String[]::new));
            }
        }
        table.people().forEach(this::assign);
    }

    private void assign(String person, List<AssignmentRow> assignments) {
        if (assignments.stream().anyMatch(one -> one.until() != null || !isKnown(one.role()))) {
            return;
        }
        var base = assignments.stream()
                .map(AssignmentRow::role)
                .filter(BUILT_IN::contains)
                .findFirst();
        TestUser user = composition.tenancy().member("acme", person, base.orElse("member"));
        people.put(person, user);
        for (var one : assignments) {
            if (!BUILT_IN.contains(one.role())) {
                Map<String, Object> assignment = Composition.assignment(user, one.role());
                if (one.path() != null) {
                    assignment.put("path", one.path());
                }
                if (one.from() != null) {
                    assertThat(Instant.parse(one.from())).isAfter(Instant.now());
                    assignment.put("from", one.from());
                }
                composition.assign("acme", assignment);
            }
        }
    }

    private boolean isKnown(String role) {
        return table.roles().stream().anyMatch(one -> one.key().equals(role));
    }

    @TestFactory
    Stream<DynamicTest> aServerDecidesAsTheCoreDoes() {
        var asked = table.cases().stream()
                .filter(one -> people.containsKey(one.person()))
                .toList();
        assertThat(asked).hasSizeGreaterThan(15);
        return asked.stream().map(one -> DynamicTest.dynamicTest(one.description(), () -> decide(one)));
    }

    private void decide(DecisionCase one) {
        Map<String, Object> question = new HashMap<>(Map.of(
                "tenant",
                "acme",
                "permission",
                one.permission(),
                "subject",
                Objects.requireNonNull(people.get(one.person())).id(),
                "explain",
                true));
        if (one.path() != null) {
            question.put("path", one.path());
        }

        JsonPath answer = composition
                .api()
                .body(question)
                .post("/check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getBoolean("allowed")).isEqualTo(one.allowed());
        assertThat(answer.<List<String>>get("explanation.roles")).isEqualTo(one.roles());
        assertThat(answer.getString("explanation.grant")).isEqualTo(one.grant());
    }
}
