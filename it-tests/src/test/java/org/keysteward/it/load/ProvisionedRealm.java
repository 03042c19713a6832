package org.keysteward.it.load;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.load.Candidate.Running;

/**
 * A realm with many users, and its SCIM server.
 *
 * @param group the id of the group that all of the users are in
 */
record ProvisionedRealm(ScimEndpoint scim, ManyUsers users, int size, String group) {
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String CLIENT = "load-provisioner";
    /** What the built-in server keeps in a user's attributes where it is told so; the rest it knows. */
    private static final Map<String, String> MAPPED = Map.of(
            "externalId", "externalId",
            "displayName", "displayName",
            "title", "title",
            "userType", "userType",
            "department", ENTERPRISE + ":department",
            "employeeNumber", ENTERPRISE + ":employeeNumber");

    static ProvisionedRealm builtIn(Running server, Database database, int size) {
        TestRealm realm = realm(server);
        realm.update(Map.of("scimApiEnabled", true));
        map(realm);
        URI url = server.keycloak().url();
        String path = "/realms/" + realm.name() + "/scim/v2";
        ScimEndpoint scim = new ScimEndpoint(
                url, path, serviceToken(realm, url.resolve(path).toString()));
        return filled(realm, scim, database, size, false);
    }

    static ProvisionedRealm ours(Running server, Database database, int size) {
        TestRealm realm = realm(server);
        String connection = realm.adminDoor()
                .body(Map.of("name", "directory"))
                .post("/scim-connections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String token = realm.adminDoor()
                .body(Map.of())
                .post("/scim-connections/" + connection + "/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("value");
        URI url = server.keycloak().url();
        return filled(
                realm,
                new ScimEndpoint(url, "/realms/" + realm.name() + "/keysteward/scim/v2", token),
                database,
                size,
                true);
    }

    static String userName(int number) {
        return "user-" + ManyUsers.number(number);
    }

    static String externalId(int number) {
        return "e-" + ManyUsers.number(number);
    }

    String email(int number) {
        return userName(number) + "@d" + number / ManyUsers.IN_DEPARTMENT + ".example";
    }

    List<String> ids(List<Integer> numbers) {
        return users.ids(numbers);
    }

    /** Somebody who is not among the many. */
    String create(int number) {
        String made = scim.create("/Users", user("new-" + ManyUsers.number(number), "new"));
        int id = made.indexOf("\"id\":\"") + 6;
        return made.substring(id, made.indexOf('"', id));
    }

    void createInBulk(int first, int count) {
        String operations = IntStream.range(first, first + count)
                .mapToObj(number -> "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"b" + number + "\",\"data\":"
                        + user("new-" + ManyUsers.number(number), "new") + "}")
                .collect(Collectors.joining(","));
        String answer =
                scim.bulk("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":["
                        + operations + "]}");
        if (answer.split("\"status\":\"201\"", -1).length - 1 != count) {
            throw new IllegalStateException("Not all were made: " + answer);
        }
    }

    String createGroup(String name) {
        return JsonPath.from(scim.create(
                        "/Groups",
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + name
                                + "\"}"))
                .getString("id");
    }

    void patchMembers(String toGroup, String operation, String user) {
        String members = operation.equals("add")
                ? "\"path\":\"members\",\"value\":[{\"value\":\"" + user + "\"}]"
                : "\"path\":\"members[value eq \\\"" + user + "\\\"]\"";
        scim.patch(
                "/Groups/" + toGroup + "?excludedAttributes=members",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\""
                        + operation + "\"," + members + "}]}");
    }

    /** @param total that the list has to say; -1 for any */
    static void requireAnswers(String list, int total, int shown) {
        JsonPath read = JsonPath.from(list);
        List<?> resources = read.getList("Resources");
        if ((total >= 0 && read.getInt("totalResults") != total)
                || resources == null
                || resources.size() != shown
                || read.getString("Resources[0].displayName") == null) {
            throw new IllegalStateException(
                    "Not the answer that is to be measured: " + list.substring(0, Math.min(1000, list.length())));
        }
    }

    private static ProvisionedRealm filled(
            TestRealm realm, ScimEndpoint scim, Database database, int size, boolean ofBundle) {
        String id = JsonPath.from(scim.create("/Users", user("user-" + ManyUsers.NUMBER, ManyUsers.DEPARTMENT)))
                .getString("id");
        realm.admin().body(Map.of("name", "Everybody")).post("/groups").then().statusCode(201);
        String group = realm.admin().get("/groups").path("[0].id");
        realm.admin().put("/users/" + id + "/groups/" + group).then().statusCode(204);
        ManyUsers users = new ManyUsers(database, id);
        users.make(size, ofBundle);
        return new ProvisionedRealm(scim, users, size, group);
    }

    private static TestRealm realm(Running server) {
        TestRealm realm = server.keycloak().createRealm();
        realm.update(Map.of("accessTokenLifespan", 14_400, "ssoSessionMaxLifespan", 36_000));
        return realm;
    }

    private static String user(String name, String department) {
        String number = name.substring(name.indexOf('-') + 1);
        return "{\"schemas\":[\"" + USER + "\",\"" + ENTERPRISE + "\"],\"userName\":\"" + name + "\",\"externalId\":\""
                + (name.startsWith("new") ? "new-" : "e-") + number
                + "\",\"name\":{\"givenName\":\"Given\",\"familyName\":\"Family\"},\"displayName\":\"Given Family "
                + number
                + "\",\"title\":\"Engineer\",\"userType\":\"Employee\",\"active\":true,\"emails\":[{\"value\":\"" + name
                + "@"
                + department + ".example\",\"type\":\"work\",\"primary\":true}],\"" + ENTERPRISE
                + "\":{\"department\":\"Works\",\"employeeNumber\":\"" + number + "\"}}";
    }

    private static String serviceToken(TestRealm realm, String audience) {
        realm.admin()
                .body(Map.of(
                        "clientId",
                        CLIENT,
                        "secret",
                        "secret",
                        "serviceAccountsEnabled",
                        true,
                        "protocolMappers",
                        List.of(Map.of(
                                "name",
                                "audience",
                                "protocol",
                                "openid-connect",
                                "protocolMapper",
                                "oidc-audience-mapper",
                                "config",
                                Map.of("included.custom.audience", audience, "access.token.claim", "true")))))
                .post("/clients")
                .then()
                .statusCode(201);
        String account = realm.admin()
                .get("/clients/" + realm.clientId(CLIENT) + "/service-account-user")
                .path("id");
        realm.grant(account, "manage-users", "view-users", "query-users", "query-groups");
        return realm.keycloak()
                .anonymously()
                .contentType("application/x-www-form-urlencoded")
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", CLIENT)
                .formParam("client_secret", "secret")
                .post("/realms/" + realm.name() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static void map(TestRealm realm) {
        JsonPath configured = realm.admin().get("/users/profile").jsonPath();
        Map<String, Object> profile = new HashMap<>(configured.<String, Object>getMap(""));
        List<Map<String, Object>> attributes = new ArrayList<>(configured.getList("attributes"));
        MAPPED.forEach((name, scim) -> attributes.add(Map.of(
                "name",
                name,
                "annotations",
                Map.of("kc.scim.schema.attribute", scim),
                "permissions",
                Map.of("view", List.of("admin"), "edit", List.of("admin")))));
        profile.put("attributes", attributes);
        realm.admin().body(profile).put("/users/profile").then().statusCode(200);
    }
}
