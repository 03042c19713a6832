package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.keysteward.it.scim.Profile.ACME;
import static org.keysteward.it.scim.Profile.attribute;
import static org.keysteward.it.scim.Profile.extended;
import static org.keysteward.it.scim.Profile.with;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;

/** Attributes of the realm's user profile as attributes of SCIM. */
@KeycloakTest
class ExtensionsIT {
    @SuppressWarnings("NullAway.Init")
    private TestRealm realm;

    @SuppressWarnings("NullAway.Init")
    private Tenancy tenancy;

    @SuppressWarnings("NullAway.Init")
    private Profile profile;

    @SuppressWarnings("NullAway.Init")
    private Provisioner acme;

    @BeforeEach
    void annotatedProfile(TestRealm own) {
        realm = own;
        tenancy = Tenancy.in(realm).openRealmDoor();
        tenancy.tenant("acme", null);
        acme = Provisioner.of(realm, "acme");
        profile = Profile.of(realm)
                .has(
                        extended("costCode", "string"),
                        extended("contractor", "boolean"),
                        extended("level", "integer"),
                        extended("rate", "decimal"),
                        extended("since", "dateTime"),
                        with(extended("skills", "string"), "multivalued", true),
                        with(
                                extended("grade", "string"),
                                "permissions",
                                Map.of("view", List.of("admin"), "edit", List.of())),
                        with(
                                attribute("short", Map.of("scim.extension", ACME)),
                                "validations",
                                Map.of("length", Map.of("max", 5))),
                        attribute("jobTitle", Map.of("scim.attribute", "title")),
                        attribute("department", Map.of("scim.attribute", Provisioner.ENTERPRISE + ":department")));
    }

    @Test
    void schemasSayWhatTheProfileSays() {
        JsonPath schema = acme.read("/Schemas/" + ACME);

        assertThat(schema.getString("name")).isEqualTo("acme");
        assertThat(schema.getList("attributes.name", String.class))
                .containsExactly("costCode", "contractor", "level", "rate", "since", "skills", "grade", "short");
        assertThat(schema.getString("attributes.find { it.name == 'contractor' }.type"))
                .isEqualTo("boolean");
        assertThat(schema.getBoolean("attributes.find { it.name == 'skills' }.multiValued"))
                .isTrue();
        assertThat(schema.getString("attributes.find { it.name == 'grade' }.mutability"))
                .isEqualTo("readOnly");
        assertThat(acme.read("/ResourceTypes/User").getList("schemaExtensions.schema", String.class))
                .containsExactly(Provisioner.ENTERPRISE, ACME);

        profile.has();

        acme.scim().get("/Schemas/" + ACME).then().statusCode(404);
        assertThat(acme.read("/ResourceTypes/User").getList("schemaExtensions.schema", String.class))
                .containsExactly(Provisioner.ENTERPRISE);
    }

    @Test
    void anotherRealmHasItsOwnSchemas() {
        try (TestRealm other = realm.keycloak().createRealm()) {
            Tenancy.in(other).tenant("acme", null);

            Provisioner.of(other, "acme").scim().get("/Schemas/" + ACME).then().statusCode(404);
        }
    }

    @Test
    void valuesLiveInKeycloakAndAreAnsweredInTheirTypes() {
        String id = acme.createUser("ada", ada());

        JsonPath read = acme.read("/Users/" + id);
        assertThat(read.getList("schemas", String.class)).contains(ACME, Provisioner.ENTERPRISE);
        Map<String, Object> extension = read.getMap("'" + ACME + "'");
        assertThat(extension)
                .containsEntry("costCode", "C-1")
                .containsEntry("contractor", true)
                .containsEntry("level", 7)
                .containsEntry("since", "2026-01-31T07:30:00Z")
                .containsEntry("skills", List.of("go", "java"));
        assertThat(read.getString("'" + ACME + "'.rate")).isEqualTo("1.5");
        assertThat(read.getString("title")).isEqualTo("Countess");
        assertThat(read.getString("'" + Provisioner.ENTERPRISE + "'.department"))
                .isEqualTo("Engines");
        assertThat(profile.attributesOf(id))
                .containsEntry("costCode", List.of("C-1"))
                .containsEntry("contractor", List.of("true"))
                .containsEntry("level", List.of("7"))
                .containsEntry("jobTitle", List.of("Countess"))
                .containsEntry("department", List.of("Engines"));
        assertThat(profile.attributesOf(id).get("skills")).containsExactlyInAnyOrder("java", "go");
    }

