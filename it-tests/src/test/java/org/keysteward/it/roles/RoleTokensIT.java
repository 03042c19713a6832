package org.keysteward.it.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keysteward.it.roles.Composition.assignment;
import static org.keysteward.it.roles.Composition.role;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestClients;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** What tokens and assertions say of roles. */
@KeycloakTest
class RoleTokensIT {
    private static final String OIDC_MAPPER = "keysteward-oidc-roles-mapper";
    private static final String SAML_MAPPER = "keysteward-saml-roles-mapper";
    private static final long SEED = 20_261_125;

    @SuppressWarnings("NullAway.Init")
    private Composition roles;

    @SuppressWarnings("NullAway.Init")
    private TestRealm realm;

    @SuppressWarnings("NullAway.Init")
    private TestClients clients;

    @SuppressWarnings("NullAway.Init")
    private TestUser ann;

    @BeforeEach
    void annInTwoTenants(TestRealm made) {
        realm = made;
        roles = Composition.in(made);
        clients = new TestClients(made);
        ann = roles.tenancy().member("acme", "ann", "member");
        roles.tenancy().add("beta", ann, "viewer").then().statusCode(201);
        roles.makeRole("acme", "editor", 15, List.of("journeys.*"));
        roles.assign("acme", ann, "editor");
    }

    @Test
    void everyTokenSaysTheRolesOfTheSelectedTenant() {
        mapper(Map.of("permissions", "expanded"));

        var tokens = ann.signIn("organization:acme");

        for (JsonPath claims : List.of(tokens.accessClaims(), tokens.idClaims(), clients.userInfo(tokens.access()))) {
            assertThat(claims.<String, Object>getMap("organization")).containsOnlyKeys("acme");
            assertThat(claims.<String>getList("organization.acme.roles")).containsExactly("editor", "member", "viewer");
            assertThat(claims.<String>getList("organization.acme.permissions"))
                    .contains("journeys.drafts.edit", "journeys.publish", "tenant.read")
                    .doesNotContain("billing.read", "members.invite");
        }
    }

    @Test
    void withoutBeingAskedForThereAreNoPermissions() {
        mapper(Map.of());

        JsonPath claims = ann.signIn("organization:acme").accessClaims();

        assertThat(claims.<String, Object>getMap("organization.acme")).containsOnlyKeys("roles");
        assertThat(ann.signIn().accessClaims().<Object>get("organization")).isNull();
    }

    @Test
    void compactPermissionsAreAsGranted() {
        mapper(Map.of("permissions", "compact"));

        JsonPath claims = ann.signIn("organization:*").accessClaims();

        assertThat(claims.<String>getList("organization.acme.permissions"))
                .contains("journeys.*", "tenant.read")
                .doesNotContain("journeys.read");
        assertThat(claims.<String>getList("organization.beta.roles")).containsExactly("viewer");
        assertThat(claims.<String>getList("organization.beta.permissions")).doesNotContain("journeys.*");
    }

    @Test
    void permissionsBeyondTheBudgetAreLeftOut() {
        mapper(Map.of("permissions", "expanded", "permissionsBudget", "40"));

        JsonPath claims = ann.signIn("organization:acme").accessClaims();

        assertThat(claims.<Object>get("organization.acme.permissions")).isNull();
        assertThat(claims.getBoolean("organization.acme.permissions_omitted")).isTrue();
        assertThat(claims.<String>getList("organization.acme.roles")).contains("editor");
    }

    @Test
    void aRoleAtAPathIsNeverSaidOfTheWholeTenant() {
        mapper(Map.of("permissions", "expanded", "paths", "true"));
        roles.makeRole("acme", "clerk", 6, List.of("billing.read"));
        Map<String, Object> atPath = assignment(ann, "clerk");
        atPath.put("path", "workspace/emea");
        roles.assign("acme", atPath);

        JsonPath claims = ann.signIn("organization:acme").accessClaims();

        assertThat(claims.<String>getList("organization.acme.roles")).doesNotContain("clerk");
        assertThat(claims.<String>getList("organization.acme.permissions")).doesNotContain("billing.read");
        assertThat(claims.<String, Object>getMap("organization.acme.paths"))
                .isEqualTo(Map.of("workspace/emea", List.of("clerk")));
    }

    @Test
    void aTokenEndsWhenTheFirstAssignmentInItDoes() {
        mapper(Map.of());
        Instant end = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 30);
        roles.makeRole("acme", "guest", 1, List.of("billing.read"));
        Map<String, Object> brief = assignment(ann, "guest");
        brief.put("until", end.toString());
        roles.assign("acme", brief);

        var tokens = ann.signIn("organization:acme");

