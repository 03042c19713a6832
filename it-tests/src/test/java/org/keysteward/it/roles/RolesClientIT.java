package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.keysteward.it.roles.Composition.assignment;
import static org.keysteward.it.roles.Composition.role;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.NodeScript;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestClients;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;
import org.keysteward.roles.client.AccessToken;
import org.keysteward.roles.client.PermissionCheck;
import org.keysteward.roles.client.Permissions;
import org.keysteward.roles.client.ServerPermissions;
import org.keysteward.roles.client.UndecidedException;

/** The libraries that applications ask with, on tokens and answers of the real server. */
@KeycloakTest
class RolesClientIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAPPER = "keysteward-oidc-roles-mapper";
    private static final PermissionCheck PUBLISH = PermissionCheck.of("journeys.publish");
    /** Nobody listens there: what is decided all the same was decided by the token alone. */
    private static final Permissions ALONE = ServerPermissions.of(URI.create("http://localhost:9/realms/nowhere"));

    @SuppressWarnings("NullAway.Init")
    private Composition roles;

    @SuppressWarnings("NullAway.Init")
    private TestClients clients;

    @SuppressWarnings("NullAway.Init")
    private TestUser ann;

    @SuppressWarnings("NullAway.Init")
    private URI issuer;

    @SuppressWarnings("NullAway.Init")
    private Permissions permissions;

    @BeforeEach
    void annIsAnEditorAndAClerkInEmea(TestRealm realm) {
        roles = Composition.in(realm);
        clients = new TestClients(realm);
        ann = roles.tenancy().member("acme", "ann", "member");
        roles.tenancy().add("beta", ann, "viewer").then().statusCode(201);
        roles.makeRole("acme", "editor", 15, List.of("journeys.*"));
        roles.makeRole("acme", "clerk", 6, List.of("billing.read"));
        roles.assign("acme", ann, "editor");
        Map<String, Object> inEmea = assignment(ann, "clerk");
        inEmea.put("path", "workspace/emea");
        roles.assign("acme", inEmea);
        issuer = URI.create(realm.keycloak().url() + "/realms/" + realm.name());
        permissions = ServerPermissions.of(issuer);
    }

    private void mapper(Map<String, String> config) {
        clients.organizationMapper("roles", MAPPER, config);
    }

    private String forAcme() {
        return ann.signIn("organization:acme", Tenancy.SCOPE).access();
    }

    private static List<PermissionCheck> everything() {
        return Composition.PERMISSIONS.stream().map(PermissionCheck::of).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"expanded", "compact"})
    void theTokenDecidesAsTheServerDoes(String form) {
        mapper(Map.of("permissions", form));
        AccessToken token = AccessToken.ofVerified(forAcme());

        List<Boolean> alone = ALONE.permitsEach(token, everything());

        assertThat(alone).containsExactly(true, true, true, true, false, false);
        assertThat(permissions.permitsEach(
                        token,
                        everything().stream().map(PermissionCheck::asFresh).toList()))
                .isEqualTo(alone);
        JsonPath javascript = javascript(token.raw(), Map.of(), List.of());
        assertThat(javascript.getString("tenant")).isEqualTo("acme");
        assertThat(javascript.getBoolean("complete")).isTrue();
        assertThat(javascript.<String>getList("roles")).containsExactly("editor", "member", "viewer");
        assertThat(javascript.<Boolean>getList("can")).isEqualTo(alone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "expanded"})
    void theServerDecidesWhatTheTokenLeavesOut(String form) {
        mapper(Map.of("permissions", form, "permissionsBudget", "10"));
        AccessToken token = AccessToken.ofVerified(forAcme());

        assertThatExceptionOfType(UndecidedException.class).isThrownBy(() -> ALONE.permits(token, PUBLISH));
        assertThat(permissions.permitsEach(token, everything())).containsExactly(true, true, true, true, false, false);
        JsonPath javascript =
                javascript(token.raw(), issuedBy(issuer), List.of(Map.of("permission", "journeys.publish")));
        assertThat(javascript.getBoolean("complete")).isFalse();
        assertThat(javascript.<Boolean>getList("can")).containsOnly(false);
        assertThat(javascript.<Boolean>getList("check")).containsExactly(true);
    }

    @Test
    void aPathIsAskedAbout() {
        mapper(Map.of("permissions", "expanded"));
        AccessToken token = AccessToken.ofVerified(forAcme());
        PermissionCheck read = PermissionCheck.of("billing.read");

        assertThat(permissions.permitsEach(
                        token,
                        List.of(
                                read,
                                read.at("workspace/emea"),
                                read.at("workspace/emea/north"),
                                read.at("workspace/apac"),
                                PUBLISH.at("workspace/apac"))))
                .containsExactly(false, true, true, false, true);
        assertThat(javascript(
                                token.raw(),
                                issuedBy(issuer),
                                List.of(
                                        Map.of("permission", "billing.read"),
                                        Map.of("permission", "billing.read", "path", "workspace/emea")))
                        .<Boolean>getList("check"))
                .containsExactly(false, true);
    }

    @Test
    void aFreshAnswerKnowsWhatTheTokenDoesNotKnowYet() {
        mapper(Map.of("permissions", "expanded"));
        AccessToken token = AccessToken.ofVerified(forAcme());
        assertThat(permissions.permits(token, PUBLISH.asFresh())).isTrue();

        Map<String, Object> reading = role("editor", 15, List.of("journeys.read"));
        reading.remove("key");
        roles.api().body(reading).put("/tenants/acme/roles/editor").then().statusCode(200);

        assertThat(permissions.permits(token, PUBLISH)).isTrue();
        assertThat(permissions.permits(token, PUBLISH.asFresh())).isFalse();
        JsonPath javascript = javascript(
                token.raw(), issuedBy(issuer), List.of(Map.of("permission", "journeys.publish", "fresh", true)));
        assertThat(javascript.<Boolean>getList("can").get(1)).isTrue();
        assertThat(javascript.<Boolean>getList("check")).containsExactly(false);
    }

    @Test
    void anotherTenantIsAskedAboutByItsName() {
        mapper(Map.of("permissions", "expanded"));
        AccessToken token = AccessToken.ofVerified(forAcme());
        PermissionCheck see = PermissionCheck.of("tenant.read");

        assertThat(permissions.permitsEach(
                        token, List.of(see.in("acme"), see.in("beta"), PUBLISH.in("beta"), see.in("gamma"))))
                .containsExactly(true, true, false, false);
    }

    @Test
    void aTokenForSeveralTenantsPermitsNothingUntilOneIsNamed() {
        mapper(Map.of("permissions", "expanded"));
        AccessToken token = AccessToken.ofVerified(
                ann.signIn("organization:*", Tenancy.SCOPE).access());

        assertThat(permissions.permits(token, PUBLISH)).isFalse();
        assertThat(ALONE.permits(token, PUBLISH.in("acme"))).isTrue();
        assertThat(ALONE.permits(token, PUBLISH.in("beta"))).isFalse();
        JsonPath javascript = javascript(token.raw(), Map.of("tenant", "acme"), List.of());
        assertThat(javascript.<Boolean>getList("can")).containsExactly(true, true, true, true, false, false);
    }

    @Test
    void aThousandAreDecidedAtOnce() {
        mapper(Map.of());
        List<PermissionCheck> checks = new ArrayList<>();
        IntStream.range(0, Permissions.MOST_AT_ONCE)
                .forEach(number -> checks.add(PermissionCheck.of("billing.read")
                        .at("workspace/" + (number % 2 == 0 ? "emea" : "apac") + "/p" + number)));

        List<Boolean> answers = permissions.permitsEach(AccessToken.ofVerified(forAcme()), checks);

        assertThat(answers)
                .isEqualTo(IntStream.range(0, Permissions.MOST_AT_ONCE)
                        .mapToObj(number -> number % 2 == 0)
                        .toList());
    }

    @Test
    void aTokenForAnotherAudienceIsNoReasonToPermit() {
        mapper(Map.of());
        String token = ann.signIn("organization:acme").access();

        assertThatExceptionOfType(UndecidedException.class)
                .isThrownBy(() -> permissions.permits(AccessToken.ofVerified(token), PUBLISH))
                .withMessageContaining("audience");
        assertThat(javascript(token, issuedBy(issuer), List.of(Map.of("permission", "journeys.publish")))
                        .getString("undecided"))
                .contains("audience");
    }

    private static Map<String, Object> issuedBy(URI issuer) {
        return Map.of("issuer", issuer.toString());
    }

    /** Also asks the token about everything that is registered. */
    private static JsonPath javascript(String token, Map<String, Object> options, List<Map<String, Object>> check) {
        URI module = Settings.REPOSITORY
                .path()
                .resolve("clients/javascript-roles/target/dist/index.js")
                .toUri();
        try {
            return new JsonPath(new NodeScript("permissions.mjs")
                    .run(JSON.writeValueAsString(Map.of(
                            "module",
                            module.toString(),
                            "token",
                            token,
                            "options",
                            options,
                            "can",
                            Composition.PERMISSIONS,
                            "check",
                            check))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A question that cannot be written", e);
        }
    }
}