    @Test
    void changeInTheConsoleShowsAtOnceAndIsAnotherVersion() {
        String id = acme.createUser("ada", ada());
        String version = acme.read("/Users/" + id).getString("meta.version");

        profile.set(id, "costCode", List.of("C-2"));
        profile.set(id, "level", List.of("high"));
        profile.set(id, "jobTitle", List.of("Duchess"));

        JsonPath read = acme.read("/Users/" + id);
        assertThat(read.getMap("'" + ACME + "'"))
                .containsEntry("costCode", "C-2")
                .as("what is no integer is no value")
                .doesNotContainKey("level");
        assertThat(read.getString("title")).isEqualTo("Duchess");
        assertThat(read.getString("meta.version")).isNotEqualTo(version);
        assertThat(found("title eq \"duchess\"")).isOne();
        assertThat(found(ACME + ":level pr")).isZero();
        acme.scim()
                .header("If-Match", version)
                .body(Provisioner.patch(Map.of("op", "replace", "path", "title", "value", "Countess")))
                .patch("/Users/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void patchChangesAddsAndRemoves() {
        String id = acme.createUser("ada", ada());

        acme.scim()
                .body(Provisioner.patch(
                        Map.of("op", "Replace", "path", ACME + ":costCode", "value", "C-2"),
                        Map.of("op", "replace", "value", Map.of(ACME + ":contractor", "False")),
                        Map.of("op", "add", "path", ACME + ":skills", "value", List.of("sql")),
                        Map.of("op", "remove", "path", ACME + ":skills[value eq \"go\"]"),
                        Map.of("op", "remove", "path", ACME + ":level"),
                        Map.of("op", "add", "value", Map.of(ACME, Map.of("rate", 2))),
                        Map.of("op", "remove", "path", "title")))
                .patch("/Users/" + id)
                .then()
                .statusCode(200);

        JsonPath read = acme.read("/Users/" + id);
        assertThat(read.getMap("'" + ACME + "'"))
                .containsEntry("costCode", "C-2")
                .containsEntry("contractor", false)
                .containsEntry("skills", List.of("java", "sql"))
                .containsEntry("rate", 2)
                .doesNotContainKey("level");
        assertThat(read.getString("title")).isNull();
        assertThat(profile.attributesOf(id))
                .containsEntry("contractor", List.of("false"))
                .doesNotContainKeys("level", "jobTitle");

        acme.scim()
                .body(Provisioner.patch(Map.of("op", "remove", "path", ACME)))
                .patch("/Users/" + id)
                .then()
                .statusCode(200);

        assertThat(acme.read("/Users/" + id).getList("schemas", String.class)).doesNotContain(ACME);
        assertThat(profile.attributesOf(id)).containsOnlyKeys("department");
    }

    @Test
    void replacementLeavesAnExtensionThatItDoesNotMention() {
        String id = acme.createUser("ada", ada());

        put(id, Map.of("title", "Countess"));

        assertThat(acme.read("/Users/" + id).getString("'" + ACME + "'.costCode"))
                .isEqualTo("C-1");
        assertThat(acme.read("/Users/" + id).getString("'" + Provisioner.ENTERPRISE + "'"))
                .isNull();

        put(id, Map.of(ACME, Map.of("costCode", "C-2")));

        assertThat(acme.read("/Users/" + id).getMap("'" + ACME + "'")).isEqualTo(Map.of("costCode", "C-2"));
        assertThat(acme.read("/Users/" + id).getString("title")).isNull();

        put(id, Map.of(ACME, Map.of()));

        assertThat(acme.read("/Users/" + id).getString("'" + ACME + "'")).isNull();
        assertThat(profile.attributesOf(id)).isEmpty();
    }

    @Test
    void whatTheProfileRefusesIsAnInvalidValueWithItsPath() {
        acme.scim()
                .body(Provisioner.user("ada", Map.of(ACME, Map.of("short", "too long"))))
                .post("/Users")
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"))
                .body("detail", containsString(ACME + ":short"));
        String id = acme.createUser("ada", Map.of(ACME, Map.of("short", "ok")));
        acme.scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", ACME + ":short", "value", "too long")))
                .patch("/Users/" + id)
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"))
                .body("detail", containsString(ACME + ":short"));
        acme.scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", ACME + ":level", "value", "high")))
                .patch("/Users/" + id)
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"));
        assertThat(profile.attributesOf(id)).isEqualTo(Map.of("short", List.of("ok")));
    }

    @Test
    void whatAdministratorsMayNotChangeIsReadOnly() {
        String id = acme.createUser("ada", Map.of(ACME, Map.of("grade", "A")));

        assertThat(profile.attributesOf(id)).isEmpty();
        acme.scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", ACME + ":grade", "value", "A")))
                .patch("/Users/" + id)
                .then()
                .statusCode(400)
                .body("scimType", equalTo("mutability"));
    }

    @Test
    void whatIsRequiredOfAdministratorsIsRequired() {
        profile.has(with(extended("costCode", "string"), "required", Map.of("roles", List.of("admin"))));

        assertThat(acme.read("/Schemas/" + ACME).getBoolean("attributes[0].required"))
                .isTrue();
        assertThat(acme.read("/ResourceTypes/User").getBoolean("schemaExtensions[1].required"))
                .isTrue();
        for (Map<String, ?> without : List.of(Map.<String, Object>of(), Map.of(ACME, Map.of("costCode", " ")))) {
            acme.scim()
                    .body(Provisioner.user("ada", without))
                    .post("/Users")
                    .then()
                    .statusCode(400)
                    .body("scimType", equalTo("invalidValue"));
        }
        String id = acme.createUser("ada", Map.of(ACME, Map.of("costCode", "C-1")));
        put(id, Map.of("nickName", "Ada"));
        acme.scim()
                .body(Provisioner.patch(Map.of("op", "remove", "path", ACME + ":costCode")))
                .patch("/Users/" + id)
                .then()
                .statusCode(400)
                .body("scimType", equalTo("mutability"));
        assertThat(profile.attributesOf(id)).containsEntry("costCode", List.of("C-1"));
    }

    @Test
    void nobodyWritesAccountsOfOthersThroughTheProfile() {
        tenancy.tenant("beta", null);
        Provisioner beta = Provisioner.of(realm, "beta");
        TestUser member = realm.createUser("member");
        tenancy.add("acme", member, "member").then().statusCode(201);
        profile.set(member.id(), "costCode", List.of("theirs"));
        String theirs = beta.createUser("eve", Map.of(ACME, Map.of("costCode", "beta's")));

        acme.scim().get("/Users/" + theirs).then().statusCode(404);
        assertThat(found(ACME + ":costCode pr")).as("its own member alone").isOne();
        assertThat(acme.read("/Users/" + member.id()).getString("'" + ACME + "'.costCode"))
                .isEqualTo("theirs");
        for (Map<String, Object> operation : List.<Map<String, Object>>of(
                Map.of("op", "replace", "path", ACME + ":costCode", "value", "mine"),
                Map.of("op", "remove", "path", ACME),
                Map.of("op", "add", "path", "title", "value", "Boss"),
                Map.of("op", "add", "path", Provisioner.ENTERPRISE + ":department", "value", "Board"))) {
            acme.scim()
                    .body(Provisioner.patch(operation))
                    .patch("/Users/" + member.id())
                    .then()
                    .statusCode(400)
                    .body("scimType", equalTo("mutability"));
        }
        acme.scim()
                .body(Provisioner.patch(Map.of("op", "add", "path", "nickName", "value", "Mem")))
                .patch("/Users/" + member.id())
                .then()
                .statusCode(200);
        assertThat(profile.attributesOf(member.id())).isEqualTo(Map.of("costCode", List.of("theirs")));

        String shared = acme.createUser("ada", ada());
        tenancy.add("beta", new TestUser(realm, shared, "ada", ""), "member")
                .then()
                .statusCode(201);
        for (Provisioner directory : List.of(acme, beta)) {
            directory
                    .scim()
                    .body(Provisioner.patch(Map.of("op", "replace", "path", ACME + ":costCode", "value", "mine")))
                    .patch("/Users/" + shared)
                    .then()
                    .statusCode(400)
                    .body("scimType", equalTo("mutability"));
        }
        assertThat(profile.attributesOf(shared)).containsEntry("costCode", List.of("C-1"));
    }

    @Test
    void wrongAnnotationsArePassedOverAndTheRestIsTrue() {
        profile.has(
                extended("costCode", "string"),
                attribute("bad", Map.of("scim.extension", "https://acme.example/users")),
                attribute("core", Map.of("scim.extension", Provisioner.USER)),
                attribute("code2", Map.of("scim.extension", ACME, "scim.name", "CostCode")),
                attribute("number", Map.of("scim.extension", ACME, "scim.type", "number")),
                attribute("given", Map.of("scim.attribute", "name.givenName")),
                attribute("active", Map.of("scim.attribute", "active")),
                attribute("kc.secret", Map.of("scim.extension", ACME)));

        assertThat(acme.read("/Schemas/" + ACME).getList("attributes.name", String.class))
                .containsExactly("costCode");
        assertThat(acme.read("/ResourceTypes/User").getList("schemaExtensions")).hasSize(2);
        String id = acme.createUser(
                "ada", Map.of("active", true, "name", Map.of("givenName", "Ada"), ACME, Map.of("costCode", "C-1")));
        assertThat(profile.attributesOf(id)).isEqualTo(Map.of("costCode", List.of("C-1")));
    }

    @Test
    void whatNoSchemaHasIsPassedOverOrRefused() {
        Provisioner strict = Provisioner.of(realm, realm.adminDoor(), "acme", Map.of("name", "strict", "strict", true));
        Map<String, Object> body = Provisioner.user("ada", Map.of(ACME, Map.of("costCode", "C-1", "unheard", "of")));

        strict.scim()
                .body(body)
                .post("/Users")
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidSyntax"))
                .body("detail", containsString("unheard"));
        strict.createUser("bob", Map.of(ACME, Map.of("costCode", "C-1")));
        acme.scim().body(body).post("/Users").then().statusCode(201);
        assertThat(found(ACME + ":costCode eq \"c-1\"")).isEqualTo(2);
    }

    @Test
    void whatWeKeptCountsNoMoreOnceTheProfileHasIt() {
        profile.has();
        String id = acme.createUser("ada", Map.of("title", "Old", "nickName", "A"));
        assertThat(found("title eq \"old\"")).isOne();

        profile.has(attribute("jobTitle", Map.of("scim.attribute", "title")));

        assertThat(acme.read("/Users/" + id).getString("title")).isNull();
        assertThat(found("title pr")).isZero();
        acme.scim()
                .body(Provisioner.patch(Map.of("op", "replace", "path", "nickName", "value", "B")))
                .patch("/Users/" + id)
                .then()
                .statusCode(200);

        profile.has();

        assertThat(acme.read("/Users/" + id).getString("title"))
                .as("removed by the last change")
                .isNull();
    }

    @Test
    void answerHasWhatWasAskedFor() {
        String id = acme.createUser("ada", ada());

        JsonPath asked = acme.read("/Users/" + id + "?attributes=" + ACME + ":level");
        JsonPath spared = acme.read("/Users/" + id + "?excludedAttributes=" + ACME + ",title");

        assertThat(asked.getMap("'" + ACME + "'")).isEqualTo(Map.of("level", 7));
        assertThat(asked.getString("title")).isNull();
        assertThat(spared.getString("'" + ACME + "'")).isNull();
        assertThat(spared.getString("title")).isNull();
        assertThat(spared.getString("userName")).isEqualTo("ada");
    }

    @Test
    void longTextsAreKept() {
        String text = "Long " + "x".repeat(2000);
        String id = acme.createUser("ada", Map.of(ACME, Map.of("costCode", text, "skills", List.of(text, "go"))));

        assertThat(acme.read("/Users/" + id).getString("'" + ACME + "'.costCode"))
                .isEqualTo(text);
        assertThat(profile.attributesOf(id)).containsEntry("costCode", List.of(text));
    }

    private static Map<String, Object> ada() {
        return Map.of(
                "title",
                "Countess",
                Provisioner.ENTERPRISE,
                Map.of("department", "Engines"),
                ACME,
                Map.of(
                        "costCode",
                        "C-1",
                        "contractor",
                        true,
                        "level",
                        7,
                        "rate",
                        1.5,
                        "since",
                        "2026-01-31T09:30:00+02:00",
                        "skills",
                        List.of("java", "go")));
    }

    private void put(String id, Map<String, ?> more) {
        acme.scim()
                .body(Provisioner.user("ada", new HashMap<>(more)))
                .put("/Users/" + id)
                .then()
                .statusCode(200);
    }

    private int found(String filter) {
        return Provisioner.json(acme.scim()
                        .queryParam("filter", filter)
                        .get("/Users")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getInt("totalResults");
    }
}
