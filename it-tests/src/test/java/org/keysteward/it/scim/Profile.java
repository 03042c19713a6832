package org.keysteward.it.scim;

import io.restassured.common.mapper.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.keysteward.it.harness.TestRealm;

/** The user profile of a realm, and what its users have of it. */
final class Profile {
    static final String ACME = "urn:example:params:scim:schemas:extension:acme:2.0:User";

    private static final String PROFILE = "/users/profile";

    private final TestRealm realm;

    private Profile(TestRealm realm) {
        this.realm = realm;
    }

    static Profile of(TestRealm realm) {
        return new Profile(realm);
    }

    /** An attribute that administrators may see and change. */
    static Map<String, Object> attribute(String name, Map<String, ?> annotations) {
        var attribute = new HashMap<String, Object>();
        attribute.put("name", name);
        attribute.put("permissions", Map.of("view", List.of("admin", "user"), "edit", List.of("admin")));
        attribute.put("annotations", annotations);
        return attribute;
    }

    /** The same in the extension of ACME. */
    static Map<String, Object> extended(String name, String type) {
        return attribute(name, Map.of("scim.extension", ACME, "scim.type", type));
    }

    static Map<String, Object> with(Map<String, Object> attribute, String key, Object value) {
        var changed = new HashMap<>(attribute);
        changed.put(key, value);
        return changed;
    }

    /** These, behind what Keycloak has in each profile. */
    @SafeVarargs
    final Profile has(Map<String, Object>... attributes) {
        Map<String, Object> profile = new HashMap<>(
                realm.admin().get(PROFILE).then().statusCode(200).extract().as(new TypeRef<Map<String, Object>>() {}));
        List<Map<String, Object>> all = new ArrayList<>();
        for (Object one : (List<?>) Objects.requireNonNull(profile.get("attributes"))) {
            if (one instanceof Map<?, ?> known
                    && List.of("username", "email", "firstName", "lastName").contains(known.get("name"))) {
                Map<String, Object> copy = new HashMap<>();
                known.forEach((key, value) -> copy.put(String.valueOf(key), value));
                // Nobody has to have an address and names here: the tests are about other things.
                copy.remove("required");
                all.add(copy);
            }
        }
        all.addAll(List.of(attributes));
        profile.put("attributes", all);
        realm.admin().body(profile).put(PROFILE).then().statusCode(200);
        return this;
    }

    /** What Keycloak's administration says that the user has. */
    Map<String, List<String>> attributesOf(String id) {
        Map<String, List<String>> attributes = realm.admin()
                .get("/users/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("attributes");
        return attributes == null ? Map.of() : attributes;
    }

    /** As an administrator does it in the console. */
    void set(String id, String attribute, List<String> values) {
        Map<String, Object> user = new HashMap<>(realm.admin()
                .get("/users/" + id)
                .then()
                .statusCode(200)
                .extract()
                .as(new TypeRef<Map<String, Object>>() {}));
        Map<String, List<String>> attributes = new HashMap<>(attributesOf(id));
        attributes.put(attribute, values);
        user.put("attributes", attributes);
        realm.admin().body(user).put("/users/" + id).then().statusCode(204);
    }
}