        assertThat(tokens.accessClaims().getLong("exp")).isEqualTo(end.getEpochSecond());
        assertThat(ann.signIn("organization:beta").accessClaims().getLong("exp"))
                .isGreaterThan(end.getEpochSecond());
        assertThat(ann.signIn().accessClaims().getLong("exp")).isGreaterThan(end.getEpochSecond());
    }

    @Test
    void introspectionSaysWhatHoldsNow() {
        mapper(Map.of("permissions", "expanded"));
        clients.introspector(Map.of());
        String token = clients.signInAtIntrospector(ann, "organization:acme");
        assertThat(clients.introspect(token).<String>getList("organization.acme.roles"))
                .contains("editor");

        roles.api()
                .body(content("editor", 15, List.of("journeys.read")))
                .put("/tenants/acme/roles/editor")
                .then()
                .statusCode(200);

        assertThat(clients.introspect(token).<String>getList("organization.acme.permissions"))
                .contains("journeys.read")
                .doesNotContain("journeys.publish");
    }

    @Test
    void anAssertionSaysItInAttributes() {
        clients.samlClient(SAML_MAPPER, Map.of("permissions", "compact"));

        String assertion = clients.samlResponse(ann);

        assertThat(TestClients.attribute(assertion, "organization.acme.roles")).isEqualTo("editor");
        assertThat(assertion).contains("journeys.*");
        assertThat(TestClients.attribute(assertion, "organization.beta.roles")).isEqualTo("viewer");
    }

    @Test
    void aRoleOfTheRealmBringsStockRolesWhereItsTenantIsSelected() {
        mapper(Map.of());
        makeReporter();
        roles.assign("acme", ann, "reporter");

        assertThat(realmRoles("organization:acme")).contains("reporting");
        assertThat(realmRoles("organization:beta")).doesNotContain("reporting");
        assertThat(realmRoles("organization:*")).doesNotContain("reporting");
        assertThat(realmRoles()).doesNotContain("reporting");

        // A role that gets power over Keycloak later does not carry it into tokens.
        letReportersViewUsers();
        assertThat(realmRoles("organization:acme")).doesNotContain("reporting");
    }

    @Test
    void anAssertionForOneTenantNamesThemInTheAttributeOfKeycloaksRoleList() {
        makeReporter();
        TestUser bea = roles.tenancy().member("acme", "bea", "member");
        roles.assign("acme", bea, "reporter");
        roles.assign("acme", ann, "reporter");
        clients.samlClient(SAML_MAPPER, Map.of());

        assertThat(stockRoles(bea, "Role")).contains("reporting", "exporting");
        assertThat(stockRoles(ann, "Role")).isNotEmpty().doesNotContain("reporting", "exporting");

        Map<String, Object> reporting =
                realm.admin().get("/roles/reporting").jsonPath().getMap("");
        realm.admin()
                .body(List.of(reporting))
                .post("/users/" + bea.id() + "/role-mappings/realm")
                .then()
                .statusCode(204);
        assertThat(stockRoles(bea, "Role")).containsOnlyOnce("reporting");
    }

    @Test
    void anAssertionNeverNamesRolesThatAdministerKeycloak() {
        makeReporter();
        TestUser bea = roles.tenancy().member("acme", "bea", "member");
        roles.assign("acme", bea, "reporter");
        clients.samlClient(SAML_MAPPER, Map.of());

        letReportersViewUsers();

        assertThat(stockRoles(bea, "Role")).contains("exporting").doesNotContain("reporting");
    }

    @Test
    void whereAndHowAnAssertionNamesThemIsConfigured() {
        makeReporter();
        TestUser bea = roles.tenancy().member("acme", "bea", "member");
        roles.assign("acme", bea, "reporter");
        clients.samlClient(
                SAML_MAPPER,
                Map.of(
                        "attribute.name", "urn:example:roles",
                        "friendly.name", "roles",
                        "attribute.nameformat", "URI Reference",
                        "single", "false"));
        String client = realm.clientId(TestClients.SAML_CLIENT);
        realm.admin()
                .body(Map.of(
                        "name",
                        "reports",
                        "protocol",
                        "saml",
                        "protocolMapper",
                        "saml-role-name-mapper",
                        "config",
                        Map.of("role", "reporting", "new.role.name", "reports")))
                .post("/clients/" + client + "/protocol-mappers/models")
                .then()
                .statusCode(201);

        String assertion = clients.samlResponse(bea);

        assertThat(TestClients.attributes(assertion, "urn:example:roles"))
                .containsExactlyInAnyOrder(List.of("reports"), List.of("exporting"));
        assertThat(TestClients.attributes(assertion, "Role").toString()).doesNotContain("report", "exporting");
        assertThat(assertion)
                .contains("FriendlyName=\"roles\"", "NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:uri\"");

        Map<String, Object> limited =
                new HashMap<>(realm.admin().get("/clients/" + client).jsonPath().getMap(""));
        limited.put("fullScopeAllowed", false);
        realm.admin().body(limited).put("/clients/" + client).then().statusCode(204);

        assertThat(stockRoles(bea, "urn:example:roles")).isEmpty();
    }

    @Test
    void nothingOfOneTenantShowsInATokenForAnother() {
        mapper(Map.of("permissions", "expanded", "paths", "true"));
        var random = new Random(SEED);
        var tenants = List.of("acme", "beta", "gamma");
        roles.tenancy().tenant("gamma", null);
        Map<String, Map<String, Set<String>>> wanted = new HashMap<>();
        List<TestUser> users = new ArrayList<>();
        for (String tenant : tenants) {
            for (int number = 0; number < 3; number++) {
                roles.makeRole(
                        tenant, tenant + "-role-" + number, number, List.of(Composition.PERMISSIONS.get(number)));
            }
        }
        for (int number = 0; number < 6; number++) {
            TestUser user = realm.createUser("user" + number);
            users.add(user);
            for (String tenant : tenants) {
                if (random.nextBoolean()) {
                    roles.tenancy().add(tenant, user, "viewer").then().statusCode(201);
                    var held = new TreeSet<>(Set.of("viewer"));
                    for (int role = 0; role < 3; role++) {
                        if (random.nextBoolean()) {
                            roles.assign(tenant, user, tenant + "-role-" + role);
                            held.add(tenant + "-role-" + role);
                        }
                    }
                    wanted.computeIfAbsent(user.id(), id -> new HashMap<>()).put(tenant, held);
                }
            }
        }

        for (TestUser user : users) {
            Map<String, Set<String>> ofUser = wanted.getOrDefault(user.id(), Map.of());
            for (String tenant : ofUser.keySet()) {
                Map<String, Object> claim =
                        user.signIn("organization:" + tenant).accessClaims().getMap("organization");
                assertThat(claim).containsOnlyKeys(tenant);
                assertThat(new TreeSet<>(rolesIn(claim, tenant))).isEqualTo(ofUser.get(tenant));
            }
            Map<String, Object> all =
                    user.signIn("organization:*").accessClaims().getMap("organization");
            assertThat(all == null ? Set.of() : all.keySet()).isEqualTo(ofUser.keySet());
            ofUser.forEach((tenant, held) ->
                    assertThat(new TreeSet<>(rolesIn(all, tenant))).isEqualTo(held));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> rolesIn(Map<String, Object> claim, String tenant) {
        var ofTenant = (Map<String, Object>) Objects.requireNonNull(claim.get(tenant));
        return (List<String>) Objects.requireNonNull(ofTenant.get("roles"));
    }

    /** A role that names a Keycloak role of the realm and one of a client. */
    private void makeReporter() {
        realm.admin().body(Map.of("name", "reporting")).post("/roles").then().statusCode(201);
        realm.admin()
                .body(Map.of("name", "exporting"))
                .post("/clients/" + realm.clientId(TestRealm.CLIENT) + "/roles")
                .then()
                .statusCode(201);
        Map<String, Object> reporter = role("reporter", 3, List.of());
        reporter.put(
                "keycloakRoles",
                List.of(Map.of("role", "reporting"), Map.of("client", TestRealm.CLIENT, "role", "exporting")));
        roles.api().body(reporter).post("/roles").then().statusCode(201);
    }

    private void letReportersViewUsers() {
        String management = realm.clientId("realm-management");
        Map<String, Object> viewUsers = realm.admin()
                .get("/clients/" + management + "/roles/view-users")
                .jsonPath()
                .getMap("");
        realm.admin()
                .body(List.of(viewUsers))
                .post("/roles/reporting/composites")
                .then()
                .statusCode(204);
    }

    private List<String> stockRoles(TestUser user, String attribute) {
        return TestClients.attributes(clients.samlResponse(user), attribute).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<String> realmRoles(String... scopes) {
        List<String> named = ann.signIn(scopes).accessClaims().getList("realm_access.roles");
        return named == null ? List.of() : named;
    }

    private void mapper(Map<String, String> config) {
        clients.organizationMapper("roles", OIDC_MAPPER, config);
    }

    private static Map<String, Object> content(String key, int rank, List<String> grants) {
        Map<String, Object> content = role(key, rank, grants);
        content.remove("key");
        return content;
    }
}
